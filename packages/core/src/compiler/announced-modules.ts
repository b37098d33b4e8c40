import MagicString from 'magic-string';
import type { Plugin } from 'rolldown';
import { announceProviders, insertDeclarations } from './insert-declarations.js';
import { PROJECT_FILE } from './project-files.js';
import { parseModule, type SourceModule } from './source-module.js';

/** A module with the announcements of its classes and providers. */
interface AnnouncedModule {
  readonly module: SourceModule;
  readonly result: { readonly code: string; readonly map: string } | undefined;
}

/** The modules of the last application: one that is loaded again after an edit has most of them as they were. */
let last: ReadonlyMap<string, AnnouncedModule> = new Map();

/**
 * Lets the classes and providers of a project's sources announce themselves.
 *
 * @param modules is given the syntax of every source on the way
 */
export function announcements(modules: Map<string, SourceModule>): Plugin {
  const earlier = last;
  const current = new Map<string, AnnouncedModule>();
  return {
    name: 'gatewright:announcements',
    transform: {
      filter: { id: PROJECT_FILE },
      handler(source, id) {
        const known = earlier.get(id);
        const announced = known?.module.code === source ? known : announce(id, source);
        current.set(id, announced);
        modules.set(id, announced.module);
        return announced.result;
      },
    },
    buildEnd() {
      last = current;
    },
  };
}

function announce(id: string, source: string): AnnouncedModule {
  const module = parseModule(id, source);
  const code = new MagicString(source);
  insertDeclarations(module, code);
  announceProviders(module, code);
  const result = code.hasChanged()
    ? { code: code.toString(), map: code.generateMap({ hires: 'boundary' }).toString() }
    : undefined;
  return { module, result };
}
