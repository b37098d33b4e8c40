import type { GatewayPlan, GatewayPlanOptions, StackPlan } from './gateway-plan.js';
import { OWN_STACK } from './gateway-plan.js';
import { pathResources } from './path-parts.js';
import { functionResources } from './plan-functions.js';

type Parts = Pick<GatewayPlan, 'functions' | 'routes' | 'authorizers' | 'permissions'>;

/** The two permissions of a Function URL that is open to all: to call it, and to invoke the function through it. */
const OPEN_URL_PERMISSIONS = 2;

/** Counts what each stack holds. */
export function planStacks(parts: Parts, options: GatewayPlanOptions): StackPlan[] {
  const counts = new Map<string, number>([[OWN_STACK, options.beside.resources]]);
  const add = (stack: string, resources: number): void => {
    counts.set(stack, (counts.get(stack) ?? 0) + resources);
  };
  for (const each of parts.functions) add(each.stack, functionResources(each, options));
  for (const { stack } of parts.permissions) add(stack, 1);
  // the role of the gateway
  for (const { stack, integration } of parts.routes) if (integration.type === 'aws-service') add(stack, 1);
  FRONT_DOORS[options.frontDoor](parts, options, add);
  // each nested stack is a resource of the one it is in
  add(OWN_STACK, counts.size - 1);
  return [...counts].map(([id, resources]) => ({ id, resources }));
}

type Count = (parts: Parts, options: GatewayPlanOptions, add: (stack: string, resources: number) => void) => void;

const FRONT_DOORS: Readonly<Record<GatewayPlanOptions['frontDoor'], Count>> = {
  'http-api': ({ functions, routes }, _, add) => {
    // an integration, or the authorizer that a function is
    for (const { stack } of functions) add(stack, 1);
    for (const { stack, integration } of routes) add(stack, integration.type === 'lambda' ? 1 : 2);
  },
  // the routes of a new REST API are in its body
  'rest-api': ({ routes, authorizers }, { existing }, add) => {
    const paths = pathResources(routes.map(({ path }) => path)).size;
    if (existing) add(OWN_STACK, routes.length + paths + authorizers.length);
  },
  'function-url': ({ functions }, { openUrls }, add) => {
    for (const { stack } of functions) add(stack, 1 + (openUrls ? OPEN_URL_PERMISSIONS : 0));
  },
};
