import { type Class, type DecoratorRecord, readLineage, readOwnRecords } from '../metadata/record.js';
import type { UsesReading } from './reading.js';
import { isAuthorizer, isRouteDecorator } from './vocabulary.js';

/** A resource's name becomes that of an environment variable. */
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
/** `readWrite`, `grantPurge`, or an action of IAM: `dynamodb:Query`. */
const ACCESS = /^[a-z][A-Za-z]*$|^[a-z0-9-]+:[A-Za-z0-9*]+$/;

/** Reads what `@Uses` says above a class and its base classes, whose code is the class's too. */
export function readClassUses(target: Class): UsesReading | undefined {
  const records = readLineage(target).flatMap(readOwnRecords);
  const isRouted = (member: unknown): boolean =>
    records.some(
      (entry) => entry.member === member && (isRouteDecorator(entry.decorator) || isAuthorizer(entry.decorator)),
    );
  const misplaced = records.filter(
    ({ decorator, member }) => decorator === 'Uses' && member !== undefined && !isRouted(member),
  );
  const above = readUses(records.filter(({ member }) => member === undefined));
  if (misplaced.length === 0) return above;
  const refused = misplaced.map(
    ({ member }) =>
      `@Uses stands on ${JSON.stringify(String(member))}, which is no method with a route; write it above the class`,
  );
  return { uses: above?.uses ?? {}, refused: [...(above?.refused ?? []), ...refused] };
}

/** Reads what `@Uses` says among the records of one subject; undefined where there is none. */
export function readUses(records: readonly DecoratorRecord[]): UsesReading | undefined {
  const given = records.filter(({ decorator }) => decorator === 'Uses').map((entry) => entry.arguments[0]);
  if (given.length === 0) return undefined;
  const readings = given.map(readResources);
  return {
    uses: mergeUses(readings.map(({ uses }) => uses)),
    refused: readings.flatMap(({ refused }) => refused),
  };
}

function readResources(given: unknown): UsesReading {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { uses: {}, refused: ["@Uses was given no object; write @Uses({ todos: 'read' })"] };
  const refused: string[] = [];
  const uses: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(given)) {
    const access: readonly unknown[] = Array.isArray(value) ? value : [value];
    const wrong = access.filter((each) => typeof each !== 'string' || !ACCESS.test(each));
    if (!NAME.test(name))
      refused.push(
        `@Uses names ${JSON.stringify(name)}, which cannot be part of an environment variable; use letters, digits and _, a letter first`,
      );
    refused.push(
      ...wrong.map(
        (each) =>
          `@Uses gives ${typeof each === 'string' ? JSON.stringify(each) : `a value of type ${typeof each}`} as access to "${name}"; write a level such as 'read', a grant method such as 'grantPurge', or an action such as 'dynamodb:Query'`,
      ),
    );
    uses[name] = access.filter((each) => !wrong.includes(each)) as string[];
  }
  return { uses, refused };
}

/** All that several say, sorted; nothing twice. */
export function mergeUses(
  all: readonly Readonly<Record<string, readonly string[]>>[],
): Record<string, readonly string[]> {
  const names = [...new Set(all.flatMap((uses) => Object.keys(uses)))].sort();
  return Object.fromEntries(
    names.map((name) => [name, [...new Set(all.flatMap((uses) => uses[name] ?? []))].sort()] as const),
  );
}
