/**
 * DTOs of many routes differ in their class's name alone: the same properties have the same rules. What the libraries answer depends
 * on their metadata, on the options, and on what instances are when they are made; where all that is the same, and the code is the
 * same, too, what holds for one DTO holds for the others.
 */
import type { Class } from '../../metadata/record.js';
import type { ClassTable } from '../../model/class-table.js';
import { instanceName } from '../names.js';
import type { CompiledDtos } from './compile-dtos.js';
import { isJson } from './describe-value.js';
import type { DescribedValue, DtoDescription } from './dto-description.js';

/**
 * All that comparing a DTO with the libraries depends on, with numbers in place of classes; undefined where a class holds what JSON
 * cannot, so that nobody knows.
 */
export function dtoShape({ code, bindings, compiled, dtos }: CompiledDtos, classes: ClassTable): string | undefined {
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    numbers.set(key, numbers.get(key) ?? numbers.size);
    return numbers.get(key) as number;
  };
  const known = {
    functions: Object.values(compiled).map(({ local: _, ...functions }) => functions),
    dtos: Object.values(dtos).map(describeClass),
    bindings: bindings.map(({ binding }) => binding),
  };
  const text = JSON.stringify(known, function (this: object, member, value: unknown) {
    if (member === 'class' && typeof value === 'string') return numberOf(value);
    // what an author gave names no class; what is not known of a value may differ from class to class
    if (member === 'json' || (member === 'reference' && !isKnown(this))) return JSON.stringify(value);
    return value;
  });
  const keys = [...numbers.keys()];
  const made = keys.map((key) => describeMade(classes.classOf(key)));
  return made.includes(undefined) ? undefined : JSON.stringify([text, withoutNames(code, keys), made]);
}

const describeClass = ({ name: _, ancestors, ...dto }: DtoDescription): object => ({
  ...dto,
  ancestors: ancestors.map((key) => ({ class: key })),
});

const isKnown = (value: DescribedValue): boolean => 'json' in value || 'pattern' in value || 'isUndefined' in value;

/** Code names its functions and variables after classes. */
const withoutNames = (code: string, keys: readonly string[]): string =>
  keys
    .map((key) => key.replace(/#\d+$/, ''))
    .reduce(
      (text, name, number) => text.replaceAll(name, `#${number}`).replaceAll(instanceName(name), `#${number}`),
      code,
    );

/** What a new instance holds, and what is on its prototypes. */
function describeMade(target: Class): unknown {
  const own = heldValues(target);
  if (own === undefined || !own.every(([, value]) => value === undefined || isJson(value))) return undefined;
  const inherited: unknown[] = [];
  for (
    let owner = target.prototype;
    owner !== Object.prototype && owner !== null;
    owner = Object.getPrototypeOf(owner)
  ) {
    const members = Object.entries(Object.getOwnPropertyDescriptors(owner));
    inherited.push(members.map(([name, { get, set }]) => [name, get !== undefined, set !== undefined]));
  }
  return [own, inherited];
}

/** The entries of a new instance; undefined where none can be made. */
function heldValues(target: Class): [string, unknown][] | undefined {
  try {
    return Object.entries(new (target as new () => object)());
  } catch {
    return undefined;
  }
}
