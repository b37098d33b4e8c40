import path from 'node:path';
import type { Node, TSInterfaceDeclaration, TSTypeAliasDeclaration } from '@oxc-project/types';
import type { SourceModule } from './source-module.js';

/** The declaration of a type, and the module that its names are looked up in. */
export interface TypeDeclaration {
  readonly module: SourceModule;
  readonly node: TSInterfaceDeclaration | TSTypeAliasDeclaration;
}

/**
 * Finds the interface or type alias that a name stands for: in its own module, or in one that this imports by a relative path.
 * What is in a file of types only is not found, as no other thing of such a file matters to a build.
 */
export function findTypeDeclaration(
  name: string,
  module: SourceModule,
  modules: ReadonlyMap<string, SourceModule>,
): TypeDeclaration | undefined {
  const own = declarationIn(module, name);
  if (own !== undefined) return { module, node: own };
  const from = module.imports.get(name);
  if (from === undefined || !from.specifier.startsWith('.')) return undefined;
  const target = candidates(path.resolve(path.dirname(module.file), from.specifier)).find((file) => modules.has(file));
  const imported = target === undefined ? undefined : (modules.get(target) as SourceModule);
  const node = imported && declarationIn(imported, from.imported);
  return node && { module: imported as SourceModule, node };
}

/** What a relative path may be written for: TypeScript wants the extension that the compiled file has. */
const candidates = (file: string): string[] => [
  file.replace(/\.([cm]?)js$/, '.$1ts'),
  file,
  `${file}.ts`,
  path.join(file, 'index.ts'),
];

function declarationIn({ program }: SourceModule, name: string): TypeDeclaration['node'] | undefined {
  for (const statement of program.body) {
    const node: Node | null = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if ((node?.type === 'TSInterfaceDeclaration' || node?.type === 'TSTypeAliasDeclaration') && node.id.name === name)
      return node;
  }
  return undefined;
}
