export type { EventOptions } from './event-options.js';
export type { GatewayRequest, MatchedRoute } from './gateway-request.js';
export { type HttpApiEventOptions, httpApiEvent } from './http-api-event.js';
export { type LambdaContextOptions, lambdaContext } from './lambda-context.js';
export type { BodyContent } from './request-body.js';
export { readPathParameters } from './request-path.js';
export type { QueryContent } from './request-query.js';
export { type RestApiEventOptions, restApiEvent } from './rest-api-event.js';
