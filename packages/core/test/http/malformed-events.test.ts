/** Events that no front door sends: nothing may throw, and nothing may be read from a prototype. */
import fc from 'fast-check';
import * as alb from '../../src/http/alb.js';
import * as anyDoor from '../../src/http/any-door.js';
import type { FrontDoor, GatewayFrontDoor, RoutingFrontDoor } from '../../src/http/front-door.js';
import * as functionUrl from '../../src/http/function-url.js';
import * as httpApi from '../../src/http/http-api.js';
import * as restApi from '../../src/http/rest-api.js';
import { albEvent, functionUrlEvent, httpApiEvent, httpApiV1Event, restApiEvent } from '../../src/testing/index.js';

type Door = FrontDoor<unknown, unknown> &
  Partial<Pick<RoutingFrontDoor<unknown, unknown>, 'match'>> &
  Partial<Pick<GatewayFrontDoor<unknown, unknown>, 'pathParameter'>>;

const route = { method: 'POST', path: '/users/{id}' };
const sent = {
  method: 'POST',
  path: '/users/a%20b',
  query: 'a=1&b=2&b=3',
  headers: { accept: ['*/*', 'text/html'] },
  cookies: ['s=1', 't=2'],
  body: { name: 'Ann' },
};
const jwt = { claims: { sub: 'u1', scope: 'a b' }, scopes: ['a'] };
const iam = { accountId: '1', userArn: 'arn', cognitoIdentity: { identityId: 'i', identityPoolId: 'p' } };
const authorizer = { jwt, iam, lambda: { tenant: 't' } };
const defaultRoute = { method: 'ANY', path: '$default' };

const DOORS: readonly (readonly [string, Door, readonly unknown[]])[] = [
  ['http-api', httpApi as Door, [httpApiEvent(sent, { route, authorizer, stageVariables: { a: 'b' } })]],
  [
    'rest-api',
    restApi as Door,
    [
      restApiEvent(sent, { route, authorizer: { principalId: 'p', tenant: 't' }, identity: { userArn: 'arn' } }),
      httpApiV1Event(sent, { route, authorizer: jwt }),
    ],
  ],
  [
    'function-url',
    functionUrl as Door,
    [functionUrlEvent(sent, { authorizer: { iam } }), httpApiEvent(sent, { route: defaultRoute, stage: 'dev' })],
  ],
  ['alb', alb as Door, [albEvent(sent), albEvent(sent, { multiValueHeaders: true })]],
];

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '0'];

const isText = (value: unknown): boolean => typeof value === 'string';
const isTextOrTexts = (value: unknown): boolean =>
  isText(value) || (Array.isArray(value) && value.length > 1 && value.every(isText));
const isOwn = (map: object): boolean =>
  NAMES.every((name) => Object.hasOwn(map, name) || (map as Record<string, unknown>)[name] === undefined);
/** Whether path parameters that are read one by one are the same. */
function isOneOf(door: Door, event: unknown): boolean {
  const all = door.pathParameters(event, route);
  return [...NAMES, 'id', ...Object.keys(all)].every(
    (name) => door.pathParameter === undefined || door.pathParameter(event, name) === all[name],
  );
}
const isMapOf = (map: object, is: (value: unknown) => boolean): boolean => isOwn(map) && Object.values(map).every(is);

/** Reads everything; whatever the event is, the answers have the types that they say. */
function expectTolerant(door: Door, event: unknown): void {
  const auth = door.auth(event);
  const body = door.body(event);
  const bytes = door.bytes(event);
  const request = { ...door.request(event, route) };
  const facts = {
    recognizes: typeof door.recognizes(event) === 'boolean',
    method: isText(door.method(event)),
    pathParameters: isMapOf(door.pathParameters(event, route), isText),
    pathParameter: isOneOf(door, event),
    query: isMapOf(door.query(event), isTextOrTexts),
    headers: isMapOf(door.headers(event), isText),
    cookies: isMapOf(door.cookies(event), isText),
    body: body === undefined || isText(body),
    bytes: bytes === undefined || bytes instanceof Uint8Array,
    claims: isMapOf(auth.claims, isText),
    context: isOwn(auth.context),
    scopes: auth.scopes.every(isText),
    request: [request.path, request.url, request.sourceIp, request.requestId].every(isText),
    stage: request.stage === undefined || isText(request.stage),
    stageVariables: isMapOf(request.stageVariables, isText),
    toResult: isObject(door.toResult({ statusCode: 200, headers: {}, body: 'x' }, event)),
    match: [undefined, 404, 405].includes(door.match?.(event, route)?.statusCode),
  };
  const wrongFacts = Object.entries(facts).filter(([, isRight]) => !isRight);
  if (wrongFacts.length > 0) throw new Error(`wrong: ${wrongFacts.map(([name]) => name).join()}`);
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** A copy of an event in which the value at a path is another one. */
function replaceAt(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = replaceAt(copy[key], rest, replacement);
  return copy;
}

/** Paths to every value of an event. */
const pathsOf = (value: unknown): string[][] =>
  typeof value === 'object' && value !== null
    ? [[], ...Object.entries(value).flatMap(([key, entry]) => pathsOf(entry).map((path) => [key, ...path]))]
    : [[]];

/** What JSON may hold at a place where something else is expected. */
const wrong = fc.oneof(
  fc.constantFrom(undefined, null, '', '%', '\ud800', 0, 5, true, [], {}, [1, 2], [null], { a: { b: 1 } }, [['x']]),
  fc.constantFrom<unknown>(...NAMES.map((name) => JSON.parse(`{${JSON.stringify(name)}:"x"}`))),
  fc.constantFrom<unknown>(...NAMES.map((name) => JSON.parse(`{${JSON.stringify(name)}:["x","y"]}`))),
  fc.jsonValue(),
);

describe.each(DOORS)('the door %s', (_, door, events) => {
  it.each([undefined, null, 0, '', 'text', true, [], [1, 2], {}, { requestContext: null }, { version: '2.0' }])(
    'takes %j',
    (event) => {
      expect(() => expectTolerant(door, event)).not.toThrow();
      expect(() => expectTolerant(anyDoor as Door, event)).not.toThrow();
    },
  );

  it('takes any event in which any values are missing or wrong', () => {
    const mutated = fc
      .constantFrom(...events)
      .chain((event) =>
        fc.tuple(
          fc.constant(event),
          fc.array(fc.tuple(fc.constantFrom(...pathsOf(event)), wrong), { minLength: 1, maxLength: 3 }),
        ),
      )
      .map(([event, changes]) =>
        changes.reduce<unknown>((changed, [path, value]) => replaceAt(changed, path, value), event),
      );
    fc.assert(
      fc.property(mutated, (event) => {
        expectTolerant(door, event);
        expectTolerant(anyDoor as Door, event);
      }),
      { numRuns: 300 },
    );
  });

  it('takes maps of any names and values', () => {
    const map = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...NAMES, 'id', 'cookie')), wrong);
    const maps = [
      'headers',
      'multiValueHeaders',
      'queryStringParameters',
      'multiValueQueryStringParameters',
      'pathParameters',
      'stageVariables',
    ];
    const changes = fc.record(Object.fromEntries(maps.map((name) => [name, fc.oneof(map, wrong)])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(fc.constantFrom(...events), changes, (event, changed) => {
        expectTolerant(door, { ...(event as object), ...changed });
      }),
      { numRuns: 200 },
    );
  });

  it('takes the events of the other doors', () => {
    for (const [, , others] of DOORS)
      for (const event of others) expect(() => expectTolerant(door, event)).not.toThrow();
  });

  it.each(NAMES)('keeps what is called %s', (name) => {
    for (const event of events) {
      const given = JSON.parse(
        JSON.stringify(event, (key, value) => {
          if (key === 'headers' || key === 'queryStringParameters') return '#single#';
          if (key === 'multiValueHeaders' || key === 'multiValueQueryStringParameters') return '#multiple#';
          if (key === 'rawQueryString') return `${name}=v`;
          return key === 'cookies' ? [`${name}=v`] : value;
        })
          .replaceAll('"#single#"', `{${JSON.stringify(name)}:"v"}`)
          .replaceAll('"#multiple#"', `{${JSON.stringify(name)}:["v"]}`),
      );
      expect(door.headers(given)[name.toLowerCase()]).toBe('v');
      expect(door.query(given)[name]).toBe('v');
      const template = { method: 'GET', path: `/users/{${name}}` };
      const parameters = { ...given, pathParameters: JSON.parse(`{${JSON.stringify(name)}:"a b"}`) };
      expect(door.pathParameters(parameters, template)[name]).toBe('a b');
    }
  });
});
