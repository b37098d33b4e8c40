/**
 * Emits what class-transformer's `plainToInstance` does with plain data, as straight-line code: one function a class, a statement a
 * property, in the order of the data's keys.
 */
import type { TransformOptions } from '../../model/dto-options.js';
import { access } from '../names.js';
import { type DtoWriter, NotCompilable } from './dto-writer.js';
import { emitConversion } from './emit-conversion.js';
import { type Describe, findRenamed, findTransforms, type KeyPlan, planKeys } from './transform-entries.js';

/** Emits the functions that make instances, each once. */
export class InstanceEmitter {
  readonly #functions = new Map<string, string>();
  readonly describe: Describe;

  constructor(
    readonly writer: DtoWriter,
    readonly options: TransformOptions = {},
  ) {
    this.describe = (key) => writer.describe(key);
  }

  /** The name of the function that makes an instance of a class from a plain object, and leaves other values as they are. */
  functionOf(key: string): string {
    const known = this.#functions.get(key);
    if (known !== undefined) return known;
    const local = this.writer.claim(`to${this.describe(key).name}`);
    this.#functions.set(key, local);
    this.writer.declare(this.#emit(key, local));
    return local;
  }

  /** The name of the function that copies data of no known type. */
  copy(): string {
    const { strategy, excludePrefixes, exposeUnsetFields } = this.options;
    if (strategy !== 'excludeAll' && excludePrefixes === undefined && exposeUnsetFields !== false)
      return this.writer.runtime('copy');
    const settings = JSON.stringify({ strategy, excludePrefixes, exposeUnsetFields });
    return this.writer.constant('copyData', `${this.writer.runtime('copier')}(${settings})`);
  }

  #emit(key: string, local: string): string[] {
    const { writer } = this;
    const plan = planKeys(key, this.options, this.describe);
    return [
      `function ${local}(plain) {`,
      `  if (!${writer.runtime('isData')}(plain)) return ${this.copy()}(plain);`,
      `  const instance = new ${writer.class(key)}();`,
      ...(plan.isOpen ? this.#emitOpen(key, plan) : this.#emitClosed(key, plan)),
      '  return instance;',
      '}',
    ];
  }

  /** Takes the keys that are exposed, and no others. */
  #emitClosed(key: string, plan: KeyPlan): string[] {
    return plan.exposed
      .filter((name) => isTaken(name) && !plan.drops(name))
      .flatMap((name) => this.#emitProperty(key, name, access('plain', name)).map((line) => `  ${line}`));
  }

  /** Takes the keys of the data, and those that are exposed and not there. */
  #emitOpen(key: string, plan: KeyPlan): string[] {
    const cases = this.#knownKeys(key, plan).map((name) => {
      const lines = plan.drops(name) ? [] : this.#emitProperty(key, name, access('plain', name));
      return `    case ${JSON.stringify(name)}: ${[...lines, 'break;'].join(' ')}`;
    });
    const exposed = plan.exposed.filter((name) => isTaken(name) && !plan.drops(name));
    return [
      '  for (const key of Object.keys(plain)) switch (key) {',
      ...cases,
      `    default: ${this.#emitUnknown()}`,
      '  }',
      ...exposed.flatMap((name) => {
        const lines = this.#emitProperty(key, name, access('plain', name));
        return lines.length === 0
          ? []
          : [`  if (!Object.hasOwn(plain, ${JSON.stringify(name)})) {`, ...lines.map((line) => `    ${line}`), '  }'];
      }),
    ];
  }

  /** A key that no decorator names. */
  #emitUnknown(): string {
    const { excludePrefixes = [], exposeUnsetFields } = this.options;
    const conditions = [
      ...excludePrefixes.map((prefix) => `!key.startsWith(${JSON.stringify(prefix)})`),
      ...(exposeUnsetFields === false ? ['plain[key] !== undefined'] : []),
    ];
    const condition = conditions.length === 0 ? '' : `if (${conditions.join(' && ')}) `;
    return `${condition}${this.writer.runtime('setProperty')}(instance, key, ${this.copy()}(plain[key]));`;
  }

  /** The keys that something is known of; the order is that of the properties' names. */
  #knownKeys(key: string, { exposed }: KeyPlan): string[] {
    const { validations, ancestors, designTypes } = this.describe(key);
    const entries = [key, ...ancestors].flatMap((owner) => this.describe(owner).transforms);
    const names = [
      ...validations.map(({ property }) => property),
      ...entries.flatMap(({ property, options }) => [property, options['name']]),
      ...exposed,
      ...Object.keys(designTypes),
    ].filter((name): name is string => typeof name === 'string' && isTaken(name));
    return [...new Set(names)].sort();
  }

  /** The statements that set the property that a key stands for. */
  #emitProperty(key: string, name: string, value: string): string[] {
    const { options, writer } = this;
    const renamed = options.ignoreDecorators ? undefined : findRenamed(key, name, this.describe);
    const property = renamed?.property ?? name;
    if (this.describe(key).unassignable?.includes(property)) return [];
    const target = access('instance', property);
    const converted = this.#emitTransforms(key, property, emitConversion({ key, property, value, emitter: this }));
    const made = options.exposeDefaultValues ? `${value} === undefined ? ${target} : ${converted}` : converted;
    if (options.exposeUnsetFields !== false) return [`${target} = ${made};`];
    const local = writer.claim(property);
    return [`const ${local} = ${made};`, `if (${local} !== undefined) ${target} = ${local};`];
  }

  /** What the functions of `@Transform` make of a value. */
  #emitTransforms(key: string, property: string, value: string): string {
    const entries = findTransforms(key, property, this.options, this.describe);
    return entries.reduce((inner, entry) => {
      if (entry.function === undefined)
        throw new NotCompilable(this.describe(key).name, property, '@Transform has no function');
      const transform = this.writer.value({ reference: entry.function });
      return `${transform}({ value: ${inner}, key: ${JSON.stringify(property)}, obj: plain, type: 0, options: ${this.#given()} })`;
    }, value);
  }

  /** The options as class-transformer hands them to functions. */
  #given(): string {
    const members = Object.entries({ ...DEFAULTS, ...this.options }).map(
      ([name, value]) => `${name}: ${value === undefined ? 'undefined' : JSON.stringify(value)}`,
    );
    return this.writer.constant('transformOptions', `{ ${members.join(', ')} }`);
  }
}

/** Keys that class-transformer leaves alone. */
const isTaken = (name: string): boolean => name !== '__proto__' && name !== 'constructor';

/** class-transformer's own. */
const DEFAULTS = {
  enableCircularCheck: false,
  enableImplicitConversion: false,
  excludeExtraneousValues: false,
  excludePrefixes: undefined,
  exposeDefaultValues: false,
  exposeUnsetFields: true,
  groups: undefined,
  ignoreDecorators: false,
  strategy: undefined,
  targetMaps: undefined,
  version: undefined,
};
