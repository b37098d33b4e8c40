/** What the options of decorators may be, and what is wrong with those given. */

/** What an option may be. */
export interface Rule {
  readonly expected: string;
  allows(value: unknown): boolean;
}

export const FLAG: Rule = { expected: 'true or false', allows: (value) => typeof value === 'boolean' };
export const NAMES: Rule = {
  expected: 'an array of strings',
  allows: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
};
export const NUMBER: Rule = { expected: 'a number', allows: Number.isFinite };
export const STRATEGY: Rule = {
  expected: "'excludeAll' or 'exposeAll'",
  allows: (value) => value === 'excludeAll' || value === 'exposeAll',
};

/** The options of a decorator. */
export interface OptionRules {
  /** `@Validation`. */
  readonly decorator: string;
  /** What stands before an option's name in messages. */
  readonly prefix?: string | undefined;
  readonly rules: Readonly<Record<string, Rule>>;
  /** Options that libraries have and the decorator does not, and why. */
  readonly refused: Readonly<Record<string, string>>;
}

/** What is wrong with each of the options; one that is undefined says nothing. */
export function refusedOptions(options: object, { decorator, prefix = '', rules, refused }: OptionRules): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule?.allows(value)) return [];
    if (rule !== undefined) return [`${decorator}'s ${prefix}${name} is ${printOption(value)}; give ${rule.expected}`];
    const reason = Object.hasOwn(refused, name) ? refused[name] : `use one of ${Object.keys(rules).sort().join(', ')}`;
    return [`${decorator} has no option "${prefix}${name}"; ${reason}`];
  });
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON has neither functions nor NaN nor bigint. */
export const printOption = (value: unknown): string =>
  typeof value === 'string' || isObject(value) || Array.isArray(value)
    ? (JSON.stringify(value, (_, entry: unknown) => (typeof entry === 'bigint' ? String(entry) : entry)) as string)
    : typeof value === 'function'
      ? 'a function'
      : String(value);
