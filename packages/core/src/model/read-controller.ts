import { type Class, type DecoratorRecord, readLineage, readOwnRecords } from '../metadata/record.js';
import { readParameterTypes } from '../metadata/reflect.js';
import type { ClassTable } from './class-table.js';
import type { LambdaOptions } from './manifest.js';
import { ownedRecords } from './owned-records.js';
import { isAround, readAround, readClassAround } from './read-around.js';
import { readAuthorizer } from './read-authorizer.js';
import { isInjection } from './read-dependencies.js';
import { isAuthorization, readClassGuard, readGuard } from './read-guard.js';
import { isIntegrationDecorator, readIntegrations } from './read-integrations.js';
import { readOutput } from './read-output.js';
import { readParameter } from './read-parameter.js';
import { readClassProviders } from './read-providers.js';
import { readUses } from './read-uses.js';
import { readClassValidation, readValidation } from './read-validation.js';
import type { ControllerReading, MethodReading } from './reading.js';
import type { OwnedRecord } from './value-table.js';
import { isAuthorizer, isParameterDecorator, isRouteDecorator } from './vocabulary.js';

/** Reads everything that decorators said of a controller and its base classes. */
export function readController(target: Class, classes: ClassTable): ControllerReading {
  const lineage = readLineage(target);
  const own = readOwnRecords(target);
  const controller = own.findLast((entry) => entry.decorator === 'Controller');
  const records = [...lineage].reverse().flatMap(readOwnRecords);
  const lambda = mergeLambda(
    lineage.map((owner) => argumentOf(onClass(readOwnRecords(owner)), 'Lambda') as LambdaOptions | undefined),
  );
  const validation = readClassValidation(target);
  const guard = readClassGuard(target);
  const packaging = lineage
    .map((owner) => argumentOf(onClass(readOwnRecords(owner)), 'Packaging'))
    .find((given) => given !== undefined);
  return {
    class: classes.keyOf(target),
    ...(controller === undefined ? {} : { path: pathOf(controller.arguments[0]) }),
    ...(lambda === undefined ? {} : { lambda }),
    ...(packaging === undefined ? {} : { packaging }),
    ...(validation === undefined ? {} : { validation }),
    ...(guard === undefined ? {} : { guard }),
    around: readClassAround(target, classes),
    providers: readClassProviders(target, 'Controller', classes),
    methods: namesWith(isRouteDecorator, records).map((name) => readMethod(lineage, name, classes)),
    authorizers: namesWith(isAuthorizer, records).map((name) => readMethod(lineage, name, classes)),
    misplaced: records.filter(isMisplaced).map(describeMisplaced),
  };
}

/** The path of `@Controller('/users')` and `@Controller({ path: '/users' })`. */
const pathOf = (given: unknown): unknown =>
  typeof given === 'object' && given !== null ? ((given as { readonly path?: unknown }).path ?? '/') : given;

const onClass = (records: readonly DecoratorRecord[]): readonly DecoratorRecord[] =>
  records.filter((entry) => entry.member === undefined);

const argumentOf = (records: readonly DecoratorRecord[], decorator: string): unknown =>
  records.find((entry) => entry.decorator === decorator)?.arguments[0];

/** Merges most derived first: what comes first wins, environments are merged name by name. */
export function mergeLambda(options: readonly (LambdaOptions | undefined)[]): LambdaOptions | undefined {
  const given = options.filter((entry) => entry !== undefined).reverse();
  if (given.length === 0) return undefined;
  const merged: LambdaOptions = Object.assign({}, ...given);
  const environments = given.map((entry) => entry.environment).filter((entry) => entry !== undefined);
  return environments.length === 0 ? merged : { ...merged, environment: Object.assign({}, ...environments) };
}

/** Names of the methods with such a decorator, those of base classes first, each in the order of the source. */
function namesWith(isWanted: (decorator: string) => boolean, records: readonly DecoratorRecord[]): string[] {
  const names = records
    .filter((entry) => isWanted(entry.decorator) && typeof entry.member === 'string' && !isMisplaced(entry))
    .map((entry) => entry.member as string);
  return [...new Set(names)];
}

function readMethod(lineage: readonly Class[], name: string, classes: ClassTable): MethodReading {
  const records = inheritedRecords(lineage, name);
  const declaring = lineage.find((owner) => Object.hasOwn(owner.prototype, name)) ?? (lineage[0] as Class);
  const types = readParameterTypes(lineage[0] as Class, name);
  const statusCode = argumentOf(records, 'HttpCode');
  const lambda = argumentOf(records, 'Lambda') as LambdaOptions | undefined;
  const packaging = argumentOf(records, 'Packaging');
  const consumes = argumentOf(records, 'Consumes');
  const validation = readValidation(records);
  const uses = readUses(records);
  const integrations = readIntegrations(records);
  const guard = readGuard(records);
  const authorizer = readAuthorizer(name, records);
  const output = readOutput(records, classes);
  return {
    name,
    declaredBy: classes.keyOf(declaring),
    arity: (declaring.prototype as Record<string, { length: number }>)[name]?.length ?? 0,
    // decorators run bottom-up; the source is read top-down
    routes: withoutMarks(
      records
        .filter((entry) => isRouteDecorator(entry.decorator))
        .map((entry) => ({ decorator: entry.decorator, path: entry.arguments[0] }))
        .reverse(),
    ),
    ...(statusCode === undefined ? {} : { statusCode }),
    headers: records
      .filter((entry) => entry.decorator === 'Header')
      .map((entry) => [entry.arguments[0], entry.arguments[1]] as const)
      .reverse(),
    ...(lambda === undefined ? {} : { lambda }),
    ...(packaging === undefined ? {} : { packaging }),
    around: readAround(records, classes),
    ...(consumes === undefined ? {} : { consumes }),
    ...(validation === undefined ? {} : { validation }),
    ...(output === undefined ? {} : { output }),
    ...(uses === undefined ? {} : { uses }),
    ...(integrations.length === 0 ? {} : { integrations }),
    ...(guard === undefined ? {} : { guard }),
    ...(authorizer === undefined ? {} : { authorizer }),
    ...(records.some((entry) => entry.decorator === 'Sse') ? { sse: true as const } : {}),
    parameters: records
      .filter((entry) => entry.parameter !== undefined)
      .map((entry) => readParameter(entry, types?.[entry.parameter as number], classes))
      .sort((left, right) => left.index - right.index),
  };
}

/** `@Sse()` beside another route decorator is only a mark. */
const withoutMarks = (routes: MethodReading['routes']): MethodReading['routes'] =>
  (routes.length > 1 ? routes.filter(({ decorator, path }) => decorator !== 'Sse' || path !== undefined) : routes).map(
    ({ decorator, path }) => ({ decorator, path: path ?? '/' }),
  );

/**
 * A method that overrides another inherits what it does not declare anew: its route, its parameters' decorators, each header, and each
 * other decorator by name. What runs around the overridden method runs around it too: nobody loses a guard by overriding.
 */
function inheritedRecords(lineage: readonly Class[], name: string): OwnedRecord[] {
  const records: OwnedRecord[] = [];
  const declared = new Set<string>();
  for (const owner of lineage) {
    const own = ownedRecords(owner).filter((entry) => entry.member === name && !isMisplaced(entry));
    records.push(...own.filter((entry) => isAround(entry) || !declared.has(subjectOf(entry))));
    for (const entry of own) declared.add(subjectOf(entry));
  }
  return records;
}

const subjectOf = (entry: DecoratorRecord): string => {
  if (entry.parameter !== undefined) return 'parameters';
  if (entry.decorator === 'Header') return `Header ${String(entry.arguments[0]).toLowerCase()}`;
  if (isRouteDecorator(entry.decorator)) return 'route';
  if (isAuthorization(entry)) return 'authorization';
  return isIntegrationDecorator(entry.decorator) ? 'integration' : entry.decorator;
};

const isMisplaced = (entry: DecoratorRecord): boolean => !isInjection(entry) && isElsewhere(entry);

const isElsewhere = (entry: DecoratorRecord): boolean =>
  entry.decorator === 'Inject' ||
  entry.decorator === 'Optional' ||
  entry.static === true ||
  entry.property === true ||
  typeof entry.member === 'symbol' ||
  (isParameterDecorator(entry.decorator) && entry.member === undefined);

const describeMisplaced = (entry: DecoratorRecord): string => {
  if (entry.member === undefined) return `@${entry.decorator} on a parameter of the constructor`;
  const place = `${entry.static ? 'static ' : ''}${entry.property ? 'property' : 'method'} ${JSON.stringify(String(entry.member))}`;
  return entry.decorator === 'Inject' || entry.decorator === 'Optional'
    ? `@${entry.decorator} on the ${place} (only constructors and properties of instances are injected)`
    : `@${entry.decorator} on the ${place}`;
};
