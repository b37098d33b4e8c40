import { isToken } from '../metadata/provider.js';
import { type Class, type DecoratorRecord, readLineage, readOwnRecords } from '../metadata/record.js';
import { readParameterTypes, readPropertyType } from '../metadata/reflect.js';
import type { ClassTable } from './class-table.js';
import { readType } from './read-type.js';
import type { DependencyReading } from './reading.js';

/** Reads what a class needs: the arguments of its constructor, in their order, then properties, those of base classes first. */
export const readDependencies = (target: Class, classes: ClassTable): DependencyReading[] => [
  ...readParameters(target, classes),
  ...readProperties(target, classes),
];

/** Whether a decorator says what is injected, on a parameter of a constructor or on a property. */
export const isInjection = ({ decorator, member, parameter, static: isStatic }: DecoratorRecord): boolean =>
  (decorator === 'Inject' || decorator === 'Optional') &&
  (member === undefined ? parameter !== undefined : typeof member === 'string' && parameter === undefined && !isStatic);

function readParameters(target: Class, classes: ClassTable): DependencyReading[] {
  const owner = constructorOwner(target);
  if (owner === undefined) return [];
  const types = readParameterTypes(owner);
  const records = readOwnRecords(owner).filter((entry) => isInjection(entry) && entry.member === undefined);
  // a parameter with a default value, and those after it, are left to the default unless a decorator says what they get
  const count = Math.max(owner.length, ...records.map(({ parameter }) => (parameter as number) + 1));
  return Array.from({ length: count }, (_, index) =>
    readDependency(
      records.filter(({ parameter }) => parameter === index),
      types?.[index],
      classes,
    ),
  );
}

/** The class of the lineage whose constructor runs first with the caller's arguments; an implicit constructor passes them on. */
const constructorOwner = (target: Class): Class | undefined =>
  readLineage(target).find((owner) => readParameterTypes(owner) !== undefined || owner.length > 0);

function readProperties(target: Class, classes: ClassTable): DependencyReading[] {
  const properties = new Map<string, DependencyReading>();
  for (const owner of readLineage(target).reverse()) {
    const records = readOwnRecords(owner).filter((entry) => isInjection(entry) && entry.member !== undefined);
    for (const property of new Set(records.map(({ member }) => member as string))) {
      const own = records.filter(({ member }) => member === property);
      properties.set(property, { ...readDependency(own, readPropertyType(owner, property), classes), property });
    }
  }
  return [...properties.values()];
}

function readDependency(records: readonly DecoratorRecord[], type: unknown, classes: ClassTable): DependencyReading {
  const inject = records.findLast(({ decorator, arguments: given }) => decorator === 'Inject' && given.length > 0);
  const optional = records.some(({ decorator }) => decorator === 'Optional') ? { optional: true as const } : {};
  if (inject !== undefined) {
    const [token] = inject.arguments;
    return isToken(token) ? { token: classes.keyOfToken(token), ...optional } : { reason: 'not a token' };
  }
  const declared = readType(type, classes);
  if (declared.kind === 'class') return { token: declared.class, ...optional };
  return { reason: declared.kind === 'missing' ? 'no metadata' : 'not a class' };
}
