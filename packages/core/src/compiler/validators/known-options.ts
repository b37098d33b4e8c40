/**
 * validator's predicates where their options are known when a bundle is made: `isEmail` without options never asks whether a domain may
 * be an IP address, and the minifier drops what only other options lead to, more than half of it.
 */
import type { CallExpression, Expression, Function as FunctionNode, Node, Program } from '@oxc-project/types';
import MagicString from 'magic-string';
import { parseSync } from 'rolldown/utils';
import { dottedName, walk } from '../syntax.js';

/** Options by name. */
type Options = Readonly<Record<string, unknown>>;

/** Marks the file of a predicate whose options are known. */
export const KNOWN: RegExp = /\?known=(.*)$/;

/** The module of a predicate with these options. */
export const knownModule = (file: string, options: Options): string =>
  `${file}?known=${encodeURIComponent(JSON.stringify(options))}`;

/** The file of such a module, and the options. */
export const readKnown = (id: string): { readonly file: string; readonly options: Options } => ({
  file: id.replace(KNOWN, ''),
  options: JSON.parse(decodeURIComponent(KNOWN.exec(id)?.[1] ?? '%7B%7D')),
});

/** Whether class-validator's predicate does no more than to hand its options on, after it made sure of text. */
export const handsOn = (code: string): boolean =>
  /export function \w+\(value, options\) \{\s*return typeof value === 'string' && \w+\(value, options\);\s*\}/.test(
    code,
  );

/** A predicate's code with its options put in; as it is where it does not read them as `merge(options, defaults)` alone. */
export function withKnownOptions(code: string, known: Options): string {
  const { program } = parseSync('predicate.js', code);
  const predicate = defaultExport(program);
  const merge = predicate?.body?.body.find((statement) => mergeOf(statement) !== undefined);
  const defaults = merge && readDefaults(program, dottedName((mergeOf(merge) as CallExpression).arguments[1] as Node));
  if (predicate === undefined || merge === undefined || defaults === undefined) return code;
  const values: Options = { ...defaults, ...known };
  const reads = readsOf(predicate, merge);
  if (reads === undefined) return code;
  const text = new MagicString(code);
  for (const { node, name } of reads) text.overwrite(node.start, node.end, JSON.stringify(values[name]) ?? 'void 0');
  text.remove(merge.start, merge.end);
  return knownImports(text.toString());
}

const defaultExport = ({ body }: Program): FunctionNode | undefined =>
  body.flatMap((statement) =>
    statement.type === 'ExportDefaultDeclaration' && statement.declaration.type === 'FunctionDeclaration'
      ? [statement.declaration]
      : [],
  )[0];

/** The call of the statement `options = merge(options, defaults)`. */
function mergeOf(statement: Node): CallExpression | undefined {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression')
    return undefined;
  const { left, right } = statement.expression;
  const isMerge =
    dottedName(left) === 'options' &&
    right.type === 'CallExpression' &&
    dottedName(right.callee) === 'merge' &&
    right.arguments.length === 2 &&
    dottedName(right.arguments[0] as Node) === 'options';
  return isMerge ? right : undefined;
}

/** The members of the object that a variable is declared as; undefined where one is no plain value. */
function readDefaults({ body }: Program, name: string | undefined): Options | undefined {
  const [declared] = body.flatMap((statement) =>
    statement.type === 'VariableDeclaration' ? statement.declarations.filter(({ id }) => dottedName(id) === name) : [],
  );
  return declared?.init ? (plainValue(declared.init) as Options | undefined) : undefined;
}

/** What a literal says: a scalar, an empty array or an object of these; undefined for anything else. */
function plainValue(node: Expression): unknown {
  if (node.type === 'Literal') return typeof node.value === 'object' ? undefined : node.value;
  if (node.type === 'UnaryExpression' && node.operator === '!' && node.argument.type === 'Literal')
    return !node.argument.value;
  if (node.type === 'ArrayExpression') return node.elements.length === 0 ? [] : undefined;
  if (node.type !== 'ObjectExpression') return undefined;
  const members = node.properties.map((member) => {
    if (member.type !== 'Property' || member.computed || member.kind !== 'init') return undefined;
    const value = plainValue(member.value);
    return value === undefined ? undefined : ([dottedName(member.key) ?? '', value] as const);
  });
  return members.every((member) => member !== undefined) ? Object.fromEntries(members) : undefined;
}

/** Where a predicate reads its options; undefined where it does anything else with them. */
function readsOf(
  predicate: FunctionNode,
  merge: Node,
): readonly { readonly node: Node; readonly name: string }[] | undefined {
  const reads: { readonly node: Node; readonly name: string }[] = [];
  let isPlain = predicate.params.length === 2 && dottedName(predicate.params[1] as Node) === 'options';
  walk(predicate.body as Node, (node, parent) => {
    if (node === merge) return false;
    if (node.type === 'MemberExpression' && dottedName(node.object) === 'options') {
      isPlain &&= !node.computed && !isWritten(node, parent);
      reads.push({ node, name: dottedName(node.property) ?? '' });
      return false;
    }
    isPlain &&= node.type !== 'Identifier' || node.name !== 'options';
    return true;
  });
  return isPlain && reads.every(({ node }) => node.start > merge.end) ? reads : undefined;
}

/** Whether something is put into what is read, or done with it that a new value each time would not bear. */
const isWritten = (read: Node, parent: Node | undefined): boolean =>
  parent?.type === 'UpdateExpression' ||
  (parent?.type === 'AssignmentExpression' && parent.left === read) ||
  (parent?.type === 'UnaryExpression' && parent.operator === 'delete') ||
  (parent?.type === 'CallExpression' && parent.callee === read);

/** A predicate's code whose imports say with which options it calls them, where these are always the same. */
function knownImports(code: string): string {
  const { program } = parseSync('predicate.js', code);
  const text = new MagicString(code);
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    const [imported] = statement.specifiers;
    const options = imported && optionsOf(program, imported.local.name);
    if (options === undefined) continue;
    const module = JSON.stringify(knownModule(statement.source.value, options));
    text.overwrite(statement.source.start, statement.source.end, module);
  }
  return text.toString();
}

/** The options that each call of a function is given, and nothing else is done with it; undefined where they differ. */
function optionsOf(program: Program, name: string): Options | undefined {
  const given: unknown[] = [];
  let uses = 0;
  for (const statement of program.body)
    if (statement.type !== 'ImportDeclaration')
      walk(statement, (node) => {
        if (node.type === 'Identifier' && node.name === name) uses++;
        if (node.type === 'CallExpression' && dottedName(node.callee) === name && node.arguments.length === 2)
          given.push(plainValue(node.arguments[1] as Expression));
        return true;
      });
  const [first, ...others] = given.map((value) => JSON.stringify(value));
  const isOne = first?.startsWith('{') && uses === given.length && others.every((other) => other === first);
  return isOne ? (given[0] as Options) : undefined;
}
