/** The prefixes of a path that are resources of a REST API, shortest first: `/users`, `/users/{id}`; the root is there already. */
export function pathPrefixes(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`);
}

/** The distinct resources that paths need. */
export const pathResources = (paths: readonly string[]): Set<string> => new Set(paths.flatMap(pathPrefixes));
