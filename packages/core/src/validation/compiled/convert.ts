/** What class-transformer's `plainToInstance` does with plain data, for compiled DTOs. */

/** Converts a value that is no array. */
type Converter = (value: never) => unknown;

/** A class of collections that an array becomes. */
type Collection = new (elements: unknown[]) => unknown;

/** Whether a value is an object with properties; arrays are converted before anybody asks. */
export const isData = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !(value instanceof Date);

/** Converts a value, or each element of an array. */
export function convert(value: unknown, to: Converter, AsCollection?: Collection): unknown {
  if (!Array.isArray(value)) return to(value as never);
  const elements: unknown[] = value.map((element) => convert(element, to));
  return AsCollection === undefined ? elements : new AsCollection(elements);
}

export const toText = (value: unknown): unknown => (value === null || value === undefined ? value : String(value));
export const toNumber = (value: unknown): unknown => (value === null || value === undefined ? value : Number(value));
export const toBoolean = (value: unknown): unknown => (value === null || value === undefined ? value : Boolean(value));
export const toDate = (value: string | number | Date | null | undefined): unknown =>
  value === null || value === undefined ? value : new Date(value instanceof Date ? value.valueOf() : value);
export const toBuffer = (value: string | null | undefined): unknown =>
  value === null || value === undefined ? value : Buffer.from(value);

/** What copying takes of data whose type is not known. */
interface CopyOptions {
  readonly strategy?: 'excludeAll' | 'exposeAll';
  readonly excludePrefixes?: readonly string[];
  readonly exposeUnsetFields?: boolean;
}

/** Copies data whose type is not known. */
export function copy(value: unknown): unknown {
  return typeof value === 'object' ? copyBy({}, value) : value;
}

/** Makes the function that copies data whose type is not known, by options. */
export const copier =
  (options: CopyOptions): ((value: unknown) => unknown) =>
  (value) =>
    copyBy(options, value);

function copyBy(options: CopyOptions, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((element) => (typeof element === 'object' ? copyBy(options, element) : element));
  if (value instanceof Date) return new Date(value.valueOf());
  const made = {};
  for (const [key, inner] of Object.entries(value))
    if (takes(options, key, inner)) setProperty(made, key, copyBy(options, inner));
  return made;
}

const takes = ({ strategy, excludePrefixes, exposeUnsetFields }: CopyOptions, key: string, value: unknown): boolean =>
  strategy !== 'excludeAll' &&
  !excludePrefixes?.some((prefix) => key.startsWith(prefix)) &&
  (value !== undefined || exposeUnsetFields !== false);

/** Sets a property; one that is a method, or that its class only reads, stays as it is. */
export function setProperty(instance: object, key: string, value: unknown): void {
  if (key === '__proto__' || key === 'constructor') return;
  const target = instance as Record<string, unknown>;
  if (key in instance) {
    const descriptor = Object.getOwnPropertyDescriptor(instance.constructor.prototype, key);
    if ((descriptor !== undefined && !descriptor.set) || target[key] instanceof Function) return;
  }
  if (instance instanceof Map) instance.set(key, value);
  else target[key] = value;
}

/** Makes the function that puts an object's properties into a new instance of a class of the language. */
export const filler =
  (Target: new () => object, copyAny: (value: unknown) => unknown): Converter =>
  (value: unknown) => {
    const copied = copyAny(value);
    if (!isData(copied)) return copied;
    const made = new Target();
    for (const key of Object.keys(copied)) setProperty(made, key, copied[key]);
    return made;
  };

/** Makes a Map of an object, its values converted. */
export function convertMap(value: unknown, to: Converter): unknown {
  if (Array.isArray(value)) return value.map((element) => convert(element, to));
  if (typeof value !== 'object' || value === null) return value;
  const map = new Map<string, unknown>();
  for (const key of Object.keys(value)) setProperty(map, key, convert((value as Record<string, unknown>)[key], to));
  return map;
}

/** How an object's class is told by one of its properties. */
interface Names {
  readonly property: string;
  readonly choices: readonly (readonly [name: unknown, to: Converter])[];
  /** For an object that has none of the names. */
  readonly other: Converter;
  /** Whether the property stays. */
  readonly keeps?: true;
}

/** Converts an object, or each of an array, to the class that one of its properties tells; the data loses that property. */
export function convertByName(value: unknown, names: Names, AsCollection?: Collection): unknown {
  if (!Array.isArray(value)) {
    const isNamed = value instanceof Object && names.property in value;
    return convert(value, isNamed ? chosen(value as Record<string, unknown>, names) : names.other);
  }
  const elements = value.map((element: Record<string, unknown>) => convert(element, chosen(element, names)));
  return AsCollection === undefined ? elements : new AsCollection(elements);
}

function chosen(value: Record<string, unknown>, { property, choices, other, keeps }: Names): Converter {
  const name = value[property];
  if (!keeps) delete value[property];
  return choices.find(([choice]) => choice === name)?.[1] ?? other;
}
