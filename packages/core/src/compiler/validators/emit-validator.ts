/**
 * Emits what class-validator's `validate` does with an instance of a class, as straight-line code: one function a class, a block a
 * property, a statement a rule. Errors are made where something is wrong, so that a valid instance costs its checks. Where a rule may
 * answer later, errors are made first, as class-validator makes them, and empty ones are left out at the end.
 */
import { access } from '../names.js';
import { selectionKey, type ValidationDescription } from './dto-description.js';
import { type DtoWriter, literalOf, misnamed, NotCompilable } from './dto-writer.js';
import { emitAuthored, isAuthored } from './emit-authored.js';
import { emitMessage } from './emit-message.js';
import { emitNestedRule } from './emit-nested.js';
import { emitTest } from './emit-test.js';
import { emitWhitelist } from './emit-whitelist.js';
import { type RuleOptions, skipped } from './rule-options.js';

/** What the functions of one DTO and its nested classes are emitted with. */
export class ValidatorEmitter {
  readonly #functions = new Map<string, string>();

  /**
   * @param isEager whether a rule of one of the classes may answer later
   */
  constructor(
    readonly writer: DtoWriter,
    readonly options: RuleOptions,
    readonly isEager: boolean,
  ) {}

  /** The name of the function that validates an instance of a class. */
  functionOf(key: string): string {
    const known = this.#functions.get(key);
    if (known !== undefined) return known;
    const { name } = this.writer.describe(key);
    const local = this.writer.claim(`validate${name}`);
    this.#functions.set(key, local);
    this.writer.declare(this.#emitFunction(key, local));
    return local;
  }

  /** The name of the function that makes an error. */
  newError(): string {
    const { target, value } = this.#shown;
    const members = [
      ...(target ? ['target'] : []),
      ...(value ? ['value'] : []),
      'property',
      'children: []',
      'constraints: {}',
    ];
    return this.writer.constant('makeError', `(target, value, property) => ({ ${members.join(', ')} })`);
  }

  get #shown(): { readonly target: boolean; readonly value: boolean } {
    const { target, value } = this.options.validationError ?? {};
    return { target: target === undefined || target, value: value === undefined || value };
  }

  /** The rules of a class that apply, in the storage's order. */
  #rules(key: string): readonly ValidationDescription[] {
    const { validations, selections } = this.writer.describe(key);
    return (selections[selectionKey(this.options)] ?? []).map(
      (position) => validations[position] as ValidationDescription,
    );
  }

  #emitFunction(key: string, local: string): string[] {
    const rules = this.#rules(key);
    const head = `function ${local}(object${this.isEager ? ', pending' : ''}) {`;
    if (rules.length === 0 && this.options.forbidUnknownValues !== false)
      return [head, `  return ${this.unknownValue('object')};`, '}'];
    // properties in the order of an object's keys, as class-validator has them
    const properties: Record<string, ValidationDescription[]> = Object.create(null);
    for (const rule of rules) {
      const list = properties[rule.property] ?? [];
      list.push(rule);
      properties[rule.property] = list;
    }
    const names = Object.keys(properties);
    const body = names.flatMap((name) => this.#emitProperty(key, name, properties[name] as ValidationDescription[]));
    return [
      head,
      `  ${this.isEager ? 'const errors = []' : 'let errors'};`,
      ...emitWhitelist(names, this),
      ...body.map((line) => `  ${line}`),
      '  return errors;',
      '}',
    ];
  }

  unknownValue(object: string): string {
    return `${this.writer.runtime('unknownValue')}(${object}, ${this.#shown.target})`;
  }

  #emitProperty(key: string, property: string, rules: readonly ValidationDescription[]): string[] {
    const { options } = this;
    const of = (type: ValidationDescription['type']) => rules.filter((rule) => rule.type === type);
    if (of('promiseValidation').length > 0)
      throw new NotCompilable(key, property, '@ValidatePromise waits for a value');
    const conditions = of('conditionalValidation').map((rule) => this.#emitCondition(rule));
    const defined = of('isDefined');
    const later = [
      ...of('customValidation').map((rule) => this.#emitRule(key, rule)),
      ...emitNestedRule(key, of('nestedValidation'), this),
      ...this.#emitContexts(rules.filter((rule) => rule.type !== 'isDefined')),
    ];
    const skip = skipped('value', options);
    const statements = [
      ...defined.map((rule) => this.#emitRule(key, rule)),
      ...this.#emitContexts(defined),
      ...(later.length === 0 ? [] : skip === undefined ? later : [`if (!(${skip})) {`, ...indent(later), '}']),
    ];
    if (statements.length === 0 && conditions.length === 0 && !this.isEager) return [];
    const name = JSON.stringify(property);
    return [
      '{',
      `  const value = ${access('object', property)};`,
      ...(this.isEager
        ? [`  const error = ${this.newError()}(object, value, ${name});`, '  errors.push(error);']
        : ['  let error;']),
      ...indent(
        conditions.length === 0 ? statements : [`if (${conjunction(conditions)}) {`, ...indent(statements), '}'],
      ),
      ...(this.isEager
        ? []
        : [
            `  if (error !== undefined) (errors ??= []).push(${of('nestedValidation').length > 0 ? `${this.writer.runtime('settled')}(error)` : 'error'});`,
          ]),
      '}',
    ];
  }

  /** A condition of `@IsOptional` or `@ValidateIf`; all of a property's are asked. */
  #emitCondition(rule: ValidationDescription): string {
    if (rule.place.factory === 'IsOptional') return 'value !== null && value !== undefined';
    if (rule.place.factory !== 'ValidateIf') throw misnamed(rule);
    return `${this.writer.value(rule.constraints?.[0])}(object, value)`;
  }

  #emitRule(key: string, rule: ValidationDescription): string {
    const { writer, options } = this;
    const condition = rule.validateIf === undefined ? [] : [`${writer.value(rule.validateIf)}(object, value)`];
    if (isAuthored(rule)) {
      const run = emitAuthored(key, rule, this);
      return condition.length === 0 ? `${run};` : `if (${condition[0]}) ${run};`;
    }
    const stop = options.stopAtFirstError
      ? [this.isEager ? 'Object.keys(error.constraints).length === 0' : 'error === undefined']
      : [];
    const tests = [...condition, ...stop, `!(${emitTest(rule, 'value', writer)})`];
    const message = emitMessage({
      rule,
      writer,
      target: writer.describe(key).name,
      object: () => 'object',
      dismisses: options.dismissDefaultMessages === true,
    });
    return `if (${tests.join(' && ')}) ${access(`${this.error(rule.property)}.constraints`, rule.constraint)} = ${message};`;
  }

  /** The expression of a property's error, which is made where there is none. */
  error(property: string): string {
    return this.isEager ? 'error' : `(error ??= ${this.newError()}(object, value, ${JSON.stringify(property)}))`;
  }

  #emitContexts(rules: readonly ValidationDescription[]): string[] {
    const contexts = this.contexts(rules);
    if (contexts === undefined) return [];
    return [
      `${this.isEager ? '' : 'if (error !== undefined) '}${this.writer.runtime('addContexts')}(error, ${contexts});`,
    ];
  }

  /** The contexts of rules; undefined where none has any. */
  contexts(rules: readonly ValidationDescription[]): string | undefined {
    const entries = rules.flatMap(({ constraint, context }) =>
      context === undefined || literalOf(context) === 'null'
        ? []
        : [`[${JSON.stringify(constraint)}, ${this.writer.value(context)}]`],
    );
    return entries.length === 0 ? undefined : this.writer.constant('contexts', `[${entries.join(', ')}]`);
  }
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** All conditions are asked, as class-validator asks them. */
const conjunction = (conditions: readonly string[]): string =>
  conditions.length === 1 ? (conditions[0] as string) : `[${conditions.join(', ')}].every(Boolean)`;
