import type { Expression, TSType } from '@oxc-project/types';
import type { TypeModel } from '../model/manifest.js';
import type { TypeFact } from '../model/source-facts.js';
import type { ClassPlace, SourceModule } from './source-module.js';
import { dottedName, walk } from './syntax.js';

/** The source of a class that announced itself. */
export interface Declared extends ClassPlace {
  /** Keys of the classes that its type names stand for. */
  readonly references: Readonly<Record<string, string>>;
  /** All modules of the application, by file. */
  readonly modules: ReadonlyMap<string, SourceModule>;
}

type ScalarKind = 'string' | 'number' | 'boolean' | 'bigint';

const SCALARS: Readonly<Record<string, ScalarKind>> = {
  TSStringKeyword: 'string',
  TSNumberKeyword: 'number',
  TSBooleanKeyword: 'boolean',
  TSBigIntKeyword: 'bigint',
  TSTemplateLiteralType: 'string',
};

/** Classes of the platform whose instances are single values. */
const BUILT_IN: Readonly<Record<string, 'date' | 'bytes'>> = { Date: 'date', Uint8Array: 'bytes', Buffer: 'bytes' };

/** Reads a type as written. */
export function readType(type: TSType, declared: Declared): TypeFact {
  if (type.type === 'TSParenthesizedType') return readType(type.typeAnnotation, declared);
  const { module } = declared;
  const fact = (form: TypeFact['form'], model: TypeModel): TypeFact => ({
    type: model,
    text: module.code.slice(type.start, type.end),
    form,
    nullable: false,
    typeOnly: importsTypeOnly(type, module),
  });
  const scalar = SCALARS[type.type];
  if (scalar !== undefined) return fact('scalar', { kind: scalar });
  const literal = literalKind(type);
  if (literal !== undefined) {
    const isListed = literal === 'string' || literal === 'number';
    return { ...fact('scalar', { kind: literal }), ...(isListed ? { literal: true as const } : {}) };
  }
  if (type.type === 'TSUnknownKeyword') return fact('unknown', { kind: 'unknown' });
  if (type.type === 'TSUnionType') return readUnion(type.types, declared, fact('other', { kind: 'unknown' }));
  const items = elementType(type);
  if (items !== undefined) return readArray(readType(items, declared), fact);
  const name = type.type === 'TSTypeReference' ? dottedName(type.typeName) : undefined;
  const builtIn = name === undefined ? undefined : BUILT_IN[name];
  if (builtIn !== undefined) return fact('scalar', { kind: builtIn });
  const key = name === undefined ? undefined : declared.references[name];
  if (key !== undefined) return fact('class', { kind: 'class', class: key });
  const open = name === 'Record' || type.type === 'TSAnyKeyword' || type.type === 'TSObjectKeyword';
  return fact(open ? 'record' : 'other', { kind: 'unknown' });
}

/** An array of what nothing can be checked against is no array of anything; null is no value that a check of a kind lets pass. */
function readArray(
  { type, form, nullable }: TypeFact,
  fact: (form: TypeFact['form'], model: TypeModel) => TypeFact,
): TypeFact {
  if (form === 'other') return fact('other', { kind: 'unknown' });
  return fact('array', { kind: 'array', items: nullable && form === 'scalar' ? { kind: 'unknown' } : type });
}

/** `'asc'` is a string, `1` and `-1` are numbers. */
const literalKind = (type: TSType): ScalarKind | undefined =>
  type.type === 'TSLiteralType' ? valueKind(type.literal) : undefined;

function valueKind(value: Expression): ScalarKind | undefined {
  if (value.type === 'TemplateLiteral') return 'string';
  if (value.type === 'UnaryExpression' && value.operator === '!') return 'boolean';
  const literal = value.type === 'UnaryExpression' && SIGNS.has(value.operator) ? value.argument : value;
  return literal.type === 'Literal' ? scalarKind(typeof literal.value) : undefined;
}

const SIGNS = new Set(['-', '+']);

const scalarKind = (name: string): ScalarKind | undefined =>
  name === 'string' || name === 'number' || name === 'boolean' || name === 'bigint' ? name : undefined;

/** A union is what its members beside null and undefined are, if they are all of one kind. */
function readUnion(types: readonly TSType[], declared: Declared, other: TypeFact): TypeFact {
  const nullable = types.some(({ type }) => type === 'TSNullKeyword');
  const members = types
    .filter(({ type }) => type !== 'TSUndefinedKeyword' && type !== 'TSNullKeyword')
    .map((type) => readType(type, declared));
  const [first] = members;
  const isOne = first !== undefined && members.every(({ type }) => JSON.stringify(type) === JSON.stringify(first.type));
  const { literal, ...one } = isOne ? first : other;
  const isLiteral = isOne && members.every((member) => member.literal);
  return { ...one, text: other.text, nullable, ...(isLiteral ? { literal: true as const } : {}) };
}

/** A parameter without a type is what its default value is: `limit = 20` is a number. */
export function inferType(value: Expression, module: SourceModule): TypeFact {
  const kind = valueKind(value);
  const text = module.code.slice(value.start, value.end);
  const told: Pick<TypeFact, 'type' | 'form'> =
    kind === undefined ? { type: { kind: 'unknown' }, form: 'default' } : { type: { kind }, form: 'scalar' };
  return { ...told, text, nullable: false, typeOnly: false };
}

function elementType(type: TSType): TSType | undefined {
  if (type.type === 'TSArrayType') return type.elementType;
  if (type.type === 'TSTypeOperator' && type.operator === 'readonly') return elementType(type.typeAnnotation);
  const name = type.type === 'TSTypeReference' ? dottedName(type.typeName) : undefined;
  return type.type === 'TSTypeReference' && (name === 'Array' || name === 'ReadonlyArray')
    ? type.typeArguments?.params[0]
    : undefined;
}

function importsTypeOnly(type: TSType, module: SourceModule): boolean {
  let found = false;
  walk(type, (node) => {
    if (node.type === 'TSTypeReference') {
      const root = dottedName(node.typeName)?.split('.')[0];
      found ||= root !== undefined && module.imports.get(root)?.typeOnly === true;
    }
    return true;
  });
  return found;
}

const UNDEFINED = new Set(['TSUndefinedKeyword', 'TSVoidKeyword', 'TSUnknownKeyword', 'TSAnyKeyword']);

/** Whether a value of a type may be undefined. */
export function allowsUndefined(type: TSType): boolean {
  if (type.type === 'TSParenthesizedType') return allowsUndefined(type.typeAnnotation);
  return UNDEFINED.has(type.type) || (type.type === 'TSUnionType' && type.types.some(allowsUndefined));
}
