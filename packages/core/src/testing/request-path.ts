import { matchPath } from '../http/match-path.js';

/**
 * Reads the values of a path template's parameters, percent-encoded as they stand in the path; undefined when the path
 * does not fit the template. A parameter takes one segment that is not empty; a greedy one takes the rest, also nothing
 * after the slash.
 *
 * @example
 * readPathParameters('/todos/{id}', '/todos/a%20b'); // { id: 'a%20b' }
 */
export const readPathParameters = (template: string, path: string): Readonly<Record<string, string>> | undefined => {
  const values = matchPath(template, path);
  return values && { ...values };
};

/** Decodes percent-encoding once; escapes that are not UTF-8 stay as they are. */
export const decodePath = (path: string): string => path.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun);

/** Path parameters as HTTP APIs hand them over. */
export const decodeParameters = (parameters: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decodePath(value)]));

const decodeRun = (run: string): string => {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
};
