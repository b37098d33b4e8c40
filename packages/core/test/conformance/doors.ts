/** The front doors that every row comes through, and the events that each makes of a request. */
import type { FrontDoorName } from '../../src/compiler/options.js';
import type { AnyEvent } from '../../src/http/any-door.js';
import type { RouteTemplate } from '../../src/http/front-door.js';
import {
  albEvent,
  functionUrlEvent,
  type GatewayRequest,
  type HttpApiEventOptions,
  httpApiEvent,
  httpApiV1Event,
  type RestApiEventOptions,
  restApiEvent,
} from '../../src/testing/index.js';

export type DoorName = 'http-api' | 'http-api-v1' | 'rest-api' | 'function-url' | 'alb-multi' | 'alb-single';

export const DOORS: readonly DoorName[] = [
  'http-api',
  'http-api-v1',
  'rest-api',
  'function-url',
  'alb-multi',
  'alb-single',
];

/** Doors where API Gateway has chosen the route. */
export const ROUTED: readonly DoorName[] = ['http-api', 'http-api-v1', 'rest-api'];
/** Doors with one function for every path. */
export const UNROUTED: readonly DoorName[] = ['function-url', 'alb-multi', 'alb-single'];
/** Doors of payload format 1.0. */
export const PAYLOAD_1: readonly DoorName[] = ['http-api-v1', 'rest-api'];

/** What a gateway is set to, beside the request. */
export type GatewayOptions = Omit<HttpApiEventOptions & RestApiEventOptions, 'route'>;

interface Door {
  /** What a handler for it alone is compiled for. */
  readonly frontDoor: FrontDoorName;
  event(request: GatewayRequest, route: RouteTemplate, options: GatewayOptions): AnyEvent;
}

export const DOOR: Readonly<Record<DoorName, Door>> = {
  'http-api': {
    frontDoor: 'http-api',
    event: (request, route, options) => httpApiEvent(request, { ...options, route }),
  },
  'http-api-v1': {
    frontDoor: 'rest-api',
    event: (request, route, options) => httpApiV1Event(request, { ...options, route }),
  },
  'rest-api': {
    frontDoor: 'rest-api',
    event: (request, route, options) => restApiEvent(request, { ...options, route }),
  },
  'function-url': {
    frontDoor: 'function-url',
    event: (request, _route, { authorizer, ...options }) =>
      functionUrlEvent(request, {
        ...options,
        ...(authorizer && { authorizer: authorizer as { iam: Record<string, unknown> } }),
      }),
  },
  'alb-multi': {
    frontDoor: 'alb',
    event: (request, _route, options) => albEvent(request, { ...options, multiValueHeaders: true }),
  },
  'alb-single': { frontDoor: 'alb', event: (request, _route, options) => albEvent(request, options) },
};
