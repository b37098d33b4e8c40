import type { Problem } from '../../errors/definition-error.js';
import { nearestName } from '../../errors/nearest-name.js';
import type { Budgets } from '../options.js';
import type { Explanation } from './explanation.js';

/** A function and the bytes of its code. */
export interface SizedFunction {
  readonly id: string;
  readonly bytes: number;
}

/** A budget that is exceeded. */
export interface Excess {
  /** The function, or the largest of all where the application's budget is exceeded. */
  readonly id: string;
  readonly where: string;
  readonly bytes: number;
  readonly budget: number;
}

/** Budgets of functions that do not exist. */
export const checkBudgets = ({ functions = {} }: Budgets, ids: readonly string[]): Problem[] =>
  Object.keys(functions)
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const nearest = nearestName(id, ids);
      return {
        code: 'BUDGET_UNKNOWN',
        where: `budgets.functions[${JSON.stringify(id)}]`,
        message: `is the id of no function; ${nearest === undefined ? 'remove it' : `did you mean ${nearest}?`}`,
      };
    });

/** What is larger than it may be. */
export function findExcess(budgets: Budgets, sizes: readonly SizedFunction[]): Excess[] {
  const functions = sizes.flatMap(({ id, bytes }): Excess[] => {
    const budget = budgets.functions?.[id] ?? budgets.function;
    return budget === undefined || bytes <= budget ? [] : [{ id, where: id, bytes, budget }];
  });
  const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  if (budgets.application === undefined || all <= budgets.application) return functions;
  const [largest] = [...sizes].sort((one, other) => other.bytes - one.bytes) as [SizedFunction];
  return [...functions, { id: largest.id, where: 'the application', bytes: all, budget: budgets.application }];
}

/** Says what is too large, and what the most of it is. */
export function excessProblem({ id, where, bytes, budget }: Excess, { packages }: Explanation): Problem {
  const largest = packages.slice(0, 3).map(({ name, bytes: own }) => `${name || 'own sources'} ${own}`);
  const subject = where === id ? '' : ` its largest function, ${id}:`;
  return {
    code: 'BUDGET_EXCEEDED',
    where,
    message: `has ${bytes} bytes of code, ${bytes - budget} more than its budget of ${budget};${subject} ${largest.join(', ')}; run gatewright explain ${id}, or raise the budget`,
  };
}
