import type { TransformDescription, ValidationDescription } from './dto-description.js';
import { type DtoWriter, misnamed, NotCompilable } from './dto-writer.js';
import { emitMessage } from './emit-message.js';
import type { ValidatorEmitter } from './emit-validator.js';
import { skipped } from './rule-options.js';

/** Emits the validation of what a property with `@ValidateNested` holds. */
export function emitNestedRule(
  key: string,
  rules: readonly ValidationDescription[],
  emitter: ValidatorEmitter,
): string[] {
  const [rule] = rules;
  if (rule === undefined) return [];
  if (rule.place.factory !== 'ValidateNested') throw misnamed(rule);
  if (rules.length > 1)
    throw new NotCompilable(key, rule.property, 'has two @ValidateNested, whose errors would be doubled');
  const { writer, options, isEager } = emitter;
  // class-validator gives the class where the object should be: a message's $target is Function
  const message = emitMessage({
    rule,
    writer,
    target: 'Function',
    object: () => writer.class(rule.place.class),
    dismisses: options.dismissDefaultMessages === true,
  });
  const contexts = emitter.contexts(rules);
  const skip = skipped('element', options);
  const members = [
    `newError: ${emitter.newError()}`,
    `validate: ${emitDispatch(nestedClasses(key, rule.property, emitter), emitter)}`,
    `message: (value) => ${message}`,
    ...(contexts === undefined ? [] : [`contexts: ${contexts}`]),
    ...(options.stopAtFirstError ? ['stops: true'] : []),
    ...(isEager ? ['isEager: true'] : []),
    ...(skip === undefined ? [] : [`skips: (element) => ${skip}`]),
  ];
  const constant = writer.constant(`${rule.property}Rule`, `{ ${members.join(', ')} }`);
  const property = JSON.stringify(rule.property);
  return [
    `${isEager ? '' : 'error = '}${writer.runtime('nested')}(error, object, value, ${property}, ${constant}${isEager ? ', pending' : ''});`,
  ];
}

/** The function that validates an object by its class. */
function emitDispatch(classes: readonly string[], emitter: ValidatorEmitter): string {
  const { isEager, options, writer } = emitter;
  const rest = isEager ? ', pending' : '';
  const choices = classes.map(
    (key) => `object.constructor === ${writer.class(key)} ? ${emitter.functionOf(key)}(object${rest}) : `,
  );
  const other =
    options.forbidUnknownValues === false
      ? `${emitter.functionOf('Object')}(object${rest})`
      : emitter.unknownValue('object');
  return `(object${rest}) => ${choices.join('')}${other}`;
}

/** The classes whose instances a property may hold, as class-transformer makes them. */
function nestedClasses(key: string, property: string, { writer, options }: ValidatorEmitter): string[] {
  const entries = transformsOf(key, property, writer);
  const owner = writer.describe(key).name;
  if (entries.some(({ kind }) => kind === 'transform'))
    throw new NotCompilable(owner, property, '@Transform may give an instance of any class to @ValidateNested');
  const type = entries.find(({ kind }) => kind === 'type');
  if (type === undefined) {
    const declared = writer.describe(key).designTypes[property];
    const isConverted = options.transformOptions?.enableImplicitConversion === true;
    return isConverted && declared !== undefined && 'class' in declared ? [declared.class] : [];
  }
  if (type.function !== undefined && type.type === undefined)
    throw new NotCompilable(owner, property, '@Type decides the class by the value');
  const subTypes = (type.subTypes ?? []).map((subType) => subType.class);
  const named = type.function === undefined ? type.reflected : type.type;
  const own = named !== undefined && 'class' in named ? [named.class] : [];
  return [...new Set([...own, ...subTypes])];
}

/** What class-transformer knows of a property, of the nearest class that says something of each kind. */
export const transformsOf = (key: string, property: string, writer: DtoWriter): TransformDescription[] =>
  [key, ...writer.describe(key).ancestors].flatMap((owner) =>
    writer.describe(owner).transforms.filter((entry) => entry.property === property),
  );
