/**
 * Reads the values of a path template's parameters, percent-encoded as they stand in the path; undefined when the path
 * does not fit the template. A parameter takes one segment that is not empty; a greedy one takes the rest, also nothing
 * after the slash.
 *
 * @example
 * readPathParameters('/todos/{id}', '/todos/a%20b'); // { id: 'a%20b' }
 */
export const readPathParameters = (template: string, path: string): Readonly<Record<string, string>> | undefined => {
  const expected = template.split('/');
  const given = path.split('/');
  const values: [string, string][] = [];
  for (const [index, segment] of expected.entries()) {
    const parameter = /^\{(.+?)(\+?)\}$/.exec(segment);
    const value = given[index];
    if (value === undefined) return undefined;
    if (parameter?.[1] === undefined) {
      if (segment !== value && segment !== decodePath(value)) return undefined;
    } else if (parameter[2] === '+') {
      return Object.fromEntries([...values, [parameter[1], given.slice(index).join('/')]]);
    } else {
      if (value === '') return undefined;
      values.push([parameter[1], value]);
    }
  }
  return expected.length === given.length ? Object.fromEntries(values) : undefined;
};

/** Decodes percent-encoding once; escapes that are not UTF-8 stay as they are. */
export const decodePath = (path: string): string => path.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun);

const decodeRun = (run: string): string => {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
};
