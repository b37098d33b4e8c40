/**
 * Finds the route of a request where the front door has not: a tree of path segments, made once from the routes' keys. The rules
 * are those of HTTP APIs, so that a route is the same one on every front door:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
import { type Answer, type Answers, notFound } from './answers.js';
import { decodePercent } from './decode.js';
import { refusal } from './refusal.js';
import { toReply } from './reply.js';

/** What follows a segment, and the keys of the routes that end here, by method. */
interface Node {
  readonly literals: Map<string, Node>;
  /** The node of a parameter as '', that of a greedy one as '+'. */
  readonly parameters: Map<string, Node>;
  readonly keys: Record<string, string>;
}

/** The routes of a function, ready to be found by path. */
export interface Router<TEvent = never> {
  readonly answers: Answers<TEvent>;
  readonly root: Node;
  /** Keys of the routes whose middleware answers preflights. */
  readonly preflights: ReadonlySet<string>;
}

const createNode = (): Node => ({ literals: new Map(), parameters: new Map(), keys: Object.create(null) });

/**
 * Makes the router of a function.
 *
 * @param preflights keys of the routes that have the middleware `cors`
 */
export function createRouter<TEvent>(answers: Answers<TEvent>, preflights: readonly string[] = []): Router<TEvent> {
  const root = createNode();
  for (const key of Object.keys(answers)) {
    const [method, path] = key.split(' ') as [string, string];
    let node = root;
    for (const segment of path.split('/').slice(1)) node = childOf(node, segment);
    node.keys[method] = key;
  }
  return { answers, root, preflights: new Set(preflights) };
}

/** The node that a segment of a template leads to, made where there is none yet. */
function childOf({ literals, parameters }: Node, segment: string): Node {
  const [, greedy] = /^\{.+?(\+?)\}$/.exec(segment) ?? [];
  const children: Map<string, Node> = greedy === undefined ? literals : parameters;
  const name = greedy ?? decodePercent(segment);
  const child = children.get(name) ?? createNode();
  children.set(name, child);
  return child;
}

/** In the order of an `Allow` header. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** A request to be routed. */
export interface RoutedRequest {
  readonly method: string;
  /** Percent-encoded, without query string. */
  readonly path: string;
  /** The header `access-control-request-method`, of a preflight. */
  readonly asked: () => string | undefined;
}

/**
 * Finds what answers a request: its route; else 404, 405 with `Allow`, or 204 with `Allow` to OPTIONS (RFC 9110, 9.3.7).
 *
 * A preflight is answered by the middleware `cors` of the route that is asked for.
 */
export function findAnswer<TEvent>(
  { answers, root, preflights }: Router<TEvent>,
  { method, path, asked }: RoutedRequest,
): Answer<TEvent> {
  const segments = path.split('/').slice(1).map(decodePercent);
  const keyOf = (wanted: string): string | undefined =>
    findKey(root, segments, wanted, false) ?? findKey(root, segments, wanted, true);
  const key = keyOf(method);
  if (key !== undefined) return answers[key] as Answer<TEvent>;
  const allowed = METHODS.filter((each) => keyOf(each) !== undefined);
  if (allowed.length === 0) return notFound;
  const allow = allowed.join(', ');
  if (method !== 'OPTIONS') return () => refusal(405, 'Method Not Allowed', { allow });
  const preflight = keyOf(asked() ?? '');
  return preflight !== undefined && preflights.has(preflight)
    ? (answers[preflight] as Answer<TEvent>)
    : () => toReply(undefined, 204, { allow });
}

/**
 * The key of the most specific route: from left to right a literal segment before a parameter.
 *
 * @param greedy whether parameters that take the rest of the path count; all others come before them
 */
function findKey(
  node: Node | undefined,
  segments: readonly string[],
  method: string,
  greedy: boolean,
  index = 0,
): string | undefined {
  if (node === undefined) return undefined;
  const segment = segments[index];
  if (segment === undefined) return keyIn(node, method);
  return (
    findKey(node.literals.get(segment), segments, method, greedy, index + 1) ??
    // a parameter is not empty
    (segment === '' ? undefined : findKey(node.parameters.get(''), segments, method, greedy, index + 1)) ??
    (greedy ? keyIn(node.parameters.get('+'), method) : undefined)
  );
}

/** A route for the method before one for any; HEAD is GET without content (RFC 9110, 9.3.2). */
const keyIn = (node: Node | undefined, method: string): string | undefined =>
  node?.keys[method] ?? (method === 'HEAD' ? node?.keys.GET : undefined) ?? node?.keys.ANY;
