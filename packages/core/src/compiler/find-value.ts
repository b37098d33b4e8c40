import type { Class, Decorator } from '@oxc-project/types';
import type { Problem } from '../errors/definition-error.js';
import type { RecordedArgument } from '../metadata/recorded.js';
import { placeOf } from '../model/source-facts.js';
import type { ValuePlace } from '../model/value-table.js';
import { findClass } from './find-class.js';
import { findProvided } from './find-provider.js';
import type { LoadedApplication } from './load-application.js';
import { relativePath } from './project-files.js';
import {
  type ClassPlace,
  decoratorsOf,
  frameworkName,
  locate,
  memberName,
  type SourceModule,
} from './source-module.js';
import type { Expression } from './strip.js';

/** A value in the source, and the name its module exports it by after the bundle's transform. */
export interface FoundValue extends Expression {
  readonly module: SourceModule;
  readonly name: string;
  /** Where it is in what is exported: `.providers[0].useFactory`. */
  readonly access?: string;
}

/**
 * Finds the argument of a decorator, or the value in a provider, that a key stands for; undefined where none is written, or functions
 * of the author apply more decorators of the same name, so that it is not known which one it is.
 */
export function findValue(loaded: LoadedApplication, key: string): FoundValue | undefined {
  const value = loaded.collected.application.values[key] as ValuePlace;
  if (value.provider === undefined) return findArgument(loaded, value);
  const { index, property } = value.provider;
  const declared = loaded.collected.provided[key];
  // what announced itself was parsed before
  const module = declared && loaded.modules.get(declared.file);
  const found = module && findProvided(module, declared.start, property);
  if (module !== undefined && found !== undefined)
    return { ...found, module, name: `gatewright_provide_${found.position}_${property}` };
  // a provider that a function made is found where it is listed
  const options = findArgument(loaded, value);
  return options && { ...options, access: `.providers[${index}].${property}` };
}

function findArgument(loaded: LoadedApplication, value: ValuePlace): FoundValue | undefined {
  const place = findClass(loaded, value.class);
  if (place?.source.binding === undefined) return undefined;
  const { module, source } = place;
  const named = decoratorsAt(source.node, value).filter((entry) => frameworkName(module, entry) === value.decorator);
  if (named.length !== value.count) return undefined;
  const call = named[value.occurrence]?.expression;
  const node = call?.type === 'CallExpression' ? call.arguments[value.argument] : undefined;
  if (node === undefined || node.type === 'SpreadElement') return undefined;
  const { member = '', parameter = '', decorator, occurrence, argument } = value;
  const name = ['gatewright', source.binding, member, parameter, decorator, occurrence, argument].join('_');
  return { module, name: name.replace(/[^\w$]/g, '_'), node };
}

function decoratorsAt(node: Class, { member, parameter }: ValuePlace): readonly Decorator[] {
  if (member === undefined) return decoratorsOf(node);
  const found = node.body.body.findLast(
    (entry) => entry.type === 'MethodDefinition' && !entry.static && memberName(entry) === member,
  );
  if (found?.type !== 'MethodDefinition') return [];
  return parameter === undefined ? decoratorsOf(found) : (found.value.params[parameter]?.decorators ?? []);
}

/** How a handler gets a value that a function of the author's gave to a decorator: from the records of a class. */
export interface RecordedValue {
  /** Key of a class that a handler can import, and where in its lineage the decorated class is. */
  readonly class: string;
  readonly place: RecordedArgument;
  /** Where it is in the argument: `.providers[0].useFactory`. */
  readonly access?: string;
}

/** Finds the records that have a value; undefined where no handler can import the class. */
export function findRecorded({ collected, modules }: LoadedApplication, key: string): RecordedValue | undefined {
  const { class: owner, count: _count, provider, ...place } = collected.application.values[key] as ValuePlace;
  if (provider?.property === 'useClass') return undefined; // a class is imported, and never read from records
  const access = provider === undefined ? {} : { access: `.providers[${provider.index}].${provider.property}` };
  const controller = Object.keys(collected.lineages).find((name) => collected.lineages[name]?.includes(owner));
  if (controller !== undefined) {
    const depth = collected.lineages[controller]?.indexOf(owner) as number;
    return { class: controller, place: { depth, ...place }, ...access };
  }
  const source = findClass({ collected, modules }, owner)?.source;
  return (source?.exportName ?? source?.binding)
    ? { class: owner, place: { depth: 0, ...place }, ...access }
    : undefined;
}

/** Refuses values that a handler could get in no way. */
export const checkValues = (root: string, loaded: LoadedApplication): Problem[] =>
  Object.entries(loaded.collected.application.values).flatMap(([key, value]): Problem[] => {
    if (findValue(loaded, key) !== undefined || findRecorded(loaded, key) !== undefined) return [];
    const place = findClass(loaded, value.class);
    const at =
      place &&
      placeOf(
        locate(place.module, (place.source.node.id ?? place.source.node).start, relativePath(root, place.module.file)),
      );
    const where = `${value.class}${value.member === undefined ? '' : `.${value.member}`}`;
    const message = `gets a value from @${value.decorator} that a handler cannot import, ${whyUnreachable(place)}`;
    return [{ code: 'VALUE_NOT_REACHABLE', where, message, ...(at === undefined ? {} : { at }) }];
  });

/** Of a class that can be imported, only classes in providers cannot: those that a function of the author's lists. */
const whyUnreachable = (place: ClassPlace | undefined): string =>
  place?.source.binding === undefined
    ? 'because the class is declared where no module can export it; declare it at the top level of a module'
    : 'because a function makes the provider of a class and applies the decorator; write provide(...) in a list at the top level of a module';
