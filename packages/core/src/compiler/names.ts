const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Whether a name can be written as an identifier, without quotes. */
export const isIdentifier = (name: string): boolean => IDENTIFIER.test(name);

/** Words that generated code cannot use as names. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for ' +
    'function if implements import in instanceof interface let new null package private protected public return static super switch this ' +
    'throw true try typeof undefined var void while with yield'
  ).split(' '),
);

/** The names of one generated module: each is given once. */
export class Names {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set([...RESERVED, ...taken]);
  }

  /** A name as wished; where that is taken or no identifier, the nearest that is free. */
  claim(wish: string): string {
    const base = isIdentifier(wish)
      ? wish
      : wish.replace(/[^\w$]+(\w?)/g, (_, letter: string) => letter.toUpperCase()).replace(/^(?=\d|$)/, '_');
    let name = base;
    for (let count = 2; this.#taken.has(name); count++) name = `${base}${count}`;
    this.#taken.add(name);
    return name;
  }

  /** Frees names that nothing after can see. */
  release(names: readonly string[]): void {
    for (const name of names) this.#taken.delete(name);
  }
}

/** A property of an object: `object.name`, or `object["a name"]`. */
export const access = (object: string, name: string): string =>
  isIdentifier(name) ? `${object}.${name}` : `${object}[${JSON.stringify(name)}]`;

/** What a token is called as a variable: `TABLE_NAME` and `"table-name"` are `tableName`. */
export const variableName = (token: string): string => {
  const text = /^(?:"|Symbol\()?(.*?)(?:"|\))?(?:#\d+)?$/.exec(token)?.[1] as string;
  const words = /^[A-Z\d_]+$/.test(text) ? text.toLowerCase().replaceAll('_', '-') : text;
  const name = words
    .replace(/^[^\p{L}\d$]+|[^\p{L}\d$]+$/gu, '')
    .replace(/[^\w$]+(\w?)/g, (_, letter: string) => letter.toUpperCase());
  return instanceName(name) || 'provided';
};

/** `TodoStore` as a variable: `todoStore`. */
export const instanceName = (className: string): string =>
  className.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
