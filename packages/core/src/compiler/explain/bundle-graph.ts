import type { Plugin } from 'rolldown';

/** A module of a bundle. */
export interface GraphModule {
  /** Bytes of it in the bundle, before the bundle is minified. */
  readonly bytes: number;
  /** Ids of what it imports, dynamically too. */
  readonly imports: readonly string[];
  readonly isCommonJs: boolean;
  /** Whether something of it is imported by name and used. */
  readonly isUsed: boolean;
}

/** The modules of a bundle by id; the handler is the first. */
export type BundleGraph = ReadonlyMap<string, GraphModule>;

/** Tells what a bundle is made of. */
export const readGraph = (entry: string, tell: (graph: BundleGraph) => void): Plugin => ({
  name: 'gatewright:graph',
  generateBundle(_, output) {
    const rendered = new Map(
      Object.values(output).flatMap((file) => (file.type === 'chunk' ? Object.entries(file.modules) : [])),
    );
    const graph = new Map<string, GraphModule>();
    for (const id of [entry, ...this.getModuleIds()]) {
      const info = this.getModuleInfo(id);
      if (info === null) continue;
      graph.set(id, {
        bytes: rendered.get(id)?.renderedLength ?? 0,
        imports: [...info.importedIds, ...info.dynamicallyImportedIds],
        isCommonJs: info.inputFormat === 'cjs',
        isUsed: (rendered.get(id)?.renderedExports.length ?? 0) > 0,
      });
    }
    tell(graph);
  },
});
