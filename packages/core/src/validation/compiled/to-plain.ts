/** What class-transformer's `instanceToPlain` does, for handlers without class-transformer. */
import type { Class } from '../../metadata/record.js';
import type { PlainOptions } from '../../model/output-options.js';
import { toBoolean, toBuffer, toDate, toNumber, toText } from './convert.js';
import { makePlan, type TransformPlan, type TypeRecord } from './transform-plan.js';

/** A class, or what `@Type` with a discriminator was given, for the elements of an array. */
type Target = Class | TypeRecord | undefined;

/** Makes plain data of instances: what their classes expose, by the names, types and transforms that they give. */
export class PlainMaker {
  /** The options as class-transformer hands them to functions. */
  readonly #options: PlainOptions;
  readonly #plans = new WeakMap<Class, TransformPlan>();

  constructor(options: PlainOptions) {
    this.#options = { ...OPTIONS, ...options };
  }

  /** Makes plain data of an instance. */
  plain(instance: object): unknown {
    return this.#plainOf(instance, undefined, false);
  }

  #plainOf(value: unknown, target: Target, isMap: boolean): unknown {
    if (Array.isArray(value) || value instanceof Set)
      return [...value].map((element) => this.#elementOf(element, target));
    if (!isMap) {
      const convert = converterOf(target);
      if (convert !== undefined) return convert(value as never);
      if (value instanceof Date) return new Date(value.valueOf());
      if (value instanceof Buffer) return Buffer.from(value);
      if (isPromise(value)) return value.then((data) => this.#plainOf(data, target, false));
    }
    return typeof value === 'object' && value !== null
      ? this.#objectOf(value, target as Class | undefined, isMap)
      : value;
  }

  #elementOf(element: unknown, target: Target): unknown {
    if (typeof target !== 'object') return this.#plainOf(element, target, element instanceof Map);
    mark(element as object, target);
    return this.#plainOf(element, undefined, element instanceof Map);
  }

  #objectOf(value: object, given: Class | undefined, isMap: boolean): object {
    const target = given ?? classOf(value);
    const plan = target === undefined ? undefined : this.#planOf(target);
    const source = value as Record<string, unknown>;
    const plain: Record<string, unknown> = {};
    for (const key of this.#keysOf(value, plan, isMap)) {
      if (key === '__proto__' || key === 'constructor') continue;
      const type = isMap ? target : undefined;
      plain[plan?.names.get(key) ?? key] = this.#propertyOf({ source, key, plan, plain, type });
    }
    return plain;
  }

  /** The plan of a class, which is made once. */
  #planOf(target: Class): TransformPlan {
    const plan = this.#plans.get(target) ?? makePlan(target, this.#options);
    this.#plans.set(target, plan);
    return plan;
  }

  #keysOf(value: object, plan: TransformPlan | undefined, isMap: boolean): readonly string[] {
    const own = value instanceof Map ? [...(value as Map<string, unknown>).keys()] : Object.keys(value);
    if (isMap) return own;
    const { strategy, excludePrefixes = [] } = this.#options;
    const takesAll = plan?.takesAll ?? strategy === 'exposeAll';
    const keys = [...(takesAll ? own : []), ...(plan?.exposed ?? [])];
    return [...new Set(keys)].filter(
      (key) => !plan?.excluded.has(key) && !excludePrefixes.some((prefix) => key.startsWith(prefix)),
    );
  }

  #propertyOf({ source, key, plan, plain, type: mapped }: Property): unknown {
    const held = source instanceof Map ? (source as Map<string, unknown>).get(key) : source[key];
    const value = held instanceof Function && !(source instanceof Map) ? (held as () => unknown).call(source) : held;
    const type = mapped ?? typeOf({ source, key, plan, plain, value });
    const transforms = plan?.transforms.get(key) ?? [];
    const before = source[key];
    const after = transforms.reduce<unknown>(
      (made, transform) => transform({ value: made, key, obj: source, type: 1, options: this.#options }),
      before,
    );
    return this.#plainOf(source[key] === after ? value : after, type, value instanceof Map);
  }
}

/** A table of these would be kept in every handler's bundle. */
function converterOf(target: unknown): ((value: never) => unknown) | undefined {
  if (target === String) return toText;
  if (target === Number) return toNumber;
  if (target === Boolean) return toBoolean;
  if (target === Date) return toDate;
  return target === Buffer ? toBuffer : undefined;
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { readonly then?: unknown }).then === 'function';

/** Tells an object's class by one of its properties. */
function mark(object: object, { discriminator }: TypeRecord): void {
  if (discriminator === undefined) return;
  const subType = discriminator.subTypes.find(({ value }) => value === object.constructor);
  (object as Record<string, unknown>)[discriminator.property] = (subType as { readonly name: unknown }).name;
}

/** The class of an object; what only says that it is an array has none. */
function classOf({ constructor: target }: object): Class | undefined {
  return (target as unknown) === Object || (target as unknown) === Array ? undefined : (target as unknown as Class);
}

/** A property of an object that becomes plain data. */
interface Property {
  readonly source: Record<string, unknown>;
  readonly key: string;
  readonly plan: TransformPlan | undefined;
  readonly plain: object;
  /** Type of a map's values. */
  readonly type: Class | undefined;
}

function typeOf({ source, key, plan, plain, value }: Omit<Property, 'type'> & { readonly value: unknown }): Target {
  const record = plan?.types.get(key);
  if (record === undefined) return undefined;
  const type = record.of?.({ newObject: plain, object: source, property: key });
  if (record.discriminator === undefined) return type as Class | undefined;
  if (Array.isArray(source[key])) return record;
  if (value) mark(value, record);
  return undefined;
}

/** The options as class-transformer hands them to functions. */
const OPTIONS: PlainOptions & Readonly<Record<string, unknown>> = {
  enableCircularCheck: false,
  enableImplicitConversion: false,
  excludeExtraneousValues: false,
  excludePrefixes: undefined,
  exposeDefaultValues: false,
  exposeUnsetFields: true,
  groups: undefined,
  ignoreDecorators: false,
  strategy: 'excludeAll',
  targetMaps: undefined,
  version: undefined,
};
