import type { DirectIntegration } from '@gatewright/core/compiler';
import { nearestName } from '../nearest-name.js';
import type { RoutePlan } from '../plan/gateway-plan.js';
import type { Problem } from '../problem.js';
import type { ResourceLike, Resources } from '../resources-prop.js';
import { arnOf, kindOf, urlOf } from './resource-target.js';

/** Refuses names of resources that are not there, and resources that a service cannot work with. */
export const checkDirectRoutes = (routes: readonly RoutePlan[], resources: Resources): Problem[] =>
  routes.flatMap(({ id, method, path, integration }) => {
    const name = resourceNameOf(integration);
    if (integration.type === 'lambda' || name === undefined) return [];
    const where = `${id} (${method} ${path})`;
    const resource = Object.hasOwn(resources, name) ? resources[name] : undefined;
    if (resource === undefined) return [missing(where, name, Object.keys(resources).sort())];
    const message = checkKind(integration, name, resource);
    return message === undefined ? [] : [{ code: 'RESOURCE_KIND_WRONG', where, message }];
  });

/** Name of the resource that an integration works with. */
export function resourceNameOf(integration: RoutePlan['integration']): string | undefined {
  if (integration.type === 'aws-service') return integration.resource;
  return integration.type === 'http-proxy' ? integration.target.resource : undefined;
}

function missing(where: string, name: string, names: readonly string[]): Problem {
  const nearest = nearestName(name, names);
  const known = names.length === 0 ? 'there are none' : `there are ${names.join(', ')}`;
  const hint = nearest === undefined ? known : `did you mean "${nearest}"? There are ${names.join(', ')}`;
  const message = `uses "${name}", which is not in resources; write resources: { ${name}: ... }; ${hint}`;
  return { code: 'RESOURCE_MISSING', where, message };
}

function checkKind(integration: DirectIntegration, name: string, resource: ResourceLike): string | undefined {
  if (integration.type !== 'aws-service')
    return urlOf(resource) === undefined
      ? `needs an address from "${name}"; give a text that begins with https://, or a construct with a property "url"`
      : undefined;
  if (arnOf(integration.action, resource) !== undefined) return undefined;
  const kind = kindOf(integration.action);
  const what = kind === undefined ? 'a construct with an ARN' : `${kind.what} (a construct with "${kind.arn}")`;
  return `needs ${kind?.what ?? 'a resource'} as "${name}"; give ${what}, or its ARN as a text`;
}
