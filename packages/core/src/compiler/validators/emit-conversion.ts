/** The code that converts a property's value to the type that `@Type` or decorator metadata names. */
import type { TransformDescription, TypeName } from './dto-description.js';
import { NotCompilable } from './dto-writer.js';
import type { InstanceEmitter } from './emit-instance.js';
import { findEntry, findTransforms } from './transform-entries.js';

/** A property whose value is converted. */
export interface Conversion {
  /** Key of the class. */
  readonly key: string;
  readonly property: string;
  /** Expression of the value. */
  readonly value: string;
  readonly emitter: InstanceEmitter;
}

/** The expression of a property's value, before `@Transform`. */
export function emitConversion(conversion: Conversion): string {
  const { key, property, value, emitter } = conversion;
  const entry = findEntry('type', key, property, emitter.describe);
  if (entry !== undefined) return emitTyped(conversion, entry);
  const declared = emitter.options.enableImplicitConversion ? emitter.describe(key).designTypes[property] : undefined;
  return declared === undefined
    ? `${emitter.copy()}(${value})`
    : `${emitter.writer.runtime('convert')}(${value}, ${emitConverter(conversion, declared)})`;
}

function emitTyped(conversion: Conversion, entry: TransformDescription): string {
  const { value, emitter } = conversion;
  const type = entry.function === undefined ? entry.reflected : entry.type;
  if (type === undefined && entry.function !== undefined)
    throw notCompilable(conversion, '@Type decides the type by the value');
  const to = type === undefined ? emitter.copy() : emitConverter(conversion, type);
  const collection = emitCollection(conversion, entry);
  const { property } = (entry.options['discriminator'] ?? {}) as { readonly property?: string };
  const isNamed = property && entry.subTypes !== undefined;
  if (isMap(entry.reflected) && !isNamed) return emitMap(conversion, type, to);
  if (isMap(entry.reflected))
    throw notCompilable(conversion, 'a Map with a discriminator is left to class-transformer');
  if (!isNamed) return `${emitter.writer.runtime('convert')}(${value}, ${to}${collection})`;
  return `${emitter.writer.runtime('convertByName')}(${value}, ${emitNames(conversion, entry, { property, to })}${collection})`;
}

/** How an object's class is told by one of its properties. */
function emitNames(
  { emitter }: Conversion,
  { subTypes = [], options }: TransformDescription,
  { property, to }: { readonly property: string; readonly to: string },
): string {
  const choices = subTypes.map((subType) => `[${JSON.stringify(subType.name)}, ${emitter.functionOf(subType.class)}]`);
  const members = [`property: ${JSON.stringify(property)}`, `choices: [${choices.join(', ')}]`, `other: ${to}`];
  if (options['keepDiscriminatorProperty']) members.push('keeps: true');
  return emitter.writer.constant(`${property}Names`, `{ ${members.join(', ')} }`);
}

/** The function that converts a value that is no array. */
function emitConverter(conversion: Conversion, type: TypeName): string {
  const { writer } = conversion.emitter;
  if ('class' in type) return conversion.emitter.functionOf(type.class);
  const { builtIn } = type;
  if (CONVERTED.has(builtIn)) return writer.runtime(builtIn === 'String' ? 'toText' : `to${builtIn}`);
  if (builtIn === 'Object') return conversion.emitter.copy();
  // declared as an array or a collection, and given an object
  if (MADE.has(builtIn))
    return writer.constant(`to${builtIn}`, `${writer.runtime('filler')}(${builtIn}, ${conversion.emitter.copy()})`);
  throw notCompilable(conversion, `its type ${builtIn} is left to class-transformer`);
}

/** Functions of the language that class-transformer calls. */
const CONVERTED = new Set(['String', 'Number', 'Boolean', 'Date', 'Buffer']);

/** Classes of the language that class-transformer makes instances of. */
const MADE = new Set(['Array', 'Map', 'Set']);

const isMap = (type: TypeName | undefined): boolean =>
  type !== undefined && 'builtIn' in type && type.builtIn === 'Map';

/** What class-transformer makes of an array where a property is declared as something else. */
function emitCollection(conversion: Conversion, { reflected }: TransformDescription): string {
  if (reflected === undefined) return '';
  if ('builtIn' in reflected && reflected.builtIn === 'Set') return ', Set';
  if ('builtIn' in reflected && PLAIN.has(reflected.builtIn)) return '';
  // one with a push is refused where it is described
  if ('class' in reflected) return '';
  throw notCompilable(conversion, 'the class that it is declared as is left to class-transformer');
}

/** Types without a `push`, and arrays: an array becomes an array. */
const PLAIN = new Set(['Array', 'Object', 'String', 'Number', 'Boolean', 'Date', 'Map', 'Function']);

/** An object becomes a Map; its values are of the type. */
function emitMap(conversion: Conversion, type: TypeName | undefined, to: string): string {
  const { value, emitter } = conversion;
  if (type !== undefined && 'class' in type) {
    const { transforms, ancestors } = emitter.describe(type.class);
    const all = [...transforms, ...ancestors.flatMap((owner) => emitter.describe(owner).transforms)];
    // class-transformer takes a key of the map for a property of the values' class
    if (
      all.some(
        ({ property, kind, options }) =>
          (kind === 'expose' && options['name']) || hasTransforms(conversion, type.class, property),
      )
    )
      throw notCompilable(
        conversion,
        'a Map of objects whose class has @Transform or names of @Expose is left to class-transformer',
      );
  }
  return `${emitter.writer.runtime('convertMap')}(${value}, ${to})`;
}

const hasTransforms = ({ emitter }: Conversion, key: string, property: string | undefined): boolean =>
  property !== undefined && findTransforms(key, property, emitter.options, emitter.describe).length > 0;

const notCompilable = ({ key, property, emitter }: Conversion, reason: string): NotCompilable =>
  new NotCompilable(emitter.describe(key).name, property, reason);
