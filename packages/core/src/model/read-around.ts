/** Reads what decorators put around controller methods: middleware and error mappings. */
import { type Class, readLineage } from '../metadata/record.js';
import type { ClassTable } from './class-table.js';
import type { ArgumentManifest, BuiltInLayer, CatchManifest, LayerManifest } from './manifest.js';
import { ownedRecords } from './owned-records.js';
import type { AroundReading } from './reading.js';
import type { OwnedRecord } from './value-table.js';

/** Decorators of built-in middleware. */
const BUILT_IN: Readonly<Record<string, BuiltInLayer>> = {
  BodyLimit: 'bodyLimit',
  Compress: 'compress',
  Cors: 'cors',
  Deadline: 'deadline',
  ETag: 'etag',
  Produces: 'produces',
  SecurityHeaders: 'securityHeaders',
};

/** Whether a decorator puts something around a method, rather than say something of it. */
export const isAround = ({ decorator }: OwnedRecord): boolean =>
  decorator === 'Use' || decorator === 'Catch' || Object.hasOwn(BUILT_IN, decorator);

/** Reads what stands on a class and its base classes; what a base class has is further out. */
export const readClassAround = (target: Class, classes: ClassTable): AroundReading =>
  readAround(
    readLineage(target).flatMap((owner) => ownedRecords(owner).filter((entry) => entry.member === undefined)),
    classes,
  );

/**
 * Reads what records of one subject put around it.
 *
 * @param records those of derived classes first, each class's in the order they ran, which is bottom-up
 */
export function readAround(records: readonly OwnedRecord[], classes: ClassTable): AroundReading {
  const layers: LayerManifest[] = [];
  const catches: CatchManifest[] = [];
  const refused: string[] = [];
  for (const entry of [...records].reverse()) {
    if (entry.decorator === 'Use') {
      for (const [index, value] of entry.arguments.entries()) {
        const layer = readMiddleware(entry, index, value, classes);
        if (typeof layer === 'string') refused.push(layer);
        else addLayer(layers, layer, index > 0);
      }
    } else if (entry.decorator === 'Catch') {
      const problem = refusedCatch(entry.arguments);
      if (problem !== undefined) refused.push(problem);
      else catches.push({ errors: argumentOf(entry, 0, classes), answer: argumentOf(entry, 1, classes) });
    } else if (Object.hasOwn(BUILT_IN, entry.decorator)) {
      const kind = BUILT_IN[entry.decorator] as BuiltInLayer;
      layers.push(entry.arguments[0] === undefined ? { kind } : { kind, options: argumentOf(entry, 0, classes) });
    }
  }
  return { layers, catches, refused };
}

/** Neighbours of middy's in one `@Use` are one stack, as in `middy().use([...])`: a hook that answers early skips all others. */
function addLayer(layers: LayerManifest[], layer: LayerManifest, isNeighbour: boolean): void {
  const last = layers.at(-1);
  if (isNeighbour && layer.kind === 'middy' && last?.kind === 'middy')
    layers.splice(-1, 1, { kind: 'middy', values: [...last.values, ...layer.values] });
  else layers.push(layer);
}

/** An argument as data where JSON can hold it, else by its key. */
function argumentOf(entry: OwnedRecord, index: number, classes: ClassTable): ArgumentManifest {
  const value = entry.arguments[index];
  return isJson(value) ? { json: value } : { value: classes.keyOfValue(entry, index) };
}

const isJson = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.every(isJson);
  return (
    typeof value === 'object' &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.entries(value as object).every(([name, member]) => name !== '__proto__' && isJson(member))
  );
};

function readMiddleware(
  entry: OwnedRecord,
  index: number,
  value: unknown,
  classes: ClassTable,
): LayerManifest | string {
  if (typeof value === 'function' && typeof value.prototype?.use === 'function')
    return { kind: 'class', class: classes.keyOf(value as unknown as Class) };
  if (typeof value === 'function') return { kind: 'function', value: classes.keyOfValue(entry, index) };
  if (isMiddy(value)) return { kind: 'middy', values: [classes.keyOfValue(entry, index)] };
  return `@Use was given ${value === null ? 'null' : Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`}; give a function (context, next), an injectable class with a method "use", or a middy middleware`;
}

/** A middy middleware is an object of hooks (https://middy.js.org/docs/intro/how-it-works). */
const isMiddy = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['before', 'after', 'onError'].some((hook) => typeof (value as Record<string, unknown>)[hook] === 'function');

function refusedCatch([errors, answer]: readonly unknown[]): string | undefined {
  const matches = Array.isArray(errors) ? errors : [errors];
  if (matches.length === 0 || matches.some((match) => typeof match !== 'function' && typeof match !== 'string'))
    return '@Catch was given no error class; give a class, the name of an error, or an array of these first';
  const isStatus = typeof answer === 'number' && Number.isInteger(answer) && answer >= 400 && answer <= 599;
  return isStatus || typeof answer === 'function'
    ? undefined
    : '@Catch was given no answer; give a status from 400 to 599 or a function (error, context) second';
}
