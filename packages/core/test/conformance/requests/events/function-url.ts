import type { EventRow } from '../../request-row.js';
import { FUNCTION_URL, HTTP_API_ROUTES, observed } from '../../sources.js';
import { http, url } from './given.js';

/** Events with one route for all requests. */
export const URL_EVENTS: readonly EventRow[] = [
  {
    name: 'a Function URL’s path is encoded and routed by',
    source: FUNCTION_URL,
    covers: ['door detection', 'parameters decoded once'],
    door: 'function-url',
    event: { ...url, rawPath: '/echo/one/a%2Fb%2520c' },
    sees: {
      pathParameters: { id: 'a/b%20c' },
      path: '/echo/one/a/b%20c',
      url: 'https://abc.lambda-url.us-east-1.on.aws/echo/one/a%2Fb%2520c',
    },
  },
  {
    name: 'an HTTP API’s $default route: decoded, so it is routed by but not decoded again',
    source: `${HTTP_API_ROUTES}: $default`,
    covers: ['door detection', 'parameters decoded once', 'stage'],
    door: 'function-url',
    event: {
      ...http,
      routeKey: '$default',
      rawPath: '/echo/one/50%25',
      pathParameters: undefined,
      requestContext: { ...http.requestContext, routeKey: '$default' },
    },
    sees: {
      pathParameters: { id: '50%25' },
      path: '/echo/one/50%25',
      url: 'https://abc.execute-api.us-east-1.amazonaws.com/echo/one/50%2525',
    },
  },
  {
    name: 'a named stage in front of an HTTP API’s $default route',
    source: observed('requests: a named stage is in rawPath'),
    covers: ['stage'],
    door: 'function-url',
    event: {
      ...http,
      routeKey: '$default',
      rawPath: '/beta/echo/one/7',
      pathParameters: undefined,
      requestContext: { ...http.requestContext, routeKey: '$default', stage: 'beta' },
    },
    sees: {
      pathParameters: { id: '7' },
      path: '/echo/one/7',
      stage: 'beta',
      url: 'https://abc.execute-api.us-east-1.amazonaws.com/beta/echo/one/7',
    },
  },
  {
    name: 'a trailing slash of a greedy route',
    source: observed('requests: trailing slashes are kept'),
    covers: ['trailing slash', 'greedy'],
    route: 'files',
    door: 'function-url',
    event: { ...url, rawPath: '/echo/files/a/' },
    sees: { pathParameters: { rest: 'a/' }, path: '/echo/files/a/' },
  },
  {
    name: 'cookies of a Function URL',
    source: FUNCTION_URL,
    covers: ['cookies both ways'],
    door: 'function-url',
    event: { ...url, cookies: ['a=1', 'b=2'] },
    sees: { cookies: { a: '1', b: '2' }, headers: { cookie: 'a=1; b=2' } },
  },
  {
    name: 'a path that begins with $default',
    source: observed('requests: $default never stands in the path'),
    covers: ['stage', 'greedy'],
    route: 'files',
    door: 'function-url',
    event: { ...url, rawPath: '/echo/files/$default/a' },
    sees: { pathParameters: { rest: '$default/a' } },
  },
];
