import { isCollection } from './each.js';
import { addContexts, type Contexts, type NewError, settled, type WrittenError } from './error.js';

/** A property that `@ValidateNested` stands on. */
export interface NestedRule {
  readonly newError: NewError;
  /** Validates an object by its class. */
  validate(object: object, pending: Promise<unknown>[] | undefined): WrittenError[] | undefined;
  /** The message for what is no object. */
  message(value: unknown): string;
  readonly contexts?: Contexts;
  /** Whether it is left out where the property has an error (`stopAtFirstError`). */
  readonly stops?: true;
  /** Whether errors are made before anything is wrong, as where validators answer later. */
  readonly isEager?: true;
  /** Whether an element is left alone (`skipMissingProperties` and its like). */
  skips?(element: unknown): boolean;
}

/**
 * Validates what a property holds: an object, or each object of an array, set or map. Returns the property's error, if there is one.
 * It has more parameters than most, so that nothing is allocated for what is valid.
 */
export function nested(
  error: WrittenError | undefined,
  object: unknown,
  value: unknown,
  property: string,
  rule: NestedRule,
  pending?: Promise<unknown>[],
): WrittenError | undefined {
  if (value === undefined || (rule.stops && error !== undefined && Object.keys(error.constraints).length > 0))
    return error;
  if (isCollection(value)) return nestedElements(error, object, value, property, rule, pending);
  if (value instanceof Object) {
    const children = rule.validate(value, pending);
    if (children === undefined) return error;
    const own = error ?? rule.newError(object, value, property);
    for (const child of children) own.children?.push(child);
    return own;
  }
  const own = error ?? rule.newError(object, value, property);
  Object.assign(own.constraints, { nestedValidation: rule.message(value) });
  return own;
}

function nestedElements(
  error: WrittenError | undefined,
  object: unknown,
  value: readonly unknown[] | Set<unknown> | Map<unknown, unknown>,
  property: string,
  rule: NestedRule,
  pending: Promise<unknown>[] | undefined,
): WrittenError | undefined {
  let own = error;
  const add = (element: unknown, key: unknown): void => {
    let child = rule.isEager ? rule.newError(value, element, String(key)) : undefined;
    if (!rule.skips?.(element)) {
      child = nested(child, value, element, String(key), rule, pending);
      if (child !== undefined && rule.contexts !== undefined) addContexts(child, rule.contexts);
    }
    if (child === undefined) return;
    own ??= rule.newError(object, value, property);
    own.children?.push(rule.isEager ? child : settled(child));
  };
  if (value instanceof Map) value.forEach(add);
  else (value instanceof Set ? [...value] : value).forEach(add);
  return own;
}
