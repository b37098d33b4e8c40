/** The code of the question whether a value keeps a rule. */
import type { ValidationDescription } from './dto-description.js';
import { type DtoWriter, NotCompilable } from './dto-writer.js';
import { FAST_TESTS, INLINE_TESTS } from './inline-tests.js';

/** Writes the test of a built-in rule: an expression that is true where the value keeps it. */
export function emitTest(rule: ValidationDescription, value: string, writer: DtoWriter): string {
  if (!rule.each) return emitOne(rule, value, writer);
  const test = writer.constant('isElement', `(element) => ${emitOne(rule, 'element', writer)}`);
  return `${writer.runtime('each')}(${value}, ${test})`;
}

function emitOne(rule: ValidationDescription, value: string, writer: DtoWriter): string {
  const { factory } = rule.place;
  const runtime = (name: string) => writer.runtime(name);
  const inline = INLINE_TESTS[factory]?.(value, rule, runtime);
  if (inline !== undefined) return inline;
  const given = emitArguments(rule, writer);
  const predicate = writer.predicate(factory, given.length === 0 && SHORTER.has(factory));
  if (predicate === undefined)
    throw new NotCompilable(
      rule.place.class,
      rule.property,
      `@${factory} is no decorator of class-validator’s that can be compiled`,
    );
  const call = `${predicate}(${[value, ...given].join(', ')})`;
  return FAST_TESTS[factory]?.(value, rule, { call, runtime }) ?? call;
}

/** Decorators whose predicates are far shorter without options. */
const SHORTER = new Set(['IsEmail', 'IsFQDN']);

/** What a predicate is given beside the value: the rule's constraints, but for the decorators that keep none. */
function emitArguments(rule: ValidationDescription, writer: DtoWriter): string[] {
  const described = PREDICATE_ARGUMENTS[rule.place.factory]?.(rule) ?? rule.constraints ?? [];
  const values = described.map((value) => writer.value(value));
  while (values.at(-1) === 'undefined') values.pop();
  return values;
}

type Arguments = readonly (ValidationDescription['arguments'][number] | undefined)[];

const PREDICATE_ARGUMENTS: Readonly<Record<string, (rule: ValidationDescription) => Arguments>> = {
  IsIBAN: ({ arguments: [options] }) => [options],
  IsEnum: ({ constraints }) => [constraints?.[0]],
  // options may stand in the place of the function
  ArrayUnique: ({ arguments: [identifier] }) =>
    identifier !== undefined && !('json' in identifier) && !identifier.isUndefined ? [identifier] : [],
};
