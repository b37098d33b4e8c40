/** A path as API Gateway routes it, with the names of its parameters. */
export interface PathTemplate {
  /** `/users/{id}`. */
  readonly path: string;
  readonly parameters: readonly string[];
  /** What is wrong with the path as written; absent when nothing is. */
  readonly problem?: string;
}

const PARAMETER = /^(?::(?<colon>\w+)|\*(?<star>\w+)|\{(?<brace>[\w.-]+)(?<greedy>\+)?\})$/;
/** RFC 3986 path characters that API Gateway takes in a route; braces, colons and stars only as parameters. */
const LITERAL = /^(?:[\w.~!$&'()+,;=@-]|%[\dA-Fa-f]{2})+$/;

/**
 * Joins a controller's path and a route's into one template in API Gateway's form.
 *
 * Parameters may be written `:id` or `{id}`; the rest of a path as `{rest+}` or `*rest`.
 */
export function joinPath(...paths: readonly unknown[]): PathTemplate {
  const wrong = paths.findIndex((path) => typeof path !== 'string');
  if (wrong !== -1) return { path: '/', parameters: [], problem: `a path is a string, not ${typeof paths[wrong]}` };
  const segments = (paths as readonly string[]).flatMap((path) => path.split('/')).filter((segment) => segment !== '');
  const parameters: string[] = [];
  const problems: string[] = [];
  const written = segments.map((segment, index) => {
    const groups = PARAMETER.exec(segment)?.groups;
    if (groups === undefined) {
      if (!LITERAL.test(segment)) problems.push(literalProblem(segment));
      return segment;
    }
    const name = (groups.colon ?? groups.star ?? groups.brace) as string;
    const greedy = groups.star !== undefined || groups.greedy !== undefined;
    if (parameters.includes(name)) problems.push(`the parameter "${name}" is there twice; give each its own name`);
    if (greedy && index < segments.length - 1)
      problems.push(
        `the greedy parameter "${segment}" must be the last segment; move it or take one segment with {${name}}`,
      );
    parameters.push(name);
    return greedy ? `{${name}+}` : `{${name}}`;
  });
  return { path: `/${written.join('/')}`, parameters, ...(problems[0] === undefined ? {} : { problem: problems[0] }) };
}

const literalProblem = (segment: string): string =>
  /[:{*]/.test(segment)
    ? `the segment "${segment}" is only partly a parameter, which API Gateway cannot route; write a whole segment as :name or {name}, or {name+} for the rest of the path`
    : `the segment "${segment}" has a character that a path cannot have; percent-encode it`;

/** The template with its parameters' names left out: two routes that differ only in these cannot be told apart. */
export const pathShape = (path: string): string => path.replace(/\{[^}+]*(\+?)\}/g, '{$1}');
