import type { Expression, Node, Program } from '@oxc-project/types';

/** Calls `enter` for a node and everything below it, in source order; where it returns false, what is below is left out. */
export function walk(
  node: Node,
  enter: (node: Node, parent: Node | undefined) => boolean | undefined,
  parent?: Node,
): void {
  if (enter(node, parent) === false) return;
  for (const value of Object.values(node)) {
    if (isNode(value)) walk(value, enter, node);
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) walk(item, enter, node);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { readonly type?: unknown }).type === 'string';

/** `User` or `models.User`; undefined for anything else. */
export function dottedName(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'TSQualifiedName') return joinName(node.left, node.right);
  if (node.type === 'MemberExpression' && !node.computed) return joinName(node.object, node.property);
  return undefined;
}

function joinName(left: Node, right: Node): string | undefined {
  const first = dottedName(left);
  const last = dottedName(right);
  return first === undefined || last === undefined ? undefined : `${first}.${last}`;
}

/** Whether a node stands inside a namespace. */
export const isInNamespace = ({ body }: Program, { start }: Node): boolean =>
  body.some((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    return declaration?.type === 'TSModuleDeclaration' && declaration.start < start && start < declaration.end;
  });

/** Whether a node is of TypeScript only, and nothing at run time. */
export const isTypeSyntax = (node: Node): boolean => node.type.startsWith('TS') && !VALUE_SYNTAX.has(node.type);

/** TypeScript syntax that holds values. */
const VALUE_SYNTAX = new Set([
  'TSAsExpression',
  'TSEnumBody',
  'TSEnumDeclaration',
  'TSEnumMember',
  'TSExportAssignment',
  'TSImportEqualsDeclaration',
  'TSInstantiationExpression',
  'TSModuleBlock',
  'TSModuleDeclaration',
  'TSNonNullExpression',
  'TSParameterProperty',
  'TSQualifiedName',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
]);

/** An expression without the syntax around it that does not change its value. */
export const unwrapped = (node: Expression): Expression =>
  WRAPPERS.has(node.type) ? unwrapped((node as { readonly expression: Expression }).expression) : node;

const WRAPPERS = new Set([
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
]);
