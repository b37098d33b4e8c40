/** An error while it is written, with the members of class-validator's `ValidationError` in their order. */
export interface WrittenError {
  target?: unknown;
  value?: unknown;
  property: string | undefined;
  children: WrittenError[] | undefined;
  constraints: Record<string, string>;
  contexts?: Record<string, object>;
}

/** Makes an error without constraints. */
export type NewError = (target: unknown, value: unknown, property: string) => WrittenError;

/** Leaves out errors that turned out to have nothing to say, as class-validator does at its end. */
export function withoutEmpty<TError extends object>(errors: readonly TError[]): TError[] {
  return (errors as readonly unknown[] as WrittenError[]).filter((error) => {
    if (error.children) error.children = withoutEmpty(error.children);
    if (Object.keys(error.constraints).length > 0) return true;
    if (error.children?.length === 0) return false;
    delete (error as Partial<WrittenError>).constraints;
    return true;
  }) as readonly unknown[] as TError[];
}

/** An error that says something, without constraints where only its children do. */
export function settled(error: WrittenError): WrittenError {
  for (const _ in error.constraints) return error;
  delete (error as Partial<WrittenError>).constraints;
  return error;
}

/** The contexts of rules, by the constraint each is about. */
export type Contexts = readonly (readonly [constraint: string, context: object])[];

/** Adds to an error the contexts of the rules that were broken. */
export function addContexts(error: WrittenError, contexts: Contexts): void {
  for (const [constraint, context] of contexts)
    if (error.constraints[constraint]) {
      error.contexts ??= {};
      error.contexts[constraint] = Object.assign(error.contexts[constraint] ?? {}, context);
    }
}

/** The error of an object that class-validator has no rules for. */
export function unknownValue(object: object, showsTarget: boolean): WrittenError[] {
  const target = showsTarget ? { target: object } : {};
  const constraints = { unknownValue: 'an unknown value was passed to the validate function' };
  return [{ ...target, value: undefined, property: undefined, children: [], constraints }];
}
