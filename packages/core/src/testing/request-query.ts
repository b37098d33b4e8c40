/** A query string as it is described: raw, or as names and values. */
export type QueryContent = string | Readonly<Record<string, string | readonly string[]>>;

/** Writes a described query as a raw query string, without `?`. */
export const writeQuery = (query: QueryContent = ''): string => {
  if (typeof query === 'string') return query;
  return Object.entries(query)
    .flatMap(([name, value]) => (typeof value === 'string' ? [value] : value).map((one) => [name, one]))
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&');
};

/** Reads a raw query string into decoded values by name, in the order sent; `+` is a space, as API Gateway has it. */
export const readQuery = (rawQuery: string): ReadonlyMap<string, readonly string[]> => {
  const values = new Map<string, string[]>();
  // The added `?` is the one that URLSearchParams drops: a raw query that itself begins with `?` stays whole.
  for (const [name, value] of new URLSearchParams(`?${rawQuery}`)) {
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return values;
};

/** Splits a raw query string into names and values as they were sent, still encoded, as a load balancer has it. */
export const splitQuery = (rawQuery: string): ReadonlyMap<string, readonly string[]> => {
  const values = new Map<string, string[]>();
  for (const pair of rawQuery.split('&').filter((part) => part !== '')) {
    const mark = pair.indexOf('=');
    const name = mark < 0 ? pair : pair.slice(0, mark);
    values.set(name, [...(values.get(name) ?? []), mark < 0 ? '' : pair.slice(mark + 1)]);
  }
  return values;
};
