import type { Class, ClassElement, Decorator, Node, Program } from '@oxc-project/types';
import { type ParseResult, parseSync } from 'rolldown/utils';
import type { SourceLocation } from '../model/manifest.js';
import { dottedName, walk } from './syntax.js';

/** The package whose decorators are read at build time and gone from what is built. */
const FRAMEWORK = '@gatewright/core';

/** A class in a source file. */
export interface SourceClass {
  readonly node: Class;
  /** Its name, or that of the variable it is assigned to. */
  readonly name?: string;
  /** The name that its module knows it by; absent where it is declared inside a function, or has none. */
  readonly binding?: string;
  /** The name it is exported by. */
  readonly exportName?: string;
}

/** A class and the module that declares it. */
export interface ClassPlace {
  readonly module: SourceModule;
  readonly source: SourceClass;
}

/** Where a local name is imported from. */
export interface SourceImport {
  readonly specifier: string;
  /** `*` for the namespace. */
  readonly imported: string;
  readonly typeOnly: boolean;
}

/** `export { imported as exported } from specifier`, in one statement or two. */
export interface Reexport {
  readonly specifier: string;
  readonly imported: string;
  readonly exported: string;
}

/** A source file's syntax, parsed once. */
export interface SourceModule {
  /** Absolute path. */
  readonly file: string;
  readonly code: string;
  readonly program: Program;
  readonly comments: ParseResult['comments'];
  readonly imports: ReadonlyMap<string, SourceImport>;
  /** What it exports of other modules by name. */
  readonly reexports: readonly Reexport[];
  /** Classes by the offset of their syntax node. */
  readonly classes: ReadonlyMap<number, SourceClass>;
}

/** Parses a source file; what is not valid syntax is reported when it is bundled. */
export function parseModule(file: string, code: string): SourceModule {
  const { program, comments, module } = parseSync(file, code);
  const imports = new Map<string, SourceImport>();
  for (const { moduleRequest, entries } of module.staticImports)
    for (const { localName, importName, isType } of entries) {
      const imported = importName.kind === 'Default' ? 'default' : (importName.name ?? '*');
      imports.set(localName.value, { specifier: moduleRequest.value, imported, typeOnly: isType });
    }
  const exported = new Map<string, string>();
  const reexports: Reexport[] = [];
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, localName, importName, exportName, isType } of entries) {
      if (isType) continue;
      const name = exportName.kind === 'Default' ? 'default' : (exportName.name as string);
      if (moduleRequest === null && localName.name !== null) exported.set(localName.name, name);
      if (moduleRequest !== null && importName.kind === 'Name')
        reexports.push({ specifier: moduleRequest.value, imported: importName.name as string, exported: name });
    }
  return { file, code, program, comments, imports, reexports, classes: findClasses(program, exported) };
}

function findClasses(program: Program, exported: ReadonlyMap<string, string>): Map<number, SourceClass> {
  const classes = new Map<number, SourceClass>();
  walk(program, (node, parent) => {
    if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return true;
    if (node.declare) return false;
    const variable =
      parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined;
    const name = node.id?.name ?? variable;
    const binding = isTopLevel(program, node) ? (variable ?? node.id?.name) : undefined;
    const exportName = parent?.type === 'ExportDefaultDeclaration' ? 'default' : binding && exported.get(binding);
    classes.set(node.start, {
      node,
      ...(name === undefined ? {} : { name }),
      ...(binding === undefined ? {} : { binding }),
      ...(exportName === undefined ? {} : { exportName }),
    });
    return true;
  });
  return classes;
}

/** Whether a class is a statement of the module, exported or not, or what a variable of the module is initialised with. */
const isTopLevel = (program: Program, target: Class): boolean =>
  program.body.some((statement) => {
    const declaration =
      (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration') &&
      statement.declaration
        ? statement.declaration
        : statement;
    if (declaration === target) return true;
    return (
      declaration.type === 'VariableDeclaration' && declaration.declarations.some((entry) => entry.init === target)
    );
  });

/** Whether a decorator is one of the framework's, under whatever local name. */
export function isFrameworkDecorator(module: SourceModule, decorator: Decorator): boolean {
  const { expression } = decorator;
  const name = dottedName(expression.type === 'CallExpression' ? expression.callee : expression);
  return name !== undefined && module.imports.get(name.split('.')[0] as string)?.specifier === FRAMEWORK;
}

/** The framework's name of a decorator, for example `Controller`; undefined for others' decorators. */
export const frameworkName = (module: SourceModule, { expression }: Decorator): string | undefined =>
  frameworkExport(module, expression.type === 'CallExpression' ? expression.callee : expression);

/** The framework's name of what a name in a module stands for; undefined for what is not the framework's. */
export function frameworkExport(module: SourceModule, name: Node): string | undefined {
  const [local, member] = dottedName(name)?.split('.') ?? [];
  const found = local === undefined ? undefined : module.imports.get(local);
  return found?.specifier === FRAMEWORK ? (member ?? found.imported) : undefined;
}

/** The names that modules import of the framework as values; undefined where one takes all of it. */
export function frameworkImports(modules: Iterable<SourceModule>): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { imports, reexports } of modules)
    for (const { specifier, imported, typeOnly } of [
      ...imports.values(),
      ...reexports.map((each) => ({ ...each, typeOnly: false })),
    ])
      if (specifier === FRAMEWORK && !typeOnly) names.add(imported);
  return names.has('*') ? undefined : names;
}

/** The decorators of a class or a member itself; the parser gives a list, if an empty one, to all that may have any. */
export const decoratorsOf = (node: Class | ClassElement): readonly Decorator[] =>
  'decorators' in node ? (node.decorators as Decorator[]) : [];

/** The decorators of a class member's parameters. */
export const parameterDecorators = (member: ClassElement): Decorator[] =>
  member.type === 'MethodDefinition' ? member.value.params.flatMap((parameter) => parameter.decorators ?? []) : [];

/** Name of a member that is not computed or private. */
export function memberName(member: ClassElement): string | undefined {
  if (!('key' in member) || ('computed' in member && member.computed)) return undefined;
  if (member.key.type === 'Identifier') return member.key.name;
  return member.key.type === 'Literal' ? String(member.key.value) : undefined;
}

/** The place of a node. */
export function locate(module: SourceModule, offset: number, file: string): SourceLocation {
  const before = module.code.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1) as string).length + 1 };
}
