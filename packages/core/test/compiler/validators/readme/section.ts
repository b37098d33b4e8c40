/** A section of a library's README: its example as DTOs, or why there is nothing in it for a route. */
export type Section = { readonly heading: string } & (
  | {
      readonly code: string;
      /** Classes that routes take, and what `@Validation` says; an option set a route. */
      readonly takes: Readonly<Record<string, readonly string[]>>;
      /** Why the libraries stay, where they do. */
      readonly left?: string;
    }
  | { readonly reason: string }
);

/** The headings of a README, below its title. */
export const headingsOf = (readme: string): string[] =>
  [...readme.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^#{2,} (.*?)(?:\[⬆\].*)?$/gm)].map(
    ([, heading]) => heading as string,
  );
