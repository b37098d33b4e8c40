/** The code of a broken rule's message. */
import { formatMessage } from '../../validation/compiled/format-message.js';
import type { DescribedValue, ValidationDescription } from './dto-description.js';
import { type DtoWriter, literalOf, NotCompilable, staticJson } from './dto-writer.js';

/** What a message is about. */
export interface MessageSubject {
  readonly rule: ValidationDescription;
  readonly writer: DtoWriter;
  /** Name of the class whose object is wrong. */
  readonly target: string;
  /** Writes the expression of the object. */
  readonly object: () => string;
  /** Whether messages that are not the author's are left empty. */
  readonly dismisses: boolean;
}

/** Writes the message for what `value` stands for. */
export function emitMessage(subject: MessageSubject): string {
  const { rule, writer } = subject;
  const { message } = rule;
  if (message === undefined || isFalsy(message)) return emitDefault(subject);
  if (typeof message.json === 'string' && literalOf(message) !== undefined) return emitText(message.json, subject);
  if ('json' in message && typeof message.json !== 'string')
    throw new NotCompilable(rule.place.class, rule.property, 'its message is neither text nor a function');
  const own = writer.value(message);
  const text = emitFormat(own, subject);
  // what is text here may be empty where the handler runs; @ValidateNested sees to that itself
  return 'json' in message && rule.place.factory !== 'ValidateNested'
    ? `${own} ? ${text} : ${emitDefault(subject)}`
    : text;
}

/** Writes the message of a rule whose author gives none. */
function emitDefault(subject: MessageSubject): string {
  const { rule, dismisses } = subject;
  if (dismisses) return '""';
  if (rule.defaultMessage !== undefined) return emitText(rule.defaultMessage, subject);
  if (rule.place.factory === 'Length') return emitLengthMessage(subject);
  throw new NotCompilable(rule.place.class, rule.property, `the message of @${rule.place.factory} is not known`);
}

/** An empty message is none. */
const isFalsy = (message: DescribedValue): boolean =>
  message.isUndefined === true || ('json' in message && !message.json && literalOf(message) !== undefined);

/** Text with its tokens replaced here, where they are known here. */
function emitText(text: string, subject: MessageSubject): string {
  const { rule, target } = subject;
  const constraints = rule.constraints ?? [];
  const used = constraints.slice(0, 1 + Math.max(-1, ...tokens(text)));
  const isKnown = used.every((value) => literalOf(value) !== undefined) && !hasDerived(rule);
  if (!isKnown) return emitFormat(JSON.stringify(text), subject);
  const values = constraints.map((value) =>
    value.pattern ? new RegExp(value.pattern.source, value.pattern.flags) : staticJson(value),
  );
  const args = {
    targetName: target,
    property: rule.property,
    object: undefined,
    value: undefined,
    constraints: values,
  };
  // what a constraint or a property is called may look like a token
  const withConstraints = formatMessage(text, { ...args, property: '$property', targetName: '$target' });
  if (withConstraints.includes('$value')) return emitFormat(JSON.stringify(text), subject);
  return JSON.stringify(formatMessage(text, args));
}

/** Positions of the constraints that a text names. */
const tokens = (text: string): number[] =>
  [...text.matchAll(/\$constraint(\d+)/g)].map(([, count]) => Number(count) - 1);

function emitFormat(message: string, { rule, writer, target, object }: MessageSubject): string {
  const constraints =
    rule.constraints === undefined
      ? 'undefined'
      : `[${rule.constraints.map((value) => emitConstraint(value, rule, writer)).join(', ')}]`;
  const args = `{ targetName: ${JSON.stringify(target)}, property: ${JSON.stringify(rule.property)}, object: ${object()}, value, constraints: ${constraints} }`;
  return `${writer.runtime('formatMessage')}(${message}, ${args})`;
}

function emitConstraint(value: DescribedValue, rule: ValidationDescription, writer: DtoWriter): string {
  if (hasDerived(rule) && value === rule.constraints?.[1])
    return `${writer.runtime('enumValues')}(${writer.value(rule.constraints?.[0])})`;
  return writer.value(value);
}

/** Whether a constraint was made by the library of another that is not always the same: the values of an enum. */
const hasDerived = ({ place, constraints }: ValidationDescription): boolean =>
  place.factory === 'IsEnum' && literalOf(constraints?.[0]) === undefined;

/** Length says which limit was passed. */
function emitLengthMessage(subject: MessageSubject): string {
  const { rule, writer } = subject;
  const prefix = rule.each ? 'each value in ' : '';
  const [minimum, maximum] = (rule.constraints ?? []).map((value) => writer.value(value));
  const say = (rest: string) => emitText(`${prefix}$property must be ${rest} characters`, subject);
  const both = 'longer than or equal to $constraint1 and shorter than or equal to $constraint2';
  const above = isNone(maximum)
    ? say(both)
    : `${given(maximum)}value.length > ${maximum} ? ${say('shorter than or equal to $constraint2')} : ${say(both)}`;
  if (isNone(minimum)) return above;
  return `${given(minimum)}(!value || value.length < ${minimum}) ? ${say('longer than or equal to $constraint1')} : ${above}`;
}

const isNone = (expression: string | undefined): boolean =>
  expression === undefined || expression === 'undefined' || expression === 'null';

const given = (expression: string | undefined): string =>
  /^\d/.test(expression ?? '') ? '' : `${expression} != null && `;
