import type {
  Expression,
  MethodDefinition,
  ObjectProperty,
  PropertyKey,
  SpreadElement,
  TSSignature,
  TSType,
} from '@oxc-project/types';
import type { MethodFact } from '../model/source-facts.js';
import { type ClassPlace, decoratorsOf, isFrameworkDecorator } from './source-module.js';
import { dottedName, unwrapped, walk } from './syntax.js';
import { findTypeDeclaration } from './type-declaration.js';
import type { Declared } from './type-fact.js';

type Answers = MethodFact['answers'];

/** Reads what a method may return, from its return type, or else from its return statements. */
export function readAnswers(method: MethodDefinition['value'], declared: Declared): Answers {
  if (method.async && method.generator) return 'stream';
  if (method.generator) return 'any';
  if (method.returnType) return ofType(unwrapPromise(method.returnType.typeAnnotation), declared);
  return returnsValues(method, valueParameters(method, declared)) ? 'value' : 'any';
}

/** Reads whether a method returns a promise, from its own words and those of the decorators around it. */
export function readPromise(method: MethodDefinition, { module, source }: ClassPlace): MethodFact['promise'] {
  if (method.value.async) return 'always';
  const decorators = [...decoratorsOf(method), ...decoratorsOf(source.node)];
  const isPlain = decorators.every((decorator) => isFrameworkDecorator(module, decorator));
  return isPlain && !method.value.generator && returnsValues(method.value, new Set()) ? 'never' : 'maybe';
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

/** @param aliases names that led here, since a type may stand for itself inside of what it stands for */
function ofType(type: TSType, declared: Declared, aliases: readonly string[] = []): Answers {
  if (type.type === 'TSParenthesizedType') return ofType(type.typeAnnotation, declared, aliases);
  if (type.type === 'TSTypeOperator' && type.operator === 'readonly')
    return ofType(type.typeAnnotation, declared, aliases);
  if (VALUE_TYPES.has(type.type)) return 'value';
  if (type.type === 'TSUnionType')
    return type.types.every((member) => ofType(member, declared, aliases) === 'value') ? 'value' : 'any';
  const name = type.type === 'TSTypeReference' ? dottedName(type.typeName) : undefined;
  if (name === undefined || aliases.includes(name)) return 'any';
  return ofDeclaration(name, declared, aliases) ?? ofName(name, declared);
}

function ofName(name: string, { references }: Declared): Answers {
  if (STREAMS.has(name.split('.').at(-1) as string)) return 'stream';
  return VALUES.has(name) || references[name] !== undefined ? 'value' : 'any';
}

/** What a name stands for that the application's modules declare; an interface that extends another may be anything. */
function ofDeclaration(name: string, declared: Declared, aliases: readonly string[]): Answers | undefined {
  const found = findTypeDeclaration(name, declared.module, declared.modules);
  if (found === undefined) return undefined;
  const { module, node } = found;
  if (node.type === 'TSInterfaceDeclaration')
    return node.extends.length === 0 && node.body.body.every(isNamed) ? 'value' : 'any';
  if (node.typeParameters) return 'any';
  return ofType(node.typeAnnotation, { ...declared, module, references: {} }, [...aliases, name]);
}

/** Whether a member has a name for its key; the one by which a stream is read is a symbol. */
const isNamed = (member: TSSignature): boolean =>
  member.type === 'TSIndexSignature' ||
  ((member.type === 'TSPropertySignature' || member.type === 'TSMethodSignature') && !member.computed);

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

/** A literal, other than of an object that may be a promise or a stream by what it has. */
function isLiteral(expression: Expression): boolean {
  const value = unwrapped(expression);
  return LITERALS.has(value.type) && !(value.type === 'ObjectExpression' && value.properties.some(isSpecial));
}

/** `then`, or a symbol of the language. */
const isSpecial = (property: ObjectProperty | SpreadElement): boolean =>
  property.type === 'Property' && /^(?:then|Symbol\..*)$/.test(keyName(property.key) ?? '');

const keyName = (key: PropertyKey): string | undefined =>
  key.type === 'Literal' ? String(key.value) : dottedName(key);

/** `Promise<T>` is T: a method's answer is awaited. */
export const unwrapPromise = (type: TSType): TSType =>
  type.type === 'TSTypeReference' && dottedName(type.typeName) === 'Promise'
    ? (type.typeArguments?.params[0] ?? type)
    : type;
