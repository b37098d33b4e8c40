/** Prints what the compiler finds odd to standard error, so that output can be piped. */
export const printWarnings = (warnings: readonly string[]): void => {
  for (const warning of warnings) console.error(`warning: ${warning}`);
};
