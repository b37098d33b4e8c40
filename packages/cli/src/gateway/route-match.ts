import { readPathParameters } from '@gatewright/core/testing';

/** What decides whether a route answers a request. */
export interface RouteKey {
  /** An HTTP method, or `ANY`. */
  readonly method: string;
  /** Path template, for example `/todos/{id}` or `/files/{path+}`. */
  readonly path: string;
}

/** A request's route, and the values of its path parameters, percent-encoded. */
export interface RouteMatch<TRoute extends RouteKey> {
  readonly route: TRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * Finds the route that an HTTP API would choose, in whatever order routes are declared: a full match before a greedy one,
 * then from left to right a literal segment before a parameter, then a method before `ANY`.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 *
 * @param path percent-encoded, without query string
 * @example
 * matchRoute([{ method: 'GET', path: '/todos/{id}' }], 'GET', '/todos/7'); // its pathParameters are { id: '7' }
 */
export const matchRoute = <TRoute extends RouteKey>(
  routes: readonly TRoute[],
  method: string,
  path: string,
): RouteMatch<TRoute> | undefined =>
  routes
    .filter((route) => route.method === method || route.method === 'ANY')
    .flatMap((route) => {
      const pathParameters = readPathParameters(route.path, path);
      return pathParameters ? [{ route, pathParameters }] : [];
    })
    .sort((one, other) => compareText(rank(one.route), rank(other.route)))[0];

/** Text that sorts a route before all less specific ones that match the same path. */
const rank = ({ method, path }: RouteKey): string => {
  const isGreedy = path.endsWith('+}') ? '1' : '0';
  const segments = path.split('/').map((segment) => (segment.startsWith('{') ? '1' : '0'));
  return [isGreedy, ...segments, method === 'ANY' ? '1' : '0'].join('');
};

const compareText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
