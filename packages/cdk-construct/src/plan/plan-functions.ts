import type { FunctionManifest, Manifest, RouteManifest } from '@gatewright/core/compiler';
import type { Problem } from '../problem.js';
import { type FunctionSettings, mergeSettings, publish } from './function-settings.js';
import {
  type AuthorizerPlan,
  type FunctionPlan,
  type GatewayPlanOptions,
  type LogGroupPlan,
  OWN_STACK,
} from './gateway-plan.js';
import { isGranted, planUses } from './plan-uses.js';
import { MAXIMUM_DESCRIPTION, MAXIMUM_INTEGRATION_SECONDS, MAXIMUM_STREAM_SECONDS } from './quota.js';

/** Plans the functions of an application: what each is called, where it goes, its settings. */
export function planFunctions(
  manifest: Manifest,
  authorizers: readonly AuthorizerPlan[],
  options: GatewayPlanOptions,
): FunctionPlan[] {
  const routes = new Map(manifest.routes.map((route) => [route.id, route]));
  const asked = new Set(authorizers.map(({ name }) => name));
  const wanted = manifest.functions.filter(({ authorizer }) => authorizer === undefined || asked.has(authorizer));
  return wanted.map((target) => {
    const { id, routes: ids, lambda, authorizer } = target;
    const answered = ids.map((each) => routes.get(each) as RouteManifest);
    const using = authorizer === undefined ? answered : (manifest.authorizers ?? []).filter((each) => each.id === id);
    const defaults = { ...options.defaults, description: describe(target, answered) };
    const settings = publish(mergeSettings(mergeSettings(defaults, lambda), options.overrides?.[id] ?? {}));
    return {
      id,
      stack: stackOf(answered, options),
      routes: ids,
      ...(authorizer === undefined ? {} : { authorizer }),
      settings,
      uses: planUses(using),
      warnings: checkTimeout(answered, settings, options),
    };
  });
}

/** Plans a log group for each function that has one of its own. */
export function planLogGroups(functions: readonly FunctionPlan[], { shared }: GatewayPlanOptions): LogGroupPlan[] {
  if (shared?.logGroup) return [];
  return functions.map(({ id, stack, settings }) => ({
    functionId: id,
    stack,
    retentionDays: settings.logRetentionDays,
  }));
}

/** Resources that a function takes in its stack, with its role and log group. */
export function functionResources({ settings, uses }: FunctionPlan, { shared }: GatewayPlanOptions): number {
  const isPublished = settings.alias !== undefined;
  const hasPolicy = settings.tracing === true || settings.needsPolicy === true || (!shared?.role && isGranted(uses));
  return [true, !shared?.role, !shared?.logGroup, isPublished, isPublished, hasPolicy].filter(Boolean).length;
}

/** A function of one controller goes with it; one of several controllers stays in the construct's own stack. */
function stackOf(routes: readonly RouteManifest[], { stacks }: GatewayPlanOptions): string {
  const [first = OWN_STACK, ...others] = new Set(routes.map(({ controller }) => controller));
  return stacks === 'per-controller' && others.length === 0 ? first : OWN_STACK;
}

function describe({ id, authorizer }: FunctionManifest, routes: readonly RouteManifest[]): string {
  const [first, ...others] = routes;
  const what =
    first !== undefined && others.length === 0
      ? `${first.method} ${first.path} (${id})`
      : `${id} (${routes.length} routes)`;
  return (authorizer === undefined ? what : `authorizer ${authorizer} (${id})`).slice(0, MAXIMUM_DESCRIPTION);
}

/** Whether the function may still run when the gateway has stopped waiting for it. */
function checkTimeout(
  routes: readonly RouteManifest[],
  { timeout }: FunctionSettings,
  { frontDoor }: GatewayPlanOptions,
): Problem[] {
  const what = { 'http-api': 'an HTTP API', 'rest-api': 'a REST API', 'function-url': 'a Function URL' }[frontDoor];
  return routes.flatMap(({ id, method, path, streams }) => {
    const isStreamed = frontDoor === 'rest-api' && streams !== undefined;
    const maximum = isStreamed ? MAXIMUM_STREAM_SECONDS : MAXIMUM_INTEGRATION_SECONDS[frontDoor];
    if (timeout <= maximum) return [];
    const message = `its timeout is ${timeout} seconds and ${what} waits at most ${maximum}; set ${maximum} or less, or answer at once and do the work behind a queue`;
    return [{ code: 'TIMEOUT_ABOVE_GATEWAY' as const, where: `${id} (${method} ${path})`, message }];
  });
}
