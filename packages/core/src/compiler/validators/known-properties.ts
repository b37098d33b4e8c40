/**
 * Properties of many DTOs have the same rules, and the same code comes of them. What was tried on one of them value by value is
 * sampled on the others.
 */
import type { DescribedValue, DtoDescription, TransformDescription, ValidationDescription } from './dto-description.js';

/** Of the values that were tried on another property, one of so many is tried again. */
const SAMPLE = 8;

/** The properties that were tried. */
export class KnownProperties {
  readonly #right = new Map<string, unknown>();

  /** The values to try on a property; all of them the first time. */
  sample(key: string | undefined, values: readonly unknown[]): readonly unknown[] {
    if (key === undefined || !this.#right.has(key)) return values;
    return values.filter((_, position) => position % SAMPLE === 0);
  }

  /** The value that the libraries found right on another property, first of all. */
  withRight(key: string | undefined, values: readonly unknown[]): readonly unknown[] {
    const right = key === undefined ? undefined : this.#right.get(key);
    return right === undefined ? values : [right, ...values];
  }

  /** Takes down that a property is tried, and a value that is right. */
  add(key: string | undefined, right: unknown): void {
    if (key !== undefined) this.#right.set(key, right);
  }

  /** Forgets all of them. */
  clear(): void {
    this.#right.clear();
  }
}

/**
 * All that a property's code is made from but its name and its class, for DTOs of one application; undefined where class-transformer
 * knows more of the class than types of properties, so that the code depends on others, too.
 */
export function propertyKey(
  property: string,
  dto: DtoDescription,
  dtos: Readonly<Record<string, DtoDescription>>,
): string | undefined {
  const transforms = [dto, ...dto.ancestors.map((key) => dtos[key])].map((each) => each?.transforms);
  if (!transforms.every((entries) => entries?.every(({ kind }) => kind === 'type'))) return undefined;
  const types = transforms.flatMap((entries = []) => entries.filter((entry) => entry.property === property));
  const rules = dto.validations.filter((rule) => rule.property === property).map(describeRule);
  const { designTypes, initial = {}, unassignable = [] } = dto;
  return JSON.stringify([
    rules,
    types.map(describeType),
    designTypes[property],
    initial[property],
    unassignable.includes(property),
  ]);
}

/** A type is described by its class, or else by the function that tells it. */
const describeType = ({ property: _, place: __, function: named, ...entry }: TransformDescription): unknown =>
  entry.type === undefined ? [entry, named] : [entry];

const describeRule = ({ property: _, place, ...rule }: ValidationDescription): unknown => ({
  ...rule,
  factory: place.factory,
  arguments: rule.arguments.map(describeValue),
  constraints: rule.constraints?.map(describeValue),
  message: rule.message && describeValue(rule.message),
  context: rule.context && describeValue(rule.context),
});

/** Where a value stands does not matter, if all of it is known. */
const describeValue = ({ reference, ...value }: DescribedValue): unknown =>
  Object.keys(value).some((name) => name !== 'isStatic') ? [value, reference === undefined] : [value, reference];
