import type { FunctionManifest, HttpMethod, Manifest, RouteManifest } from '@gatewright/core/compiler';
import type { Problem } from '../problem.js';
import { checkCounts, checkTimeout, type HttpApiCounts } from './check.js';
import { type FunctionSettings, mergeSettings } from './function-settings.js';
import { MAXIMUM_DESCRIPTION, RESOURCES_PER_ROUTE } from './quota.js';

/** What the plan depends on beside the manifest. */
export interface HttpApiPlanOptions {
  /** What messages call the construct. */
  readonly where: string;
  /** Settings of every function. */
  readonly defaults: FunctionSettings;
  /** Integrations that the API has already. */
  readonly integrationsBeside: number;
  /** Resources made beside those of the routes. */
  readonly resourcesBeside: number;
}

/** A function to make. */
export interface FunctionPlan {
  /** Its key, and the id of the construct that holds it: logical ids are made from this, so it never depends on other routes. */
  readonly id: string;
  readonly settings: FunctionSettings;
  /** What is allowed and probably not meant. */
  readonly warnings: readonly Problem[];
}

/** A route to make. */
export interface RoutePlan {
  /** Its key, and the id of the construct that holds it. */
  readonly id: string;
  readonly method: HttpMethod;
  readonly path: string;
  /** {@link FunctionPlan.id} of the function that answers it. */
  readonly functionId: string;
}

/** All that an HTTP API is made of, as plain data. */
export interface HttpApiPlan {
  readonly functions: readonly FunctionPlan[];
  readonly routes: readonly RoutePlan[];
  readonly counts: HttpApiCounts;
  /** What makes it impossible. */
  readonly problems: readonly Problem[];
}

/** Plans an HTTP API: one function, integration, route and permission for each route of the manifest. */
export function planHttpApi(manifest: Manifest, options: HttpApiPlanOptions): HttpApiPlan {
  const { where, defaults, integrationsBeside, resourcesBeside } = options;
  const { routes, functions } = manifest;
  const functionIds = new Map(functions.flatMap(({ id, routes }) => routes.map((route) => [route, id] as const)));
  const counts = {
    integrations: integrationsBeside + routes.length,
    resources: resourcesBeside + routes.length * RESOURCES_PER_ROUTE,
  };
  return {
    functions: functions.map((each) => planFunction(each, manifest, defaults)),
    routes: routes.map(({ id, method, path }) => ({ id, method, path, functionId: functionIds.get(id) as string })),
    counts,
    problems: checkCounts(where, counts),
  };
}

function planFunction(
  { id, routes, lambda }: FunctionManifest,
  manifest: Manifest,
  defaults: FunctionSettings,
): FunctionPlan {
  const [route] = manifest.routes.filter((each) => routes.includes(each.id)) as [RouteManifest];
  const description = `${route.method} ${route.path} (${id})`.slice(0, MAXIMUM_DESCRIPTION);
  const settings = mergeSettings({ ...defaults, description }, lambda);
  return { id, settings, warnings: checkTimeout(route, settings) };
}
