/** Asks the application's own authorizers as an HTTP API does; those of the construct are not here, and everyone gets through. */
import { inspect } from 'node:util';
import type { AuthorizerManifest } from '@gatewright/core/compiler';
import { authorizerEvent } from '@gatewright/core/testing';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { gatewayReply, type HttpReply } from './http-reply.js';

/** An authorizer, and how it is asked. */
export interface LocalAuthorizer {
  readonly manifest: AuthorizerManifest;
  /** Runs its function with an event and gives the result, both as JSON. */
  readonly ask: (event: string) => Promise<string>;
  /** Takes what is wrong with it, line by line. */
  readonly onLine: (line: string) => void;
}

/** The function's event with what the authorizer found out, or the gateway's answer to a caller who does not get through. */
export type Authorized = { readonly event: string } | { readonly refused: HttpReply };

/** Asks an authorizer; what is kept by the deployed gateway is asked for anew. */
export async function authorize({ manifest, ask, onLine }: LocalAuthorizer, event: string): Promise<Authorized> {
  const request = JSON.parse(event) as APIGatewayProxyEventV2;
  const identity = identityOf(manifest, request);
  if (identity.includes('')) return { refused: gatewayReply(401, 'Unauthorized') };
  try {
    const { isAuthorized, context } = JSON.parse(await ask(JSON.stringify(authorizerEvent(request, identity)))) as {
      readonly isAuthorized?: unknown;
      readonly context?: object;
    };
    if (isAuthorized !== true) return { refused: gatewayReply(403, 'Forbidden') };
    const requestContext = { ...request.requestContext, authorizer: { lambda: context ?? null } };
    return { event: JSON.stringify({ ...request, requestContext }) };
  } catch (error) {
    for (const line of (error instanceof Error ? error.message : inspect(error)).split('\n')) onLine(line);
    return { refused: gatewayReply(500, 'Internal Server Error') };
  }
}

/** The values that have to be there for the authorizer to be asked; empty where they are missing. */
const identityOf = (
  { parameters }: AuthorizerManifest,
  { headers, rawQueryString }: APIGatewayProxyEventV2,
): string[] =>
  parameters.flatMap(({ in: place, name, required }) => {
    if (name === undefined || !required) return [];
    if (place === 'header') return [headers[name.toLowerCase()] ?? ''];
    return place === 'query' ? [new URLSearchParams(rawQueryString).get(name) ?? ''] : [];
  });
