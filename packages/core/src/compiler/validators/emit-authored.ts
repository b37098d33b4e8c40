import type { ValidationDescription } from './dto-description.js';
import type { ValidatorEmitter } from './emit-validator.js';

/** Whether a rule's validator is the author's, so that it may do anything and answer later. */
export const isAuthored = ({ place, type }: ValidationDescription): boolean =>
  (type === 'customValidation' || type === 'isDefined') &&
  (place.factory === 'Validate' || place.factory === 'ValidateBy' || place.factory === 'registerDecorator');

/** Emits the call of a validator of the author's. */
export function emitAuthored(key: string, rule: ValidationDescription, emitter: ValidatorEmitter): string {
  const { writer, options } = emitter;
  const { message, context, constraints } = rule;
  const list =
    constraints === undefined ? undefined : `[${constraints.map((value) => writer.value(value)).join(', ')}]`;
  const members = [
    `constraint: ${JSON.stringify(rule.constraint)}`,
    `targetName: ${JSON.stringify(writer.describe(key).name)}`,
    `property: ${JSON.stringify(rule.property)}`,
    ...(list === undefined ? [] : [`constraints: ${list}`]),
    ...(rule.each ? ['each: true'] : []),
    ...(message === undefined ? [] : [`message: ${writer.value(message)}`]),
    ...(context === undefined ? [] : [`context: ${writer.value(context)}`]),
    ...(options.stopAtFirstError ? ['stops: true'] : []),
    ...(options.dismissDefaultMessages ? ['dismisses: true'] : []),
    `validator: () => ${emitValidator(rule, emitter)}`,
  ];
  const constant = writer.constant(`${rule.constraint}Rule`, `{ ${members.join(', ')} }`);
  return `${writer.runtime('authored')}(error, object, value, ${constant}, pending)`;
}

/** The validator object, or the instance of the validator class, that a decorator was given. */
function emitValidator(rule: ValidationDescription, { writer }: ValidatorEmitter): string {
  const { factory } = rule.place;
  const given = writer.given(rule.place);
  if (factory === 'Validate') return `${writer.runtime('validatorOf')}(${given}[0])`;
  return `${writer.runtime('validatorIn')}(${given}[0].validator)`;
}
