import { type Source, sourcesOf } from './source.js';

type Schema =
  | { type: string | readonly string[]; properties?: Record<string, Schema>; required?: string[] }
  | Record<string, never>;

/** The JSON Schema that a body must have for what is mapped of it to be there; undefined where nothing of it is named. */
export function bodySchema(parameters: unknown): object | undefined {
  const named = sourcesOf(parameters).filter(
    ({ $from, name }) => $from === 'body' && name !== undefined && name !== '$',
  );
  if (named.length === 0) return undefined;
  const root = { type: 'object' } as const;
  for (const source of named) addSource(root, source);
  return root;
}

interface ObjectSchema {
  readonly type: 'object';
  properties?: Record<string, Schema>;
  required?: string[];
}

/** Adds the value at a path; what is in arrays is left open. */
function addSource(root: ObjectSchema, { name = '', type }: Source): void {
  const [path = ''] = name.slice(2).split('[');
  const isWhole = !name.includes('[');
  const names = path.split('.').filter((part) => part !== '');
  let parent: ObjectSchema = root;
  for (const [index, part] of names.entries()) {
    const properties = parent.properties ?? {};
    parent.properties = properties;
    parent.required = [...new Set([...(parent.required ?? []), part])].sort();
    const isLast = index === names.length - 1;
    const own = isLast ? ((isWhole ? TYPES[type] : undefined) ?? { type: 'array' }) : { type: 'object' };
    const schema = isLast && isWhole && type === 'json' ? {} : own;
    properties[part] = { ...(schema as Schema), ...(properties[part] ?? {}) } as Schema;
    parent = properties[part] as unknown as ObjectSchema;
  }
}

const TYPES: Readonly<Record<string, Schema>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
};
