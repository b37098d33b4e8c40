import { nearestName } from '../nearest-name.js';
import type { FunctionPlan, GatewayPlan } from '../plan/gateway-plan.js';
import type { Problem } from '../problem.js';
import type { ResourceLike, Resources } from '../resources-prop.js';
import { accessOf, findGrant } from './access.js';
import { resourceVariable } from './resource-variable.js';

/** Refuses resources that are not there, and access that they have no grant for. */
export function checkUses(where: string, { functions }: GatewayPlan, resources: Resources): Problem[] {
  return [...checkNames(where, resources), ...functions.flatMap((each) => checkFunction(where, each, resources))];
}

/** Resources that no route uses. */
export function unusedResources(where: string, used: ReadonlySet<string>, resources: Resources): Problem[] {
  return Object.keys(resources)
    .filter((name) => !used.has(name))
    .map((name) => ({
      code: 'RESOURCE_UNUSED',
      where,
      message: `no route uses the resource "${name}"; remove it from resources, or write @Uses({ ${name}: ... }) above the code that uses it`,
    }));
}

function checkFunction(where: string, { id, uses }: FunctionPlan, resources: Resources): Problem[] {
  return Object.entries(uses).flatMap(([name, access]): Problem[] => {
    const resource = Object.hasOwn(resources, name) ? resources[name] : undefined;
    if (resource === undefined) return [missing(where, { id, name }, Object.keys(resources).sort())];
    return access
      .filter((each) => findGrant(resource, each) === undefined)
      .map((each) => ({ code: 'GRANT_UNKNOWN', where, message: withoutGrant(resource, { id, name, access: each }) }));
  });
}

function missing(where: string, { id, name }: { id: string; name: string }, names: readonly string[]): Problem {
  const nearest = nearestName(name, names);
  const known = names.length === 0 ? 'there are none' : `there are ${names.join(', ')}`;
  const hint = nearest === undefined ? known : `did you mean "${nearest}"? There are ${names.join(', ')}`;
  return {
    code: 'RESOURCE_MISSING',
    where,
    message: `${id} uses "${name}", which is not in resources; write resources: { ${name}: ... }; ${hint}`,
  };
}

function withoutGrant(
  resource: ResourceLike,
  { id, name, access }: { readonly id: string; readonly name: string; readonly access: string },
): string {
  if (typeof resource === 'string')
    return `${id} asks for "${access}" of "${name}", which is a text and has nothing to grant; write @Uses({ ${name}: [] }), or give the construct itself`;
  const known = accessOf(resource);
  const remedy = known.length === 0 ? 'it has no grants; use configureFunction' : `write one of ${known.join(', ')}`;
  return `${id} asks for "${access}" of "${name}", and ${resource.node.path} has no such grant; ${remedy}`;
}

/** Names that become the same variable would be one resource for the code. */
function checkNames(where: string, resources: Resources): Problem[] {
  const first = new Map<string, string>();
  return Object.keys(resources).flatMap((name): Problem[] => {
    const variable = resourceVariable(name, 'name');
    const other = first.get(variable);
    first.set(variable, other ?? name);
    if (other === undefined) return [];
    const message = `the resources "${other}" and "${name}" have the same environment variables (${variable}); rename one`;
    return [{ code: 'RESOURCE_NAME_DUPLICATE', where, message }];
  });
}
