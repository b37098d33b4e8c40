import type { MethodDefinition } from '@oxc-project/types';
import type { MethodFact } from '../model/source-facts.js';
import { type ClassPlace, decoratorsOf } from './source-module.js';

/** Reads the doc comment in front of a method and its decorators, or between them: first sentence, the rest, `@deprecated`. */
export function readDocComment(
  { module, source }: ClassPlace,
  member: MethodDefinition,
): Pick<MethodFact, 'summary' | 'description' | 'deprecated'> {
  const { body } = source.node.body;
  const previous = body[body.indexOf(member) - 1];
  const from = previous === undefined ? source.node.body.start : previous.end;
  const isInside = (start: number): boolean =>
    decoratorsOf(member).some((decorator) => decorator.start < start && start < decorator.end);
  const comment = module.comments.findLast(
    ({ type, value, start, end }) =>
      type === 'Block' && DOC.test(value) && start >= from && end <= member.key.start && !isInside(start),
  );
  if (comment === undefined) return {};
  const lines = comment.value.split('\n').map((line) => line.replace(/^\s*\*+ ?/, '').trimEnd());
  const tags = lines.findIndex((line) => line.startsWith('@'));
  const text = (tags === -1 ? lines : lines.slice(0, tags)).join('\n').trim();
  const [sentence] = SENTENCE.exec(text) as unknown as [string];
  const rest = text.slice(sentence.length).trim();
  return {
    ...(sentence === '' ? {} : { summary: sentence.replace(/\s+/g, ' ') }),
    ...(rest === '' ? {} : { description: rest }),
    ...(lines.some((line) => /^@deprecated\b/.test(line)) ? { deprecated: true as const } : {}),
  };
}

/** What follows the opening of a doc comment; three stars open a banner. */
const DOC = /^\*(?!\*)/;
/** Up to a full stop, the end of a paragraph or of all; it matches any text. */
const SENTENCE = /^[\s\S]*?(?:[.!?](?=\s|$)|(?=\n\n)|$)/;
