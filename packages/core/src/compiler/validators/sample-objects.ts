/** Objects to try on a DTO: each value on its own beside what is right, and mixtures. */
import { type DtoDescription, selectionKey, type ValidationDescription } from './dto-description.js';
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
}

/** Names that no rule is about. */
const UNKNOWN = ['extra', 'toString', 'hasOwnProperty', '0', 'a.b'];

/** Objects to try on a class. */
export function sampleObjects(key: string, sample: SampleOptions, depth = 2): object[] {
  const random = randomFrom(sample.seed);
  const candidates = candidatesOf(key, sample, depth);
  const base = rightObject(key, candidates, sample);
  const single = Object.entries(candidates).flatMap(([property, values]) =>
    values.map((value) => ({ ...base, [property]: value })),
  );
  const missing = Object.keys(candidates).map((property) =>
    Object.fromEntries(Object.entries(base).filter(([name]) => name !== property)),
  );
  const pick = (values: readonly unknown[]) => values[Math.floor(random() * values.length)];
  const vary = (value: unknown) => (random() < 0.2 ? randomValue(value, random) : value);
  const mixtures = Array.from({ length: sample.mixtures }, () => {
    const names = [...Object.keys(candidates), ...UNKNOWN].filter(() => random() < 0.8);
    const entries = names.map((name) => [
      name,
      vary(name in base && random() < 0.4 ? base[name] : pick(candidates[name] ?? [1, 'a', {}])),
    ]);
    return Object.fromEntries(
      entries
        .map((entry) => [random(), entry] as const)
        .sort(([one], [other]) => one - other)
        .map(([, entry]) => entry),
    );
  });
  return [{}, base, { ...base, extra: 1 }, ...missing, ...single, ...mixtures];
}

type Candidates = Record<string, unknown[]>;

function candidatesOf(key: string, sample: SampleOptions, depth: number): Candidates {
  const { dtos, options } = sample;
  const dto = dtos[key];
  if (dto === undefined) return {};
  const rules = (dto.selections[selectionKey(options)] ?? []).map(
    (position) => dto.validations[position] as ValidationDescription,
  );
  const candidates: Candidates = {};
  for (const property of new Set([...rules.map((rule) => rule.property), ...typedProperties(key, dtos).keys()]))
    candidates[property] = sampleValues(rules.filter((rule) => rule.property === property));
  for (const [property, inner] of typedProperties(key, dtos)) {
    const nested = depth === 0 ? [{}] : sampleObjects(inner, { ...sample, mixtures: 10 }, depth - 1).filter(isJsonLike);
    const right = nested[1];
    candidates[property]?.unshift(
      right,
      [right],
      ...nested,
      [right, right],
      [right, null, 1],
      [[right]],
      nested.slice(0, 3),
    );
  }
  return candidates;
}

/** A request cannot hold sets and maps; only an instance's own properties are given some. */
const isJsonLike = (plain: object): boolean =>
  !Object.values(plain).some((value) => value instanceof Set || value instanceof Map);

/** The classes of properties with `@Type`. */
function typedProperties(key: string, dtos: SampleOptions['dtos']): Map<string, string> {
  const owners = [key, ...(dtos[key]?.ancestors ?? [])].reverse();
  const entries = owners.flatMap((owner) => dtos[owner]?.transforms ?? []);
  return new Map(
    entries.flatMap(({ property, type }): [string, string][] =>
      property !== undefined && type !== undefined && 'class' in type ? [[property, type.class]] : [],
    ),
  );
}

/** An object that nothing is wrong with, as far as the candidates go: each property in turn takes the first value that helps. */
function rightObject(key: string, candidates: Candidates, { isRight }: SampleOptions): Record<string, unknown> {
  const base: Record<string, unknown> = {};
  for (const [property, values] of Object.entries(candidates)) {
    const found = values.find((value) => value !== undefined && isRight(key, property, { ...base, [property]: value }));
    if (found !== undefined) base[property] = found;
  }
  return base;
}
