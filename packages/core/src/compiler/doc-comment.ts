import type { MethodDefinition } from '@oxc-project/types';
import type { MethodFact } from '../model/source-facts.js';
import type { SourceModule } from './source-module.js';

/** Reads the doc comment in front of a method and its decorators, or between them: first sentence, the rest, `@deprecated`. */
export function readDocComment(
  module: SourceModule,
  member: MethodDefinition,
): Pick<MethodFact, 'summary' | 'description' | 'deprecated'> {
  const from = previousEnd(module, member);
  const comment = module.comments.findLast(
    ({ type, value, start, end }) => type === 'Block' && value.startsWith('*') && start >= from && end <= member.key.start,
  );
  if (comment === undefined) return {};
  const lines = comment.value.split('\n').map((line) => line.replace(/^\s*\*+ ?/, '').trimEnd());
  const tags = lines.findIndex((line) => line.startsWith('@'));
  const text = (tags === -1 ? lines : lines.slice(0, tags)).join('\n').trim();
  const sentence = /^[\s\S]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  const rest = text.slice(sentence.length).trim();
  return {
    ...(sentence === '' ? {} : { summary: sentence.replace(/\s+/g, ' ') }),
    ...(rest === '' ? {} : { description: rest }),
    ...(lines.some((line) => /^@deprecated\b/.test(line)) ? { deprecated: true as const } : {}),
  };
}

/** Where what stands before a member ends: the member before it, or the opening brace of the class. */
function previousEnd(module: SourceModule, member: MethodDefinition): number {
  for (const { node } of module.classes.values()) {
    const position = node.body.body.indexOf(member);
    if (position > 0) return (node.body.body[position - 1] as { end: number }).end;
    if (position === 0) return node.body.start;
  }
  return 0;
}
