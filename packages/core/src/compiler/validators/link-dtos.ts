/** Links compiled DTOs to a module of a bundle. */
import type { ClassImport } from '../emit-options.js';
import type { CompiledDtos } from './compile-dtos.js';
import type { Binding } from './dto-writer.js';
import { knownModule } from './known-options.js';

/** Compiled DTOs as a bundle has them. */
export interface LinkedDtos {
  /** The module's code. */
  readonly code: string;
  /** The module's specifier, relative to the handler. */
  readonly specifier: string;
  /** The decorators whose arguments the code needs, by the library's name. */
  readonly recalled: ReadonlySet<string>;
  readonly compiled: CompiledDtos['compiled'];
}

const COMPILED = '@gatewright/core/validation/compiled';

/** Decorators that say how an instance becomes plain data. */
const OUTPUT_DECORATORS = ['Exclude', 'Expose', 'Transform', 'Type'];

/** Links compiled DTOs; a class is imported as `importOf` says. */
export function linkDtos(
  specifier: string,
  { code, bindings, compiled, hasOutput }: CompiledDtos,
  importOf: (key: string) => ClassImport,
): LinkedDtos {
  const classes = new Map(
    bindings.flatMap(({ local, binding }) => (binding.kind === 'class' ? [[binding.class, local]] : [])),
  );
  const imports = new Map<string, string[]>();
  const add = (module: string, name: string, local: string) =>
    imports.set(module, [...(imports.get(module) ?? []), name === local ? local : `${name} as ${local}`]);
  const recalls: string[] = [];
  const recalled = new Set<string>(hasOutput ? OUTPUT_DECORATORS : []);
  // with other options beside, there would be two of it
  const asked = new Set(
    bindings.flatMap(({ binding }) => (binding.kind === 'predicate' && !binding.isDefault ? [binding.file] : [])),
  );
  for (const { local, binding } of bindings) {
    if (binding.kind === 'given') {
      recalls.push(`const ${local} = recall(${recallArguments(binding, classes)});`);
      recalled.add(binding.place.factory);
    } else {
      const { module, name } = importNamed(binding, importOf);
      const isShort = binding.kind === 'predicate' && binding.isDefault && !asked.has(binding.file);
      add(isShort ? knownModule(module, {}) : module, name, local);
    }
  }
  if (recalls.length > 0) add(COMPILED, 'recall', 'recall');
  const lines = [...imports].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    specifier,
    recalled,
    compiled,
    code: [
      ...lines.map(([module, names]) => `import { ${names.sort().join(', ')} } from ${JSON.stringify(module)};`),
      '',
      ...recalls,
      code,
      `export { ${Object.values(compiled)
        .map(({ local }) => local)
        .join(', ')} };`,
      '',
    ].join('\n'),
  };
}

function recallArguments(
  { place }: Binding & { readonly kind: 'given' },
  classes: ReadonlyMap<string, string>,
): string {
  const { class: owner, property, factory, index } = place;
  return `${classes.get(owner)}, ${property === undefined ? 'undefined' : JSON.stringify(property)}, ${JSON.stringify(factory)}, ${index}`;
}

function importNamed(
  binding: Exclude<Binding, { readonly kind: 'given' }>,
  importOf: (key: string) => ClassImport,
): { readonly module: string; readonly name: string } {
  switch (binding.kind) {
    case 'class': {
      const { module, export: name } = importOf(binding.class);
      return { module, name: /^[\w$]+$/.test(name) ? name : JSON.stringify(name) };
    }
    case 'predicate':
      return { module: `class-validator/esm2015/${binding.file}`, name: binding.name };
    case 'runtime':
      return { module: COMPILED, name: binding.name };
  }
}
