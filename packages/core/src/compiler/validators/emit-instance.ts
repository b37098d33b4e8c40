/**
 * Emits what class-transformer's `plainToInstance` does with plain data for a class whose properties have `@Type` at most: a new
 * instance, and each property of the data in its order.
 */
import type { TransformDescription, TypeName } from './dto-description.js';
import { type DtoWriter, NotCompilable } from './dto-writer.js';
import { transformsOf } from './emit-nested.js';

/** Emits the functions that make instances, each once. */
export class InstanceEmitter {
  readonly #functions = new Map<string, string>();

  constructor(readonly writer: DtoWriter) {}

  /** The name of the function that makes an instance of a class from a plain object. */
  functionOf(key: string): string {
    const known = this.#functions.get(key);
    if (known !== undefined) return known;
    const { name } = this.writer.describe(key);
    const local = this.writer.claim(`to${name}`);
    this.#functions.set(key, local);
    this.writer.declare(this.#emit(key, local));
    return local;
  }

  #emit(key: string, local: string): string[] {
    const { writer } = this;
    const set = writer.runtime('setProperty');
    const cases = this.#typedProperties(key).map(({ property, type }) => {
      const value = `${writer.runtime('convert')}(plain[key], ${this.#converter(key, property as string, type)})`;
      return `    case ${JSON.stringify(property)}: ${set}(instance, key, ${value}); break;`;
    });
    return [
      `function ${local}(plain) {`,
      `  const instance = new ${writer.class(key)}();`,
      '  for (const key of Object.keys(plain)) switch (key) {',
      ...cases,
      `    default: ${set}(instance, key, ${writer.runtime('copy')}(plain[key]));`,
      '  }',
      '  return instance;',
      '}',
    ];
  }

  /** The entries of `@Type`, of the nearest class of the lineage. */
  #typedProperties(key: string): readonly TransformDescription[] {
    const { writer } = this;
    const { name, ancestors } = writer.describe(key);
    const all = [key, ...ancestors].flatMap((owner) => writer.describe(owner).transforms);
    const other = all.find(({ kind, subTypes }) => kind !== 'type' || subTypes !== undefined);
    if (other !== undefined)
      throw new NotCompilable(name, other.property, `@${other.place.factory} is left to class-transformer`);
    const properties = [...new Set(all.flatMap(({ property }) => property ?? []))].sort();
    return properties.map((property) => transformsOf(key, property, writer)[0] as TransformDescription);
  }

  #converter(key: string, property: string, type: TypeName | undefined): string {
    if (type !== undefined && 'class' in type) return this.functionOf(type.class);
    const name = type?.builtIn;
    if (name !== undefined && CONVERTED.has(name))
      return this.writer.runtime(name === 'String' ? 'toText' : `to${name}`);
    throw new NotCompilable(this.writer.describe(key).name, property, '@Type names no class that the build can see');
  }
}

/** Functions of the language that class-transformer calls. */
const CONVERTED = new Set(['String', 'Number', 'Boolean', 'Date']);
