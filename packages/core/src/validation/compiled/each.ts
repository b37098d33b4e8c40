/** Whether a rule with `each` applies to the elements. */
export const isCollection = (value: unknown): value is readonly unknown[] | Set<unknown> | Map<unknown, unknown> =>
  Array.isArray(value) || value instanceof Set || value instanceof Map;

/**
 * Whether every element of an array, set or map passes a test; another value, whether it does itself. All elements are tested, as
 * class-validator does: a test may throw.
 */
export function each(value: unknown, test: (element: unknown) => unknown): unknown {
  if (!isCollection(value)) return test(value);
  let isValid = true;
  value.forEach((element: unknown) => {
    if (!test(element)) isValid = false;
  });
  return isValid;
}

/** The values of an enum as `@IsEnum` tells them: an enum of numbers also maps each number to its name. */
export const enumValues = (entity: object): unknown[] =>
  Object.entries(entity)
    .filter(([key]) => Number.isNaN(Number.parseInt(key, 10)))
    .map(([, value]) => value);
