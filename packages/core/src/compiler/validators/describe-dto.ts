/** Runs in the process that loads an application: what class-validator and class-transformer know of its classes, as JSON. */
import { type Class, readLineage } from '../../metadata/record.js';
import type { ClassTable } from '../../model/class-table.js';
import { describeDesignTypes, describeTransforms } from './describe-transforms.js';
import { describeValidations } from './describe-validations.js';
import { isJson } from './describe-value.js';
import type { DtoDescription, RuleSelection, Unsupported } from './dto-description.js';

/** How classes are described. */
export interface DescribeOptions {
  /** The selections of rules that routes make. */
  readonly selections: readonly RuleSelection[];
  /** Whether a class is the project's own, so that both libraries' decorators on it were seen. */
  isDeclared(target: Class): boolean;
}

/** Describes every class of the table that either library knows of, and the classes that these lead to, by key. */
export function describeDtos(classes: ClassTable, options: DescribeOptions): Record<string, DtoDescription> {
  const descriptions: Record<string, DtoDescription> = {};
  // classes that a description leads to are added to the table, and met by this loop
  for (const [key, target] of classes.entries()) {
    const description = describeDto(target, classes, options);
    if (description !== undefined) descriptions[key] = description;
  }
  return descriptions;
}

function describeDto(target: Class, classes: ClassTable, options: DescribeOptions): DtoDescription | undefined {
  const rules = describeValidations(target, classes, options.selections);
  const own = describeTransforms(target, classes);
  const lineage = readLineage(target);
  const properties = new Set([
    ...rules.validations.map(({ property }) => property),
    ...lineage.flatMap((owner) =>
      describeTransforms(owner, classes).transforms.flatMap(({ property }) => property ?? []),
    ),
  ]);
  const unsupported = [...rules.unsupported, ...own.unsupported];
  if (properties.size + own.transforms.length + unsupported.length === 0) return undefined;
  return {
    class: classes.keyOf(target),
    name: target.name,
    ancestors: lineage.slice(1).map((ancestor) => classes.keyOf(ancestor)),
    validations: rules.validations,
    selections: rules.selections,
    transforms: own.transforms,
    designTypes: describeDesignTypes(target, [...properties], classes),
    ...describeInstance(target, [...properties]),
    unsupported: [...lineage.flatMap((owner) => packageClass(owner, options)), ...unsupported],
  };
}

/** class-transformer looks at the class itself for accessors, and at a new instance for functions. */
function describeInstance(
  target: Class,
  properties: readonly string[],
): Pick<DtoDescription, 'unassignable' | 'initial'> {
  const instance = newInstance(target);
  const values = properties.map((name) => [name, heldValue(instance, name)] as const);
  const unassignable = properties.filter((name) => {
    const descriptor = Object.getOwnPropertyDescriptor(target.prototype, name);
    return (descriptor !== undefined && descriptor.set === undefined) || heldValue(instance, name) instanceof Function;
  });
  const initial = values
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, isJson(value) ? { json: value } : {}] as const);
  return {
    ...(unassignable.length === 0 ? {} : { unassignable }),
    ...(initial.length === 0 ? {} : { initial: Object.fromEntries(initial) }),
  };
}

/** An accessor may throw. */
function heldValue(instance: Readonly<Record<string, unknown>>, name: string): unknown {
  try {
    return instance[name];
  } catch {
    return undefined;
  }
}

function newInstance(target: Class): Record<string, unknown> {
  try {
    return new (target as new () => Record<string, unknown>)();
  } catch {
    return target.prototype as Record<string, unknown>;
  }
}

const packageClass = (target: Class, { isDeclared }: DescribeOptions): Unsupported[] =>
  isDeclared(target)
    ? []
    : [{ reason: `${target.name} is declared in a package, whose decorators the build does not see` }];
