import type { RestIntegration } from '../integrations/rest-integration.js';
import { bodySchema } from '../mapping/body-schema.js';
import type { RequiredParameter, RoutePlan } from '../plan/gateway-plan.js';
import { checkedBody } from './checked-body.js';

/** The parts of an OpenAPI operation that an integration without a function needs beside itself. */
export function directOperation({ integration, requiredParameters }: RoutePlan, made: RestIntegration): object {
  const optional = mappedParameters(made).filter(
    (each) => !requiredParameters.some(({ in: place, name }) => place === each.in && name === each.name),
  );
  const parameters = [
    ...requiredParameters.map((each) => ({ ...each, required: true, schema: { type: 'string' } })),
    ...optional.map((each) => ({ ...each, required: false, schema: { type: 'string' } })),
  ];
  const schema = integration.type === 'aws-service' ? bodySchema(integration.parameters) : undefined;
  return {
    ...(parameters.length > 0 && { parameters }),
    ...(schema !== undefined && checkedBody(schema)),
    responses: responsesOf(made),
  };
}

/** A mapping may name a parameter only where the method has it: `method.request.header.Content-Type`. */
export function mappedParameters({ requestParameters = {} }: RestIntegration): RequiredParameter[] {
  const found = Object.values(requestParameters).flatMap((mapping) => {
    const [, place, name] = /^method\.request\.(path|querystring|header)\.(.+)$/.exec(mapping) ?? [];
    if (place === undefined || name === undefined) return [];
    return [{ in: place === 'querystring' ? 'query' : (place as 'path' | 'header'), name } as const];
  });
  return [...new Map(found.map((each) => [`${each.in} ${each.name}`, each])).values()];
}

const HEADER = 'method.response.header.';

/** Names of the headers that answers with a status have, by the status. */
export function responseHeaders({ responses = {} }: RestIntegration): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const { statusCode, responseParameters = {} } of Object.values(responses)) {
    const names = Object.keys(responseParameters).map((name) => name.slice(HEADER.length));
    headers.set(statusCode, [...new Set([...(headers.get(statusCode) ?? []), ...names])]);
  }
  return headers;
}

const responsesOf = (made: RestIntegration): object =>
  Object.fromEntries(
    [...responseHeaders(made)].map(([status, names]) => [
      status,
      {
        description: status,
        ...(names.length > 0 && {
          headers: Object.fromEntries(names.map((name) => [name, { schema: { type: 'string' } }])),
        }),
      },
    ]),
  );
