/** Validates answers by the real class-validator, where a route is told to. */
import { validate } from 'class-validator';
import { elementOf, type Place } from '../http/place.js';
import { TO_REPLY } from '../http/reply.js';
import type { Failure } from '../http/validation-failed.js';
import type { Class } from '../metadata/record.js';
import { asInstance } from './as-instance.js';
import { addFailures } from './failures.js';

/** What an answer is validated for. */
export interface AnswerSource {
  /** The output class. */
  readonly target: Class;
  /** The route as messages name it. */
  readonly route: string;
}

/**
 * Validates what a method returned, before its output class leaves anything out; gives it back, or what stands for it: a stream's
 * elements are validated one by one.
 *
 * @throws {InvalidAnswer} what breaks a rule
 */
export async function validateOutput(value: unknown, source: AnswerSource): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (Symbol.asyncIterator in value) return validElements(value as AsyncIterable<unknown>, source);
  if (TO_REPLY in value && Object.hasOwn(value, 'body'))
    return { ...value, body: await validateOutput((value as { readonly body?: unknown }).body, source) };
  const failures: Failure[] = [];
  await addBroken(value, source.target, WHOLE, failures);
  if (failures.length > 0) throw new InvalidAnswer(source, failures);
  return value;
}

const WHOLE: Place = { in: 'body', path: '' };

/** Without whitelist, as what is not declared is left out anyway; rules of groups are for what comes in. */
const OPTIONS = {
  forbidUnknownValues: false,
  strictGroups: true,
  validationError: { target: false, value: false },
};

/** Adds a failure for each rule that a value breaks, or an element of it. */
async function addBroken(value: unknown, target: Class, place: Place, failures: Failure[]): Promise<void> {
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) await addBroken(element, target, elementOf(place, index), failures);
    return;
  }
  // an error and a Response are answered as what they are
  if (typeof value !== 'object' || value === null || TO_REPLY in value || isResponse(value)) return;
  addFailures(await validate(asInstance(value, target), OPTIONS), place.path, place, failures);
}

const isResponse = (value: object): boolean =>
  (value as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === 'Response';

async function* validElements(elements: AsyncIterable<unknown>, source: AnswerSource): AsyncGenerator<unknown> {
  for await (const element of elements) yield await validateOutput(element, source);
}

/** How many broken rules a message names. */
const MOST_NAMED = 10;

/** What a method returned breaks the rules of its output class. */
class InvalidAnswer extends Error {
  override readonly name = 'InvalidAnswer';

  constructor({ route, target }: AnswerSource, failures: readonly Failure[]) {
    const named = failures.slice(0, MOST_NAMED).map(({ path, message }) => (path ? `${path}: ${message}` : message));
    const more = failures.length - named.length;
    super(
      `${route}: what it returned is no valid ${target.name}: ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    );
  }
}
