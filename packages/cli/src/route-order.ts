/** Sorts routes as people look for them, by path and then by method; the manifest has them by id. */
export const byPath = <TRoute extends { readonly path: string; readonly method: string }>(
  routes: readonly TRoute[],
): readonly TRoute[] =>
  routes.toSorted((one, other) => compare(one.path, other.path) || compare(one.method, other.method));

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
