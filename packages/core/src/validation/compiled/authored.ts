/** Runs validators of the author's as class-validator does: once, in order, with the arguments it gives. */
import { isCollection } from './each.js';
import type { WrittenError } from './error.js';
import { formatMessage, type MessageArguments } from './format-message.js';

/** A validator object, or an instance of a validator class. */
export interface AuthoredValidator {
  validate(value: unknown, args: MessageArguments): unknown;
  defaultMessage?(args: MessageArguments): string;
}

/** A rule with a validator of the author's. */
export interface AuthoredRule {
  readonly constraint: string;
  readonly targetName: string;
  readonly property: string;
  readonly constraints?: readonly unknown[] | undefined;
  readonly each?: boolean;
  readonly message?: unknown;
  readonly context?: object;
  /** Whether it is left out where the property has an error (`stopAtFirstError`). */
  readonly stops?: true;
  /** Whether nothing is said without a message (`dismissDefaultMessages`). */
  readonly dismisses?: true;
  readonly validator: () => AuthoredValidator;
}

const instances = new Map<unknown, AuthoredValidator>();

/** The one instance of a validator class, made when it is first needed. */
export function validatorOf(target: new () => AuthoredValidator): AuthoredValidator {
  const known = instances.get(target) ?? new target();
  instances.set(target, known);
  return known;
}

/** The validator that a decorator was given: an object, which says nothing where it has no message, or a class. */
export function validatorIn(validator: AuthoredValidator | (new () => AuthoredValidator)): AuthoredValidator {
  if (typeof validator === 'function') return validatorOf(validator);
  return {
    validate: (value, args) => validator.validate(value, args),
    defaultMessage: (args) => (validator.defaultMessage ? validator.defaultMessage(args) : ''),
  };
}

/** Runs a rule; what answers later is added to `pending`. */
export function authored(
  error: WrittenError,
  object: unknown,
  value: unknown,
  rule: AuthoredRule,
  pending: Promise<unknown>[],
): void {
  if (rule.stops && Object.keys(error.constraints).length > 0) return;
  const { targetName, property, constraints } = rule;
  const args = { targetName, property, object, value, constraints };
  const validator = rule.validator();
  const refuse = (): void => {
    error.constraints[rule.constraint] = formatMessage(messageOf(rule, validator, args), args);
  };
  const refuseLater = (): void => {
    refuse();
    addContext(error, rule);
  };
  if (!rule.each || !isCollection(value)) {
    const answer = validator.validate(value, args);
    if (isPromise(answer)) pending.push(answer.then((isValid) => void (isValid || refuseLater())));
    else if (!answer) refuse();
    return;
  }
  const elements = Array.isArray(value) ? value : [...(value as Set<unknown> | Map<unknown, unknown>).values()];
  const answers: unknown[] = elements.map((element) => validator.validate(element, args));
  if (answers.some(isPromise))
    pending.push(Promise.all(answers).then((all) => void (all.every((isValid) => isValid) || refuseLater())));
  else if (!answers.every((isValid) => isValid)) refuse();
}

function messageOf(rule: AuthoredRule, validator: AuthoredValidator, args: MessageArguments): unknown {
  if (rule.message) return rule.message;
  if (rule.dismisses || typeof validator.defaultMessage !== 'function') return '';
  return validator.defaultMessage(args);
}

function addContext(error: WrittenError, { context, constraint }: AuthoredRule): void {
  if (context === undefined) return;
  error.contexts ??= {};
  error.contexts[constraint] = Object.assign(error.contexts[constraint] ?? {}, context);
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { readonly then?: unknown }).then === 'function';
