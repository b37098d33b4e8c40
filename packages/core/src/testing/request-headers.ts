/** Header fields by lower-case name, in the order sent. */
export type HeaderTable = Map<string, HeaderField>;

/** One header field: its name as sent first, and every value. */
export interface HeaderField {
  readonly name: string;
  readonly values: readonly string[];
}

/** Groups described headers by name; names that differ only in case are one field (RFC 9110, section 5.1). */
export const readHeaders = (headers: Readonly<Record<string, string | readonly string[]>>): HeaderTable => {
  const table: HeaderTable = new Map();
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase();
    const known = table.get(key);
    const values = [...(known?.values ?? []), ...(typeof value === 'string' ? [value] : value)];
    if (values.length > 0) table.set(key, { name: known?.name ?? name, values });
  }
  return table;
};

/** The field's values as one, joined with commas; undefined without such a field. */
export const headerValue = (headers: HeaderTable, name: string): string | undefined =>
  headers.get(name)?.values.join(',');
