/** Objects to try on a DTO: each value on its own beside what is right, and mixtures. */
import {
  type DtoDescription,
  selectionKey,
  type TransformDescription,
  type ValidationDescription,
} from './dto-description.js';
import { type KnownProperties, propertyKey } from './known-properties.js';
import { randomValue } from './random-value.js';
import type { RuleOptions } from './rule-options.js';
import { randomFrom, sampleValues } from './sample-values.js';

/** What objects are made from. */
export interface SampleOptions {
  readonly dtos: Readonly<Record<string, DtoDescription>>;
  readonly options: RuleOptions;
  /** Whether the libraries find nothing wrong with a property of an object of a class. */
  isRight(key: string, property: string, plain: object): boolean;
  /** How many mixtures. */
  readonly mixtures: number;
  readonly seed: number;
  /** Properties of other DTOs that were tried. */
  readonly known?: KnownProperties | undefined;
  /** Whether all was tried on a DTO of the same shape: mixtures are enough then. */
  readonly isRepeated?: boolean;
}

/** Names that no rule is about. */
const UNKNOWN = ['extra', 'toString', 'hasOwnProperty', '0', 'a.b'];

/** Objects to try on a class. */
export function sampleObjects(key: string, sample: SampleOptions, depth = 2): object[] {
  const random = randomFrom(sample.seed);
  const candidates = candidatesOf(key, sample, depth);
  const base = sample.isRepeated ? {} : rightObject(key, candidates, sample);
  // every object has members such as toString
  const candidatesFor = (name: string) => (Object.hasOwn(candidates, name) ? candidates[name] : undefined);
  const pick = (values: readonly unknown[]) => values[Math.floor(random() * values.length)];
  const vary = (value: unknown) => (random() < 0.2 ? randomValue(value, random) : value);
  const mixtures = Array.from({ length: sample.mixtures }, () => {
    const names = [...Object.keys(candidates), ...UNKNOWN].filter(() => random() < 0.8);
    const entries = names.map((name) => [
      name,
      vary(Object.hasOwn(base, name) && random() < 0.4 ? base[name] : pick(candidatesFor(name) ?? [1, 'a', {}])),
    ]);
    return Object.fromEntries(
      entries
        .map((entry) => [random(), entry] as const)
        .sort(([one], [other]) => one - other)
        .map(([, entry]) => entry),
    );
  });
  return [{}, ...(sample.isRepeated ? [] : systematic(key, { base, candidates }, sample)), ...mixtures];
}

/** A right object, without each property, and with each value of each property. */
function systematic(
  key: string,
  { base, candidates }: { readonly base: Record<string, unknown>; readonly candidates: Candidates },
  sample: SampleOptions,
): object[] {
  const missing = Object.keys(candidates).map((property) =>
    Object.fromEntries(Object.entries(base).filter(([name]) => name !== property)),
  );
  const single = Object.entries(candidates).flatMap(([property, values]) => {
    const known = knownKey(property, key, sample);
    const tried = sample.known?.sample(known, values) ?? values;
    sample.known?.add(known, base[property]);
    return tried.map((value) => ({ ...base, [property]: value }));
  });
  return [base, { ...base, extra: 1 }, ...missing, ...single];
}

const knownKey = (property: string, key: string, { dtos, known, options }: SampleOptions): string | undefined => {
  const dto = dtos[key];
  if (known === undefined || dto === undefined) return undefined;
  const own = propertyKey(property, dto, dtos);
  return own && JSON.stringify([own, options]);
};

type Candidates = Record<string, unknown[]>;

function candidatesOf(key: string, sample: SampleOptions, depth: number): Candidates {
  const { dtos, options } = sample;
  const dto = dtos[key];
  if (dto === undefined) return {};
  const rules = (dto.selections[selectionKey(options)] ?? []).map(
    (position) => dto.validations[position] as ValidationDescription,
  );
  const candidates: Candidates = {};
  const transforms = transformsOf(key, dtos);
  const properties = [...rules.map((rule) => rule.property), ...transforms.flatMap(({ property }) => property ?? [])];
  for (const property of new Set(properties))
    candidates[property] = sampleValues(rules.filter((rule) => rule.property === property));
  for (const transform of transforms) {
    const nested = nestedObjects(transform, sample, depth);
    const right = nested[1] ?? nested[0];
    if (right === undefined) continue;
    candidates[transform.property as string]?.unshift(
      right,
      [right],
      ...nested,
      [right, right],
      [right, null, 1],
      [[right]],
      nested.slice(0, 3),
    );
  }
  for (const [name, property] of namesOf(key, dtos)) candidates[name] ??= candidates[property] ?? [];
  return candidates;
}

/** Objects to try where a property holds instances of a class, or of one of several that a name in them tells. */
function nestedObjects(transform: TransformDescription, sample: SampleOptions, depth: number): object[] {
  const { type, subTypes = [], options } = transform;
  if (type === undefined) return [];
  const of = (inner: string): object[] =>
    depth === 0
      ? [{}]
      : sampleObjects(inner, { ...sample, mixtures: 10, known: undefined }, depth - 1).filter(isJsonLike);
  const own = 'class' in type ? of(type.class) : [];
  const { property } = (options['discriminator'] ?? {}) as { readonly property?: string };
  if (property === undefined) return own;
  const told = subTypes.flatMap(({ name, class: inner }) =>
    of(inner)
      .slice(0, 40)
      .map((plain) => ({ ...plain, [property]: name })),
  );
  return [
    ...told,
    ...[...told.slice(0, 3), ...own.slice(0, 3)].map((plain) => ({ ...plain, [property]: 'unknown' })),
    ...own,
  ];
}

/** A request cannot hold sets and maps; only an instance's own properties are given some. */
const isJsonLike = (plain: object): boolean =>
  !Object.values(plain).some((value) => value instanceof Set || value instanceof Map);

/** What class-transformer knows of a class's properties. */
const transformsOf = (key: string, dtos: SampleOptions['dtos']): TransformDescription[] =>
  [key, ...(dtos[key]?.ancestors ?? [])]
    .reverse()
    .flatMap((owner) => dtos[owner]?.transforms ?? [])
    .filter(({ property }) => property !== undefined);

/** Names that requests have for properties. */
const namesOf = (key: string, dtos: SampleOptions['dtos']): Map<string, string> =>
  new Map(
    transformsOf(key, dtos).flatMap(({ property, options: { name } }): [string, string][] =>
      property !== undefined && typeof name === 'string' ? [[name, property]] : [],
    ),
  );

/** An object that nothing is wrong with, as far as the candidates go: each property in turn takes the first value that helps. */
function rightObject(key: string, candidates: Candidates, sample: SampleOptions): Record<string, unknown> {
  const { isRight, dtos, known } = sample;
  const base: Record<string, unknown> = {};
  const names = namesOf(key, dtos);
  for (const [property, values] of Object.entries(candidates)) {
    const first = known?.withRight(knownKey(property, key, sample), values) ?? values;
    const found = first.find(
      (value) => value !== undefined && isRight(key, names.get(property) ?? property, { ...base, [property]: value }),
    );
    if (found !== undefined) base[property] = found;
  }
  return base;
}
