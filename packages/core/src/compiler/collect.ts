/** Runs inside the child process that loads an application's controllers: collects what decorators recorded, as JSON. */
import { isMapped } from '../metadata/mapped-bases.js';
import { type Class, readLineage, readOwnRecords } from '../metadata/record.js';
import { ClassTable } from '../model/class-table.js';
import { mergeDtoOptions } from '../model/dto-options.js';
import type { SchemaManifest } from '../model/manifest.js';
import { readApplication } from '../model/read-application.js';
import type { ApplicationReading } from '../model/reading.js';
import { isAuthorizer, isRouteDecorator } from '../model/vocabulary.js';
import { isBuiltIn } from './built-in.js';
import type { Declaration, Declarations, ProviderDeclaration } from './declaration.js';
import { readStandardSchemas } from './schemas/read-standard-schemas.js';
import { describeDtos } from './validators/describe-dto.js';
import { type DtoDescription, type RuleSelection, selectionKey } from './validators/dto-description.js';

/** A loaded module: the absolute path of its file and its exports. */
export type LoadedModule = readonly [file: string, exports: Readonly<Record<string, unknown>>];

/** What running the controllers' modules told; classes by key. */
export interface Collected {
  readonly application: ApplicationReading;
  /** The module given as the application, and the names of its `@Application` classes. */
  readonly applications?: { readonly file: string; readonly classes: readonly string[] };
  /** Where each class of the project is declared. */
  readonly declared: Readonly<Record<string, { readonly file: string; readonly start: number }>>;
  /** For each class, the keys of the classes that the type names in its signatures stand for. */
  readonly references: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The keys of each controller's class and its base classes, most derived first. */
  readonly lineages: Readonly<Record<string, readonly string[]>>;
  /** Exported classes with routes that are part of no controller, by file. */
  readonly strays: Readonly<Record<string, readonly string[]>>;
  /** Where the providers stand that have a value, by its key; the class where it is one. */
  readonly provided: Readonly<Record<string, ProviderDeclaration & { readonly class?: string }>>;
  /** The module and name that each controller is exported by. */
  readonly exports: Readonly<Record<string, { readonly module: string; readonly export: string }>>;
  /** What class-validator and class-transformer know of the classes. */
  readonly dtos: Readonly<Record<string, DtoDescription>>;
  /** What Standard Schemas tell of themselves, by the key of the value. */
  readonly schemas: Readonly<Record<string, SchemaManifest>>;
}

/** What collecting may be given beside the modules. */
export interface CollectOptions {
  /** The module with the `@Application` class. */
  readonly application?: LoadedModule | undefined;
  /** Gets the classes with their keys. */
  readonly classes?: ClassTable;
}

/** Collects from loaded modules and what their classes announced. */
export function collect(
  modules: readonly LoadedModule[],
  { classes: declarations, providers }: Declarations,
  { application: applicationModule, classes = new ClassTable() }: CollectOptions = {},
): Collected {
  const exports: Record<string, { module: string; export: string }> = {};
  for (const [module, values] of modules)
    for (const name of Object.keys(values).sort()) {
      const value = values[name];
      if (!isController(value)) continue;
      const declaredHere = declarations.get(value)?.file === module;
      const key = classes.keyOf(value);
      // a controller that another file exports again is imported from where it is declared
      if (exports[key] === undefined || (declaredHere && exports[key].module !== module))
        exports[key] = { module, export: name };
    }
  const controllers = [...classes.entries()].map(([, target]) => target);
  const applications = findApplications(applicationModule);
  const strays = readStrays(modules, controllers);
  for (const { value } of readReferences(controllers, declarations)) classes.keyOf(value);
  const lineages = Object.fromEntries(
    Object.keys(exports).map((key) => [key, readLineage(classes.classOf(key)).map((owner) => classes.keyOf(owner))]),
  );
  const application = readApplication(controllers, classes, { application: applications[0] });
  const references = describeReferences(classes, declarations);
  const dtos = describeDtos(classes, {
    selections: selectionsOf(application),
    isDeclared: (target) => declarations.has(target) || isMapped(target),
  });
  const declared = Object.fromEntries(
    [...classes.entries()].flatMap(([key, target]) => {
      const declaration = declarations.get(target);
      return declaration === undefined ? [] : [[key, { file: declaration.file, start: declaration.start }]];
    }),
  );
  return {
    application,
    ...(applicationModule === undefined
      ? {}
      : { applications: { file: applicationModule[0], classes: applications.map(({ name }) => name) } }),
    declared,
    references,
    lineages,
    strays,
    exports,
    dtos,
    schemas: readStandardSchemas(classes.values),
    provided: describeProvided(classes, providers),
  };
}

function describeProvided(classes: ClassTable, providers: Declarations['providers']): Collected['provided'] {
  const provided = classes.values.holders().flatMap(([key, holder, property]) => {
    const declaration = providers.get(holder);
    const value = holder[property];
    return declaration === undefined
      ? []
      : [
          [
            key,
            {
              ...declaration,
              ...(property === 'useClass' && typeof value === 'function'
                ? { class: classes.keyOf(value as Class) }
                : {}),
            },
          ] as const,
        ];
  });
  return Object.fromEntries(provided);
}

/** The selections of rules that routes make. */
const selectionsOf = ({ controllers, validation }: ApplicationReading): RuleSelection[] => {
  const options = controllers.flatMap((controller) =>
    [...controller.methods, ...controller.authorizers].map((method) =>
      mergeDtoOptions([method.validation?.options, controller.validation?.options, validation?.options]),
    ),
  );
  const selections = new Map([{}, ...options].map((selection = {}) => [selectionKey(selection), selection]));
  return [...selections.values()];
};

/** The exported classes with `@Application`. */
const findApplications = (module: LoadedModule | undefined): Class[] => {
  const classes = Object.values(module?.[1] ?? {}).filter(
    (value) =>
      typeof value === 'function' &&
      readOwnRecords(value as Class).some(({ decorator }) => decorator === 'Application'),
  );
  return [...new Set(classes as Class[])];
};

const isController = (value: unknown): value is Class =>
  typeof value === 'function' && readOwnRecords(value as Class).some(({ decorator }) => decorator === 'Controller');

/** Exported classes that have routes and are neither controllers nor what one extends: their routes are nobody's. */
function readStrays(modules: readonly LoadedModule[], controllers: readonly Class[]): Record<string, string[]> {
  const used = new Set(controllers.flatMap(readLineage));
  const strays = modules.map(([file, values]): [string, string[]] => [
    file,
    Object.keys(values).filter((name) => {
      const value = values[name];
      return typeof value === 'function' && !used.has(value as Class) && hasRoutes(value as Class);
    }),
  ]);
  return Object.fromEntries(strays.filter(([, names]) => names.length > 0));
}

const hasRoutes = (target: Class): boolean =>
  readOwnRecords(target).some(({ decorator }) => isRouteDecorator(decorator) || isAuthorizer(decorator));

interface Reference {
  readonly owner: Class;
  readonly name: string;
  readonly value: Class;
}

/** The classes that type names in signatures of classes and their base classes stand for. */
const readReferences = (targets: readonly Class[], declarations: ReadonlyMap<Class, Declaration>): Reference[] =>
  [...new Set(targets.flatMap(readLineage))].flatMap((owner) =>
    Object.entries(declarations.get(owner)?.references ?? {}).flatMap(([name, read]) => {
      const value = evaluate(read);
      return typeof value !== 'function' || isBuiltIn(value) ? [] : [{ owner, name, value: value as Class }];
    }),
  );

/** The references of every class, providers too, to classes that have a part in the application. */
function describeReferences(
  classes: ClassTable,
  declarations: ReadonlyMap<Class, Declaration>,
): Record<string, Record<string, string>> {
  const known = new Set([...classes.entries()].map(([, target]) => target));
  const references: Record<string, Record<string, string>> = {};
  for (const { owner, name, value } of readReferences([...known], declarations))
    if (known.has(value)) {
      const key = classes.keyOf(owner);
      references[key] = { ...references[key], [name]: classes.keyOf(value) };
    }
  return references;
}

function evaluate(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined; // a name that means nothing at run time
  }
}
