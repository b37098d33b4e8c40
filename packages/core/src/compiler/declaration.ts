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

type Declare = (target: Class, file: string, start: number, references: Declaration['references']) => void;

/** Begins to collect what classes announce; to be called before they are loaded. */
export function collectDeclarations(): ReadonlyMap<Class, Declaration> {
  const declarations = new Map<Class, Declaration>();
  const declare: Declare = (target, file, start, references) => {
    declarations.set(target, { file, start, references });
  };
  (globalThis as unknown as Record<symbol, Declare>)[Symbol.for(DECLARE)] = declare;
  return declarations;
}
