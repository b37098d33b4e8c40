import type { Class } from '../metadata/record.js';

/** The global function by which the classes of analysed sources announce themselves. */
export const DECLARE = 'gatewright.declare';

/** What a class announced. */
export interface Declaration {
  /** Absolute path of the file that declares it. */
  readonly file: string;
  /** Offset of its syntax node. */
  readonly start: number;
  /** Values of the type names in its signatures; each may throw or be anything. */
  readonly references: Readonly<Record<string, () => unknown>>;
}

/** The global function by which providers of analysed sources announce themselves. */
export const DECLARE_PROVIDER = 'gatewright.declare-provider';

/** Where a call of `provide` stands: the absolute path of its file, and the offset of its syntax node. */
export interface ProviderDeclaration {
  readonly file: string;
  readonly start: number;
}

/** What analysed sources announced. */
export interface Declarations {
  readonly classes: ReadonlyMap<Class, Declaration>;
  readonly providers: ReadonlyMap<unknown, ProviderDeclaration>;
}

type Declare = (target: Class, file: string, start: number, references: Declaration['references']) => void;

/** Begins to collect what classes and providers announce; to be called before they are loaded. */
export function collectDeclarations(): Declarations {
  const classes = new Map<Class, Declaration>();
  const providers = new Map<unknown, ProviderDeclaration>();
  const declare: Declare = (target, file, start, references) => {
    classes.set(target, { file, start, references });
  };
  const declareProvider = <TProvider>(provider: TProvider, file: string, start: number): TProvider => {
    providers.set(provider, { file, start });
    return provider;
  };
  Object.assign(globalThis, {
    [Symbol.for(DECLARE)]: declare,
    [Symbol.for(DECLARE_PROVIDER)]: declareProvider,
  });
  return { classes, providers };
}
