import type { Alias, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Compilation } from '../compiler/request.js';
import type { ControllerApiProps } from '../controller-api-props.js';
import type { GatewayPlan } from '../plan/gateway-plan.js';
import { problemLine } from '../problem.js';
import { grantUses } from './grant-uses.js';
import { createHandlerFunction, type HandlerFunction } from './handler-function.js';
import { provideNetwork } from './network.js';
import type { ScopeOf } from './stacks.js';
import { addWarnings } from './warnings.js';

/** What functions are made from beside their plan. */
export interface FunctionsOptions {
  readonly props: ControllerApiProps;
  readonly folders: Compilation['folders'];
  readonly scopeOf: ScopeOf;
}

/** Makes the functions of a plan, by id. */
export function createFunctions(
  scope: Construct,
  plan: GatewayPlan,
  { props, folders, scopeOf }: FunctionsOptions,
): ReadonlyMap<string, HandlerFunction> {
  const make = (each: GatewayPlan['functions'][number]): HandlerFunction => {
    const options = { ...props, ...props.settingsFor?.(each) };
    const own = scopeOf(each.stack, each.id);
    const made = createHandlerFunction(own, each.settings, {
      ...options,
      ...provideNetwork(scope, options),
      folder: folders[each.id],
    });
    grantUses(made.fn, each, props.resources ?? {});
    addWarnings(own, each.warnings.map(problemLine));
    props.configureFunction?.(made.fn, each);
    return made;
  };
  return new Map(plan.functions.map((each) => [each.id, make(each)]));
}

/** The functions alone, by id. */
export const functionsOf = (made: ReadonlyMap<string, HandlerFunction>): Readonly<Record<string, LambdaFunction>> =>
  Object.fromEntries([...made].map(([id, { fn }]) => [id, fn]));

/** The aliases alone, by the function's id. */
export const aliasesOf = (made: ReadonlyMap<string, HandlerFunction>): Readonly<Record<string, Alias>> =>
  Object.fromEntries([...made].flatMap(([id, { alias }]) => (alias === undefined ? [] : [[id, alias]])));
