import type { CorsOptions } from '../cors-options.js';

/** What is told of a type of answer. */
interface Told {
  readonly status?: number;
  readonly title: string;
  readonly detail?: true;
  readonly errors?: true;
}

/** What a path without a route is to a REST API; and a request without a signature, where routes ask for one. */
const NO_ROUTE: Told = { status: 404, title: 'Not Found' };
const NO_ROUTE_OR_SIGNATURE: Told = { status: 403, title: 'Forbidden' };

/**
 * What a REST API answers itself, with the status that an HTTP API and the handlers have for it. The types with a `detail` have a message for the caller; others tell of the inside. The one with `errors`
 * has what a handler's refusal has.
 *
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
const RESPONSES: Readonly<Record<string, Told>> = {
  ACCESS_DENIED: { status: 403, title: 'Forbidden' },
  API_CONFIGURATION_ERROR: { status: 500, title: 'Internal Server Error' },
  AUTHORIZER_CONFIGURATION_ERROR: { status: 500, title: 'Internal Server Error' },
  AUTHORIZER_FAILURE: { status: 500, title: 'Internal Server Error' },
  BAD_REQUEST_BODY: { status: 400, title: 'Bad Request', errors: true },
  BAD_REQUEST_PARAMETERS: { status: 400, title: 'Bad Request', detail: true },
  DEFAULT_4XX: { title: 'Client Error' },
  DEFAULT_5XX: { title: 'Server Error' },
  EXPIRED_TOKEN: { status: 403, title: 'Forbidden', detail: true },
  INTEGRATION_FAILURE: { status: 500, title: 'Internal Server Error' },
  INTEGRATION_TIMEOUT: { status: 504, title: 'Gateway Timeout' },
  INVALID_API_KEY: { status: 403, title: 'Forbidden', detail: true },
  INVALID_SIGNATURE: { status: 403, title: 'Forbidden' },
  MISSING_AUTHENTICATION_TOKEN: NO_ROUTE,
  QUOTA_EXCEEDED: { status: 429, title: 'Too Many Requests', detail: true },
  REQUEST_TOO_LARGE: { status: 413, title: 'Content Too Large' },
  RESOURCE_NOT_FOUND: { status: 404, title: 'Not Found' },
  THROTTLED: { status: 429, title: 'Too Many Requests' },
  UNAUTHORIZED: { status: 401, title: 'Unauthorized' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'Unsupported Media Type' },
  WAF_FILTERED: { status: 403, title: 'Forbidden' },
};

/** What the answers depend on. */
export interface GatewayResponsesOptions {
  readonly cors?: CorsOptions | undefined;
  /** Whether routes ask for requests that are signed (IAM). @default false */
  readonly isSigned?: boolean;
}

/** Every answer that the gateway makes itself, as problem details (RFC 9457), with CORS headers where they are asked for. */
export function gatewayResponses({ cors, isSigned }: GatewayResponsesOptions): Record<string, object> {
  const headers = { 'Content-Type': "'application/problem+json'", ...corsHeaders(cors) };
  const responseParameters = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [`gatewayresponse.header.${name}`, value]),
  );
  return Object.fromEntries(
    Object.entries({
      ...RESPONSES,
      ...(isSigned && { MISSING_AUTHENTICATION_TOKEN: NO_ROUTE_OR_SIGNATURE }),
    }).map(([type, told]) => [
      type,
      {
        ...(told.status !== undefined && { statusCode: told.status }),
        responseParameters,
        responseTemplates: { 'application/json': problemTemplate(told) },
      },
    ]),
  );
}

/** No template language is at work here: `$context.error.messageString` comes with its quotes, others without, escaped for them. */
function problemTemplate({ title, status, detail, errors }: Told): string {
  const failure = { in: 'body', path: '', message: '$context.error.validationErrorString', constraint: 'schema' };
  const known = JSON.stringify({
    title,
    ...(status !== undefined && { status }),
    ...(errors && { detail: 'The request is not valid.', errors: [failure] }),
  });
  return detail ? `${known.slice(0, -1)},"detail":$context.error.messageString}` : known;
}

/**
 * A gateway response cannot choose among origins, so with several it names the caller's, without credentials: scripts anywhere may
 * then read that a request was refused, and nothing else.
 */
function corsHeaders(cors: CorsOptions | undefined): Record<string, string> {
  if (cors === undefined) return {};
  const [only = '*', ...others] = cors.allowOrigins;
  if (others.length > 0) return { 'Access-Control-Allow-Origin': 'method.request.header.Origin', Vary: "'Origin'" };
  return {
    'Access-Control-Allow-Origin': `'${only}'`,
    ...(only !== '*' && { Vary: "'Origin'" }),
    ...(cors.allowCredentials && { 'Access-Control-Allow-Credentials': "'true'" }),
  };
}
