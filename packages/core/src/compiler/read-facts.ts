import type { FormalParameter, MethodDefinition, Node, ParamPattern, TSParameterProperty, TSType } from '@oxc-project/types';
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
  return {
    ...(binding.type === 'Identifier' ? { name: binding.name } : {}),
    optional: isDefault || ('optional' in binding && Boolean(binding.optional)) || (annotation !== undefined && allowsUndefined(annotation)),
    ...(annotation === undefined ? {} : { type: readType(annotation, declared) }),
    source: locate(declared.module, binding.start, relativePath(root, declared.module.file)),
  };
}

const allowsUndefined = (type: TSType): boolean =>
  type.type === 'TSUndefinedKeyword' || (type.type === 'TSUnionType' && type.types.some(allowsUndefined));

/** `Promise<T>` is T: a method's answer is awaited. */
const unwrapPromise = (type: TSType): TSType =>
  type.type === 'TSTypeReference' && dottedName(type.typeName) === 'Promise' ? (type.typeArguments?.params[0] ?? type) : type;

const SCALARS: Readonly<Record<string, Exclude<TypeModel['kind'], 'class' | 'array' | 'unknown'>>> = {
  TSStringKeyword: 'string',
  TSNumberKeyword: 'number',
  TSBooleanKeyword: 'boolean',
  TSBigIntKeyword: 'bigint',
};

/** Reads a type as written. */
function readType(type: TSType, declared: Declared): TypeFact {
  const { module } = declared;
  const text = module.code.slice(type.start, type.end);
  const typeOnly = importsTypeOnly(type, module);
  const scalar = SCALARS[type.type];
  if (scalar !== undefined) return { type: { kind: scalar }, text, form: 'scalar', typeOnly };
  if (type.type === 'TSUnknownKeyword') return { type: { kind: 'unknown' }, text, form: 'unknown', typeOnly };
  if (type.type === 'TSUnionType') return readUnion(type.types, declared, text);
  const items = elementType(type);
  if (items !== undefined) return { type: { kind: 'array', items: readType(items, declared).type }, text, form: 'array', typeOnly };
  const name = type.type === 'TSTypeReference' ? dottedName(type.typeName) : undefined;
  if (name === 'Date') return { type: { kind: 'date' }, text, form: 'scalar', typeOnly };
  const key = name === undefined ? undefined : declared.references[name];
  if (key !== undefined) return { type: { kind: 'class', class: key }, text, form: 'class', typeOnly };
  const open = name === 'Record' || type.type === 'TSAnyKeyword' || type.type === 'TSObjectKeyword';
  return { type: { kind: 'unknown' }, text, form: open ? 'record' : 'other', typeOnly };
}

/** A union is its one member beside null and undefined; any other is not told. */
function readUnion(types: readonly TSType[], declared: Declared, text: string): TypeFact {
  const members = types.filter(({ type }) => type !== 'TSUndefinedKeyword' && type !== 'TSNullKeyword');
  return members.length === 1
    ? readType(members[0] as TSType, declared)
    : { type: { kind: 'unknown' }, text, form: 'other', typeOnly: false };
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
