import type { Expression, FormalParameter, MethodDefinition, Node, ParamPattern, TSParameterProperty, TSType } from '@oxc-project/types';
import type { SourceLocation, TypeModel } from '../model/manifest.js';
import type { MethodFact, ParameterFact, SourceFacts, TypeFact } from '../model/source-facts.js';
import type { Collected } from './collect.js';
import { readDocComment } from './doc-comment.js';
import { relativePath } from './project-files.js';
import { locate, memberName, type SourceClass, type SourceModule } from './source-module.js';
import { dottedName, walk } from './syntax.js';

/** The source of a class that announced itself. */
interface Declared {
  readonly module: SourceModule;
  readonly source: SourceClass;
  /** Keys of the classes that its type names stand for. */
  readonly references: Readonly<Record<string, string>>;
}

/** Reads facts from the syntax of the modules that were analysed. */
export function readFacts(root: string, modules: ReadonlyMap<string, SourceModule>, collected: Collected): SourceFacts {
  const declared = (key: string): Declared | undefined => {
    const place = collected.declared[key];
    const module = place && modules.get(place.file);
    const source = place && module?.classes.get(place.start);
    return module && source ? { module, source, references: collected.references[key] ?? {} } : undefined;
  };
  return {
    classAt(key) {
      const found = declared(key);
      return found && locateNode(root, found.module, found.source.node);
    },
    method(key, name) {
      const found = declared(key);
      const member = found?.source.node.body.body.findLast(
        (entry): entry is MethodDefinition => entry.type === 'MethodDefinition' && !entry.static && memberName(entry) === name,
      );
      return found && member && readMethod(root, found, member);
    },
  };
}

/** Where a declaration's own words begin: its name, after decorators and modifiers. */
function locateNode(root: string, module: SourceModule, node: Node & { readonly id?: Node | null; readonly key?: Node }): SourceLocation {
  return locate(module, (node.id ?? node.key ?? node).start, relativePath(root, module.file));
}

function readMethod(root: string, declared: Declared, member: MethodDefinition): MethodFact {
  const { returnType, params } = member.value;
  return {
    source: locateNode(root, declared.module, member),
    parameters: params.map((parameter) => readParameter(root, declared, parameter)),
    returns: returnType ? readType(unwrapPromise(returnType.typeAnnotation), declared).type : { kind: 'unknown' },
    ...readDocComment(declared.module, member),
  };
}

function readParameter(root: string, declared: Declared, parameter: ParamPattern): ParameterFact {
  const pattern: FormalParameter | TSParameterProperty['parameter'] =
    parameter.type === 'TSParameterProperty' ? parameter.parameter : (parameter as FormalParameter);
  const isDefault = pattern.type === 'AssignmentPattern';
  const binding = isDefault ? pattern.left : pattern;
  const annotation = ('typeAnnotation' in binding ? binding.typeAnnotation : undefined)?.typeAnnotation;
  const type = annotation ? readType(annotation, declared) : isDefault ? inferType(pattern.right, declared.module) : undefined;
  return {
    ...(binding.type === 'Identifier' ? { name: binding.name } : {}),
    optional: isDefault || ('optional' in binding && Boolean(binding.optional)) || (annotation !== undefined && allowsUndefined(annotation)),
    ...(type === undefined ? {} : { type }),
    source: locate(declared.module, binding.start, relativePath(root, declared.module.file)),
  };
}

const allowsUndefined = (type: TSType): boolean =>
  type.type === 'TSUndefinedKeyword' || (type.type === 'TSUnionType' && type.types.some(allowsUndefined));

/** `Promise<T>` is T: a method's answer is awaited. */
const unwrapPromise = (type: TSType): TSType =>
  type.type === 'TSTypeReference' && dottedName(type.typeName) === 'Promise' ? (type.typeArguments?.params[0] ?? type) : type;

type ScalarKind = Exclude<TypeModel['kind'], 'class' | 'array' | 'unknown'>;

const SCALARS: Readonly<Record<string, ScalarKind>> = {
  TSStringKeyword: 'string',
  TSNumberKeyword: 'number',
  TSBooleanKeyword: 'boolean',
  TSBigIntKeyword: 'bigint',
};

/** Reads a type as written. */
function readType(type: TSType, declared: Declared): TypeFact {
  const { module } = declared;
  const fact = (form: TypeFact['form'], model: TypeModel): TypeFact => ({
    type: model,
    text: module.code.slice(type.start, type.end),
    form,
    nullable: false,
    typeOnly: importsTypeOnly(type, module),
  });
  const scalar = SCALARS[type.type] ?? literalKind(type);
  if (scalar !== undefined) return fact('scalar', { kind: scalar });
  if (type.type === 'TSUnknownKeyword') return fact('unknown', { kind: 'unknown' });
  if (type.type === 'TSUnionType') return readUnion(type.types, declared, fact('other', { kind: 'unknown' }));
  const items = elementType(type);
  if (items !== undefined) return fact('array', { kind: 'array', items: readType(items, declared).type });
  const name = type.type === 'TSTypeReference' ? dottedName(type.typeName) : undefined;
  if (name === 'Date') return fact('scalar', { kind: 'date' });
  const key = name === undefined ? undefined : declared.references[name];
  if (key !== undefined) return fact('class', { kind: 'class', class: key });
  const open = name === 'Record' || type.type === 'TSAnyKeyword' || type.type === 'TSObjectKeyword';
  return fact(open ? 'record' : 'other', { kind: 'unknown' });
}

/** `'asc'` is a string, `1` a number. */
const literalKind = (type: TSType): ScalarKind | undefined =>
  type.type === 'TSLiteralType' && 'value' in type.literal ? scalarKind(typeof type.literal.value) : undefined;

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
  return { ...(isOne ? first : other), text: other.text, nullable };
}

/** A parameter without a type is what its default value is: `limit = 20` is a number. */
function inferType(value: Expression, module: SourceModule): TypeFact | undefined {
  const literal = value.type === 'UnaryExpression' ? value.argument : value;
  const kind = literal.type === 'Literal' ? scalarKind(typeof literal.value) : undefined;
  if (kind === undefined) return undefined;
  const text = module.code.slice(value.start, value.end);
  return { type: { kind }, text, form: 'scalar', nullable: false, typeOnly: false };
}

function elementType(type: TSType): TSType | undefined {
  if (type.type === 'TSArrayType') return type.elementType;
  if (type.type === 'TSTypeOperator' && type.operator === 'readonly') return elementType(type.typeAnnotation);
  const name = type.type === 'TSTypeReference' ? dottedName(type.typeName) : undefined;
  return type.type === 'TSTypeReference' && (name === 'Array' || name === 'ReadonlyArray') ? type.typeArguments?.params[0] : undefined;
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
