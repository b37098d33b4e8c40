import type { ClassElement, Expression } from '@oxc-project/types';
import { decoratorsOf, memberName } from './source-module.js';

/**
 * The name of a member that can be left out where nothing mentions it, `#name` of a private one: methods, accessors, and fields whose
 * value is only made and not asked for anything. Static, computed and decorated fields, constructors and static blocks always stay.
 */
export function removableName(member: ClassElement): string | undefined {
  if (member.type === 'MethodDefinition')
    return member.kind === 'constructor' || member.static ? undefined : ownName(member);
  if (member.type !== 'PropertyDefinition' || member.static || decoratorsOf(member).length > 0) return undefined;
  return member.value === null || isOnlyMade(member.value) ? ownName(member) : undefined;
}

const ownName = (member: ClassElement): string | undefined =>
  'key' in member && member.key.type === 'PrivateIdentifier' ? `#${member.key.name}` : memberName(member);

/** A literal, a function, or an instance: `new S3Client({})` of other routes is what makes a bundle large. */
const isOnlyMade = (value: Expression): boolean =>
  value.type === 'Literal' ||
  value.type === 'ArrowFunctionExpression' ||
  value.type === 'FunctionExpression' ||
  value.type === 'NewExpression';
