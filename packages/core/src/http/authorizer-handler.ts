/**
 * What a gateway asks an authorizer and is told; the same in both executors.
 *
 * An HTTP API takes a yes or no (payload format 2.0, simple response), a REST API a policy:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
import type {
  APIGatewayAuthorizerResult,
  APIGatewayRequestAuthorizerEvent,
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerResult,
  APIGatewayTokenAuthorizerEvent,
  Context,
} from 'aws-lambda';
import { ownObject } from './authorizer.js';
import { claimText } from './claim.js';
import type { RouteTemplate } from './front-door.js';
import { type OwnReply, TO_REPLY } from './reply.js';
import { text } from './values.js';

/** What an HTTP API (payload format 2.0) or a REST API (`REQUEST` or `TOKEN`) asks an authorizer. */
export type AuthorizerEvent =
  | APIGatewayRequestAuthorizerEventV2
  | APIGatewayRequestAuthorizerEvent
  | APIGatewayTokenAuthorizerEvent;

/** What it is told: `isAuthorized`, or a policy. */
export type AuthorizerResult =
  | (APIGatewaySimpleAuthorizerResult & { readonly context?: Readonly<Record<string, string>> })
  | APIGatewayAuthorizerResult;

/** An authorizer's Lambda handler. */
export type AuthorizerHandler = (event: AuthorizerEvent, context?: Context) => Promise<AuthorizerResult>;

/** What of an authorizer its answers depend on. */
export interface AuthorizerSettings {
  readonly name: string;
  /** Whether the gateway keeps an answer for other routes, too. */
  readonly isCached: boolean;
}

/** Makes the handler of an authorizer of what decides: true or the caller's context, or nothing for whom it turns away. */
export const toAuthorizer =
  <TEvent>(
    settings: AuthorizerSettings,
    decide: (event: TEvent, context: Context | undefined) => unknown,
  ): AuthorizerHandler =>
  async (given, lambda) => {
    const event = withHeaders(given);
    try {
      const found = await decide(event as TEvent, lambda);
      return answer(event, settings, found ? readContext(found, settings.name) : undefined);
    } catch (error) {
      return turnAway(event, settings, error);
    }
  };

/** The route that a request is for, as far as the event tells. */
export function authorizedRoute(event: unknown): RouteTemplate {
  const { routeKey, httpMethod, resource } = ownObject(event);
  const [method = '', path = ''] =
    typeof routeKey === 'string' ? routeKey.split(' ') : [text(httpMethod), text(resource)];
  return { method, path };
}

/** The event of a `TOKEN` authorizer has nothing but a header's value. */
function withHeaders(event: AuthorizerEvent): AuthorizerEvent | { readonly headers: object } {
  const { type, authorizationToken } = ownObject(event);
  return type === 'TOKEN' ? { ...event, headers: { authorization: authorizationToken } } : event;
}

/** What was thrown to turn a caller away; anything else fails the invocation, which gateways answer with 500. */
function turnAway(event: unknown, settings: AuthorizerSettings, error: unknown): AuthorizerResult {
  const { [TO_REPLY]: isAnswer, status } = Object(error) as Partial<OwnReply> & { readonly status?: number };
  if (!isAnswer || status === undefined || status >= 500) throw error;
  // only a REST API tells who is not known from who may not, and only by this very message
  if (status !== 403 && !isSimple(event)) throw new Error('Unauthorized');
  return answer(event, settings);
}

/** An HTTP API may be told to send format 1.0, which asks for a policy. */
const isSimple = (event: unknown): boolean => ownObject(event).version === '2.0';

function answer(event: unknown, settings: AuthorizerSettings, context?: Record<string, string>): AuthorizerResult {
  if (isSimple(event)) return { isAuthorized: context !== undefined, ...(context && { context }) };
  const methodArn = text(ownObject(event).methodArn);
  return {
    principalId: context?.sub ?? settings.name,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Action: 'execute-api:Invoke',
          Effect: context === undefined ? 'Deny' : 'Allow',
          // what is kept counts for all routes of the stage: `arn:aws:execute-api:eu-west-1:123456789012:a1b2c3/prod/GET/orders`
          Resource: settings.isCached ? `${methodArn.split('/').slice(0, 2).join('/')}/*` : methodArn,
        },
      ],
    },
    ...(context && { context }),
  };
}

/** Names that REST APIs have for something else beside the context. */
const RESERVED: ReadonlySet<string> = new Set(['principalId', 'integrationLatency']);

/** The context as text, which is all that REST APIs take: lists with commas, other objects as JSON. */
function readContext(found: unknown, name: string): Record<string, string> {
  // nobody gets through by a mistake
  if (found !== true && (typeof found !== 'object' || Array.isArray(found)))
    throw new TypeError('an authorizer returned neither true nor an object, false, null or nothing');
  const context: Record<string, string> = {};
  for (const [key, value] of Object.entries(ownObject(found))) {
    if (RESERVED.has(key))
      throw new TypeError(`an authorizer's context cannot have "${key}", which REST APIs keep apart`);
    const written = contextText(key, value);
    if (written !== undefined) context[key] = written;
  }
  // a caller of whom nothing is said is known all the same
  return Object.keys(context).length === 0 ? { authorizer: name } : context;
}

function contextText(key: string, value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return value.toISOString();
  if (!Array.isArray(value)) return claimText(value) as string | undefined;
  const words = value.map((word) => claimText(word));
  if (words.some((word) => typeof word !== 'string' || word.includes(',')))
    throw new TypeError(`an authorizer's context has a list "${key}" of what is no text without commas`);
  return words.join(',');
}
