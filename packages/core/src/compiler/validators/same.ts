/** Where two results differ; undefined where they are the same: classes, own keys and their order, values. */
export function difference(one: unknown, other: unknown, path = ''): string | undefined {
  if (Object.is(one, other)) return undefined;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return `${path || 'it'}: ${show(one)} instead of ${show(other)}`;
  if (kindOf(one) !== kindOf(other)) return `${path || 'it'}: another class`;
  if (one instanceof Date && other instanceof Date)
    return Object.is(one.getTime(), other.getTime()) ? undefined : `${path}: another date`;
  if (one instanceof Set || one instanceof Map)
    return difference([...one], [...(other as Set<unknown> | Map<unknown, unknown>)], path);
  const keys = Object.keys(one);
  const others = Object.keys(other);
  if (keys.length !== others.length || keys.some((key, index) => key !== others[index]))
    return `${path || 'it'}: has [${keys}] instead of [${others}]`;
  for (const key of keys) {
    const found = difference((one as Keyed)[key], (other as Keyed)[key], path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Keyed = Readonly<Record<string, unknown>>;

/** Class-validator's errors have a class of their own, which nothing depends on. */
const kindOf = (value: object): unknown => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype as { readonly constructor?: { readonly name?: string } } | null)?.constructor?.name ===
    'ValidationError'
    ? Object.prototype
    : prototype;
};

const show = (value: unknown): string => {
  const text = typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : JSON.stringify(value);
  return text === undefined ? String(value) : text.slice(0, 80);
};
