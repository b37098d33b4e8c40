/** What was made, in the order it was made; of each execution environment its own in a test. */
export const made = (name: string): void => {
  const journal = globalThis as { gatewrightMade?: string[] };
  journal.gatewrightMade = [...(journal.gatewrightMade ?? []), name];
};
