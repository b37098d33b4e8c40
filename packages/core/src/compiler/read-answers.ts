import type { Expression, MethodDefinition, TSType } from '@oxc-project/types';
import type { MethodFact } from '../model/source-facts.js';
import { dottedName, walk } from './syntax.js';
import type { Declared } from './type-fact.js';

type Answers = MethodFact['answers'];

/** Reads what a method may return, from its return type, or else from its return statements. */
export function readAnswers(method: MethodDefinition['value'], declared: Declared): Answers {
  if (method.async && method.generator) return 'stream';
  if (method.generator) return 'any';
  if (method.returnType) return ofType(unwrapPromise(method.returnType.typeAnnotation), declared);
  return returnsValues(method, valueParameters(method, declared)) ? 'value' : 'any';
}

/** Types that are read piece by piece. */
const STREAMS = new Set([
  'AsyncGenerator',
  'AsyncIterable',
  'AsyncIterableIterator',
  'AsyncIterator',
  'AsyncIteratorObject',
  'Readable',
  'ReadableStream',
]);

/** Types of the language that are no stream. */
const VALUES = new Set([
  'Array',
  'Buffer',
  'Date',
  'Map',
  'Partial',
  'Readonly',
  'ReadonlyArray',
  'Record',
  'Set',
  'Uint8Array',
]);

/** Syntax of types that are no stream. */
const VALUE_TYPES = new Set([
  'TSArrayType',
  'TSBigIntKeyword',
  'TSBooleanKeyword',
  'TSLiteralType',
  'TSNullKeyword',
  'TSNumberKeyword',
  'TSStringKeyword',
  'TSTemplateLiteralType',
  'TSTupleType',
  'TSTypeLiteral',
  'TSUndefinedKeyword',
  'TSVoidKeyword',
]);

function ofType(type: TSType, declared: Declared): Answers {
  if (type.type === 'TSParenthesizedType') return ofType(type.typeAnnotation, declared);
  if (type.type === 'TSTypeOperator' && type.operator === 'readonly') return ofType(type.typeAnnotation, declared);
  if (VALUE_TYPES.has(type.type)) return 'value';
  if (type.type === 'TSUnionType')
    return type.types.every((member) => ofType(member, declared) === 'value') ? 'value' : 'any';
  const name = type.type === 'TSTypeReference' ? dottedName(type.typeName) : undefined;
  if (name === undefined) return 'any';
  if (STREAMS.has(name.split('.').at(-1) as string)) return 'stream';
  return VALUES.has(name) || declared.references[name] !== undefined ? 'value' : 'any';
}

/** Names of the parameters whose declared type is no stream. */
const valueParameters = (method: MethodDefinition['value'], declared: Declared): ReadonlySet<string> =>
  new Set(
    method.params.flatMap((parameter) =>
      parameter.type === 'Identifier' &&
      parameter.typeAnnotation &&
      ofType(parameter.typeAnnotation.typeAnnotation, declared) === 'value'
        ? [parameter.name]
        : [],
    ),
  );

/** Whether every return statement of a method without a return type has a literal or one of the parameters. */
function returnsValues(method: MethodDefinition['value'], parameters: ReadonlySet<string>): boolean {
  let isValue = true;
  if (method.body)
    walk(method.body, (node) => {
      if (node.type === 'ReturnStatement' && node.argument !== null)
        isValue &&=
          isLiteral(node.argument) || (node.argument.type === 'Identifier' && parameters.has(node.argument.name));
      return !FUNCTIONS.has(node.type);
    });
  return isValue;
}

const FUNCTIONS = new Set(['ArrowFunctionExpression', 'FunctionDeclaration', 'FunctionExpression', 'ClassBody']);

const LITERALS = new Set(['ArrayExpression', 'Literal', 'ObjectExpression', 'TemplateLiteral']);

/** Syntax around an expression that does not change its value. */
const WRAPPERS = new Set(['ParenthesizedExpression', 'TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']);

const isLiteral = (value: Expression): boolean =>
  WRAPPERS.has(value.type) ? isLiteral((value as { expression: Expression }).expression) : LITERALS.has(value.type);

/** `Promise<T>` is T: a method's answer is awaited. */
export const unwrapPromise = (type: TSType): TSType =>
  type.type === 'TSTypeReference' && dottedName(type.typeName) === 'Promise'
    ? (type.typeArguments?.params[0] ?? type)
    : type;
