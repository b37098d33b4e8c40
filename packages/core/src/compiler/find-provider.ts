/** Calls of `provide` in the source: where each stands, and the values in them that handlers import. */
import type { CallExpression, Node, ObjectProperty } from '@oxc-project/types';
import type { ProviderProperty } from '../model/value-table.js';
import { frameworkExport, type SourceModule } from './source-module.js';
import { walk } from './syntax.js';

/** A call of `provide` or `token` that runs once, when its module is loaded, and whose result nothing but lists and options take. */
export interface DeclaredCall {
  readonly node: CallExpression;
  /** Whether it stands in a decorator, which is removed as a whole. */
  readonly inDecorator: boolean;
}

/** Finds the calls of one of the framework's functions, in the order of the source. */
export function findCalls(module: SourceModule, name: 'provide' | 'token'): DeclaredCall[] {
  const calls: DeclaredCall[] = [];
  const inDecorators = new Set<Node>();
  walk(module.program, (node, parent) => {
    if (parent !== undefined && (parent.type === 'Decorator' || inDecorators.has(parent))) inDecorators.add(node);
    if (node.type === 'CallExpression' && frameworkExport(module, node.callee) === name) {
      calls.push({ node, inDecorator: inDecorators.has(node) });
      return false;
    }
    return TRANSPARENT.has(node.type) || (node.type === 'CallExpression' && parent?.type === 'Decorator');
  });
  return calls;
}

/** Syntax through which a value goes as it is, once, into a list, an option or a constant of a module. */
const TRANSPARENT = new Set([
  'Program',
  'ExportNamedDeclaration',
  'ExportDefaultDeclaration',
  'VariableDeclaration',
  'VariableDeclarator',
  'ClassDeclaration',
  'Decorator',
  'ArrayExpression',
  'ObjectExpression',
  'Property',
  'SpreadElement',
  'ConditionalExpression',
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
]);

/** A value in a call of `provide`. */
export interface ProvidedValue {
  /** Which of the module's calls it is in, from 0. */
  readonly position: number;
  /** The syntax that it is made of. */
  readonly node: Node;
  /** Its expression, where it is not the node itself. */
  readonly text?: string;
}

/** Finds a property of what a call of `provide` was given. */
export function findProvided(
  module: SourceModule,
  start: number,
  property: ProviderProperty,
): ProvidedValue | undefined {
  const calls = findCalls(module, 'provide');
  const position = calls.findIndex(({ node }) => node.start === start);
  const options = calls[position]?.node.arguments[1];
  if (options === undefined || options.type === 'SpreadElement') return undefined;
  const text = (node: Node): string => module.code.slice(node.start, node.end);
  const found = options.type === 'ObjectExpression' ? options.properties.findLast(isNamed(property)) : undefined;
  if (found?.type !== 'Property') return { position, node: options, text: `(${text(options)}).${property}` };
  // a method's own text is no expression
  return found.method || found.kind !== 'init'
    ? { position, node: found, text: `({ ${text(found)} }).${property}` }
    : { position, node: found.value };
}

/** The property of that name; what is spread after it might be another. */
const isNamed =
  (name: string) =>
  (entry: Node): entry is ObjectProperty =>
    entry.type === 'SpreadElement' ||
    (entry.type === 'Property' &&
      !entry.computed &&
      (entry.key.type === 'Identifier' ? entry.key.name : entry.key.type === 'Literal' && entry.key.value) === name);
