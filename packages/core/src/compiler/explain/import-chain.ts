import type { BundleGraph } from './bundle-graph.js';

/** For each module the one that it is imported by on the shortest way from the handler. */
export function shortestImporters(graph: BundleGraph): ReadonlyMap<string, string | undefined> {
  const [entry] = graph.keys();
  const importers = new Map<string, string | undefined>([[entry as string, undefined]]);
  // a map is walked in the order of insertion, also what is inserted meanwhile: breadth first
  for (const id of importers.keys())
    for (const imported of graph.get(id)?.imports ?? []) if (!importers.has(imported)) importers.set(imported, id);
  return importers;
}

/** The modules from the one that the handler imports to this one. */
export function importChain(id: string, importers: ReadonlyMap<string, string | undefined>): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = id; at !== undefined; at = importers.get(at)) chain.unshift(at);
  return chain.slice(1);
}
