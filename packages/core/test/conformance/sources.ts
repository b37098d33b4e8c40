/** Where the rows' facts come from. */
const GATEWAY = 'https://docs.aws.amazon.com/apigateway/latest/developerguide';
const BALANCER = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application';

export const HTTP_API = `${GATEWAY}/http-api-develop-integrations-lambda.html`;
export const HTTP_API_JWT = `${GATEWAY}/http-api-jwt-authorizer.html`;
export const HTTP_API_LAMBDA_AUTHORIZER = `${GATEWAY}/http-api-lambda-authorizer.html`;
export const HTTP_API_STAGES = `${GATEWAY}/http-api-stages.html`;
export const HTTP_API_ROUTES = `${GATEWAY}/http-api-develop-routes.html`;
export const REST_API = `${GATEWAY}/set-up-lambda-proxy-integrations.html`;
export const REST_API_COGNITO = `${GATEWAY}/apigateway-enable-cognito-user-pool.html`;
export const REST_API_LAMBDA_AUTHORIZER = `${GATEWAY}/api-gateway-lambda-authorizer-output.html`;
export const REST_API_BINARY = `${GATEWAY}/api-gateway-payload-encodings.html`;
export const REST_API_MAPPINGS = `${GATEWAY}/rest-api-mappings.html`;
export const FUNCTION_URL = 'https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html';
export const FUNCTION_URL_AUTH = 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html';
export const STREAMING = 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html';
export const ALB = `${BALANCER}/lambda-functions.html`;
export const ALB_FORWARDED = `${BALANCER}/x-forwarded-headers.html`;
export const ALB_OIDC = `${BALANCER}/listener-authenticate-users.html`;

export const WHATWG_URL = 'https://url.spec.whatwg.org/#urlencoded-parsing';
export const FETCH_CORS = 'https://fetch.spec.whatwg.org/#http-cors-protocol';
export const SSE = 'https://html.spec.whatwg.org/multipage/server-sent-events.html';

/** A fact of live gateways, as event-facts.md has it in that table and row. */
export const observed = (fact: string): string => `observed: event-facts.md, ${fact}`;
