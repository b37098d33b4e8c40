/**
 * Requests of the application in packages/core/test/fuzz/application, random and mutated events of them, and what a front door
 * takes as a result. The test in packages/core/test/fuzz uses it too.
 */

/** Random numbers from 0 to 1 (mulberry32): a seed gives the same ones again. */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const MULTIPART = [
  '--b',
  'content-disposition: form-data; name="file"; filename="a.txt"',
  'content-type: text/plain',
  '',
  'content',
  '--b',
  'content-disposition: form-data; name="title"',
  '',
  'Title',
  '--b--',
  '',
].join('\r\n');

const HEADERS = {
  accept: ['*/*', 'text/html;q=0.5'],
  'accept-encoding': 'gzip, br',
  'x-count': '5',
  'x-list': 'a, "b,c"',
};
const get = (path, query, headers = HEADERS) => ({
  method: 'GET',
  path,
  query,
  headers,
  cookies: ['session=s%20s', 'b=2'],
});
const put = (path, body, headers = {}) => ({ method: 'PUT', path, body, headers });
const post = (path, body, headers = {}) => ({ method: 'POST', path, body, headers });
const ITEM = { name: 'Ann', count: 5, tags: ['a'], size: { width: 1 }, sizes: [{ width: 2 }] };

/** `[id of the route, path template, a request that it answers]`. */
export const REQUESTS = [
  [
    'ThingsController.scalars',
    '/things/scalars/{id}',
    get('/things/scalars/7', 'text=a&count=1&flag=true&big=9&day=2026-01-02&sort=up'),
  ],
  ['ThingsController.lists', '/things/lists/{path+}', get('/things/lists/a/b%20c', 'tag=a&tag=b&id=1&id=2&word=a|b')],
  ['ThingsController.pages', '/things/pages/{zone}/{number}', get('/things/pages/eu/7', 'limit=5&tags=a&tags=b')],
  ['ThingsController.create', '/things', post('/things', ITEM)],
  ['ThingsController.createAll', '/things/list', post('/things/list', [ITEM, ITEM])],
  [
    'ThingsController.parts',
    '/things/parts',
    put('/things/parts', { name: 'a', count: 1, ok: true, tags: ['b'], item: ITEM }),
  ],
  ['ThingsController.any', '/things/any', put('/things/any', { a: [1, null, { b: 'c' }] })],
  [
    'ThingsController.form',
    '/things/forms',
    post('/things/forms', 'name=Ann&count=5', { 'content-type': 'application/x-www-form-urlencoded' }),
  ],
  [
    'ThingsController.upload',
    '/things/uploads',
    post('/things/uploads', Buffer.from(MULTIPART), { 'content-type': 'multipart/form-data; boundary=b' }),
  ],
  ['ThingsController.text', '/things/text', put('/things/text', 'text')],
  [
    'ThingsController.bytes',
    '/things/bytes',
    put('/things/bytes', Buffer.of(0, 128, 255), { 'content-type': 'application/octet-stream' }),
  ],
  ['ThingsController.claim', '/things/callers/claim', get('/things/callers/claim')],
  ['ThingsController.caller', '/things/callers', get('/things/callers')],
  ['ThingsController.echo', '/things/echo/{id}', post('/things/echo/a%2Fb?c=d&c=e', 'text', HEADERS)],
  ['ThingsController.web', '/things/web/{id}', post('/things/web/a%20b?c=d', 'text', HEADERS)],
  ['ThingsController.remove', '/things/{id}', { method: 'DELETE', path: '/things/7' }],
  ['ThingsController.options', '/things/{id}', { method: 'OPTIONS', path: '/things/7' }],
  ['ThingsController.stream', '/things/streams', get('/things/streams', 'text=end')],
  ['ThingsController.events', '/things/events', get('/things/events', 'text=end')],
  [
    'AroundController.get',
    '/around',
    get('/around', 'a=1', { ...HEADERS, origin: 'https://app.example', 'x-tenant': 'a' }),
  ],
  ['AroundController.get', '/around', get('/around', 'a=1', { 'if-none-match': 'W/"a", "b"', accept: 'text/csv' })],
  [
    'AroundController.options',
    '/around',
    {
      method: 'OPTIONS',
      path: '/around',
      headers: { origin: 'https://b.example', 'access-control-request-method': 'POST' },
    },
  ],
  ['AroundController.post', '/around', post('/around', 'text', { origin: 'https://c.test' })],
  ['AroundController.bytes', '/around/bytes', get('/around/bytes', '', { 'if-match': '"a"', accept: 'x' })],
  ['AroundController.error', '/around/errors', get('/around/errors')],
];

const JWT = { claims: { sub: 'u1', groups: '[a b]', scope: 'a b' }, scopes: ['a'] };
const IAM = {
  accountId: '1',
  userArn: 'arn:aws:iam::1:user/a',
  cognitoIdentity: { identityId: 'i', identityPoolId: 'p' },
};

/** How the events of a front door are built, by the builders of `@gatewright/core/testing`. */
export const eventsOf = (door, builders, request, route) => {
  const options = { route };
  if (door === 'rest-api')
    return [
      builders.restApiEvent(request, {
        ...options,
        binaryMediaTypes: ['multipart/form-data', 'application/octet-stream'],
      }),
      builders.restApiEvent(request, { ...options, authorizer: { claims: JWT.claims, tenant: 't' }, basePath: '/v1' }),
      builders.httpApiV1Event(request, { ...options, authorizer: JWT, stage: 'dev', stageVariables: { a: 'b' } }),
    ];
  if (door === 'http-api')
    return [
      builders.httpApiEvent(request, { ...options, authorizer: { jwt: JWT } }),
      builders.httpApiEvent(request, {
        ...options,
        authorizer: { lambda: { sub: 1, deep: { a: [1] } } },
        stage: 'dev',
      }),
    ];
  if (door === 'function-url')
    return [
      builders.functionUrlEvent(request, { authorizer: { iam: IAM } }),
      builders.httpApiEvent(request, { route: { method: 'ANY', path: '$default' }, stage: 'dev' }),
    ];
  return [builders.albEvent(request), builders.albEvent(request, { multiValueHeaders: true })];
};

/** `{ id, event }` for each route, request and form of event of a front door. */
export const validEvents = (door, builders) =>
  REQUESTS.flatMap(([id, path, request]) =>
    eventsOf(door, builders, request, { method: request.method, path }).map((event) => ({ id, event })),
  );

/** Texts that something or other has stumbled over. */
const TEXTS = [
  ...`
% %zz %E2%82 %00 %ff %2F %252F __proto__ constructor prototype toString hasOwnProperty then length ../..
//evil.example " "" "a , ,, ; = & ? # + [ [] {} * */* */*;q=x text/*;q=0 identity;q=0 W/" null undefined NaN
Infinity -0 1e999 0x10 1_000 12abc 007 true TRUE 2026-02-30 2026-01-02T25:00:00Z 275760-09-14 https://app.example
https://a.example null.example http://[::1 a:b@c ::1 1.2.3.4:80 [::1]:80 2.0 1.0 GET HEAD OPTIONS TRACE CONNECT
get $default application/json application/x-www-form-urlencoded multipart/form-data {"__proto__":{"a":1}}
{"name":"a","constructor":{"prototype":1}} {"name":{"then":1},"count":1e999} [[[[ {"a":
{"name":"Ann","count":5,"size":{"__proto__":1}} [null,1,"a",[],{}] {"length":1e9} ==== a=== YQ -_-_
a=1&a=2&__proto__=3 a[b]=1 --b-- --b s=% =
`
    .trim()
    .split(/\s+/),
  '',
  ' ',
  '\0',
  '\ud800',
  'a\udfffb',
  'a\r\nset-cookie: x=1',
  '\n',
  '\u2028',
  '\u00e9',
  '\u2615',
  '\u{1f60a}',
  '\\',
  '[a b]',
  'gzip;q=0, *',
  'W/"a", *',
  '*, "a"',
  '9'.repeat(400),
  'P\u00dcT',
  'ANY /x',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary="',
  'multipart/form-data; boundary=b',
  'text/plain; charset=utf-16',
  '"\\ud800"',
  '--b\r\n\r\n--b--',
  '--b\r\ncontent-disposition: form-data; name=""\r\n\r\n--b--',
  '__proto__=1; constructor=2',
  'a="b c"',
];

/** Names that events have, and others. */
const NAMES = [
  ...`
__proto__ constructor toString length then 0 version headers multiValueHeaders cookies body isBase64Encoded path
rawPath rawQueryString queryStringParameters multiValueQueryStringParameters pathParameters requestContext
httpMethod method http elb identity authorizer claims scopes jwt lambda iam stage stageVariables resource
routeKey domainName sourceIp requestId accept accept-encoding content-type Content-Type cookie Cookie host origin
if-none-match if-match x-tenant x-count x-list x-forwarded-for x-forwarded-proto access-control-request-method
set-cookie id tag text count sub groups
`
    .trim()
    .split(/\s+/),
  '',
  'a b',
  '\u00e9',
  'bad name',
];

/** Makes random events, most of them valid ones with a few changes. */
export class Fuzzer {
  #random;
  #valid;
  #recorded;

  /** @param recorded events of any kind, recorded on AWS */
  constructor({ seed, valid, recorded = [] }) {
    this.#random = randomNumbers(seed);
    this.#valid = valid;
    this.#recorded = recorded;
  }

  /** `{ id, event }`: a route and what it gets. */
  next() {
    const { id, event } = this.#pick(this.#valid);
    const kind = this.#random();
    if (kind < 0.03) return { id, event: this.#value(0) };
    const base =
      kind < 0.1 ? this.#pick(this.#valid).event : kind < 0.15 ? (this.#pick(this.#recorded) ?? event) : event;
    // an event comes as JSON
    const root = { event: JSON.parse(JSON.stringify(base)) };
    for (let changes = 1 + this.#below(4); changes > 0; changes--) this.#change(root);
    return { id, event: root.event };
  }

  #below(limit) {
    return Math.floor(this.#random() * limit);
  }

  #pick(list) {
    return list[this.#below(list.length)];
  }

  /** Changes something at a random place. */
  #change(root) {
    let holder = root;
    let key = 'event';
    while (typeof holder[key] === 'object' && holder[key] !== null && (holder === root || this.#random() < 0.8)) {
      const keys = Object.keys(holder[key]);
      if (keys.length === 0) break;
      holder = holder[key];
      key = this.#pick(keys);
    }
    const value = holder[key];
    switch (this.#below(8)) {
      case 0:
        if (holder !== root) delete holder[key];
        return;
      case 1:
        holder[key] = this.#value(0);
        return;
      case 2:
        this.#define(holder, this.#random() < 0.5 ? this.#pick(NAMES) : this.#text(), this.#value(1));
        return;
      case 3:
        if (Array.isArray(holder)) holder.push(value, value);
        else this.#define(holder, key.toUpperCase(), value);
        return;
      case 4:
        holder[key] = [value];
        return;
      case 5:
        if (root.event !== null && typeof root.event === 'object') {
          root.event.body = this.#body();
          root.event.isBase64Encoded = this.#random() < 0.3;
        }
        return;
      default:
        holder[key] = typeof value === 'string' ? this.#changeText(value) : this.#value(0);
    }
  }

  /** Sets an own property, also one named `__proto__`, as JSON.parse does. */
  #define(holder, name, value) {
    if (Array.isArray(holder)) holder.push(value);
    else Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
  }

  #body() {
    const text =
      this.#random() < 0.4
        ? this.#text()
        : (JSON.stringify(this.#value(0), (_key, item) => (typeof item === 'bigint' ? 1 : item)) ?? '');
    return this.#random() < 0.3 ? Buffer.from(text).toString('base64') : text;
  }

  #changeText(text) {
    const at = this.#below(text.length + 1);
    switch (this.#below(5)) {
      case 0:
        return this.#text();
      case 1:
        return text.slice(0, at);
      case 2:
        return text.slice(0, at) + this.#text() + text.slice(at + this.#below(3));
      case 3:
        return (
          text.slice(0, at) + String.fromCharCode(this.#below(this.#random() < 0.5 ? 128 : 65_536)) + text.slice(at + 1)
        );
      default:
        return text + text;
    }
  }

  #text() {
    const kind = this.#random();
    if (kind < 0.7) return this.#pick(TEXTS);
    if (kind < 0.97)
      return Array.from({ length: this.#below(12) }, () => String.fromCharCode(this.#below(300))).join('');
    return this.#pick(TEXTS).repeat(this.#below(3000));
  }

  /** A value that JSON can hold, or now and then one that it cannot. */
  #value(depth) {
    const kind = this.#random();
    if (kind < 0.35 || depth > 4) return this.#text();
    if (kind < 0.6)
      return this.#pick([
        null,
        true,
        false,
        0,
        -1,
        1.5,
        1e21,
        [],
        {},
        [null],
        [[]],
        { toString: 1 },
        { length: 3, 0: 'a' },
        // biome-ignore lint/suspicious/noThenProperty: a client may send it
        { then: 1 },
      ]);
    if (kind < 0.75) return Array.from({ length: this.#below(4) }, () => this.#value(depth + 1));
    if (kind < 0.92) {
      const map = {};
      for (let count = this.#below(4); count > 0; count--)
        this.#define(map, this.#random() < 0.7 ? this.#pick(NAMES) : this.#text(), this.#value(depth + 1));
      return map;
    }
    if (kind < 0.93) {
      let nested = 1;
      for (let level = this.#below(500); level > 0; level--) nested = level % 2 === 0 ? [nested] : { a: nested };
      return nested;
    }
    return this.#pick([
      undefined,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      10n,
      Symbol('s'),
      new Date(0),
      new Map([[1, 2]]),
    ]);
  }
}

const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const isValue = (value) => typeof value === 'string' && !/[\r\n\0]/.test(value);
const MEMBERS = {
  'rest-api': ['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'],
  'http-api': ['statusCode', 'headers', 'cookies', 'body', 'isBase64Encoded'],
  'function-url': ['statusCode', 'headers', 'cookies', 'body', 'isBase64Encoded'],
  alb: ['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'],
};

/** What is wrong with a result; undefined when the front door can send it. */
export function wrongResult(door, result, event) {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return 'is no object';
  const { statusCode, headers, multiValueHeaders, cookies, body, isBase64Encoded } = result;
  const unknown = Object.keys(result).filter((key) => !MEMBERS[door].includes(key));
  if (unknown.length > 0) return `has ${unknown}`;
  if (!Number.isInteger(statusCode) || statusCode < 200 || statusCode > 599) return `has the status ${statusCode}`;
  for (const [name, value] of Object.entries(headers ?? {}))
    if (!TOKEN.test(name) || !isValue(value)) return `has the header ${name}: ${value}`;
  for (const [name, values] of Object.entries(multiValueHeaders ?? {}))
    if (!TOKEN.test(name) || !Array.isArray(values) || !values.every(isValue))
      return `has the headers ${name}: ${values}`;
  if (cookies !== undefined && !(Array.isArray(cookies) && cookies.every(isValue))) return `has the cookies ${cookies}`;
  if (body !== undefined && typeof body !== 'string') return `has a body that is ${typeof body}`;
  if (isBase64Encoded !== undefined && typeof isBase64Encoded !== 'boolean')
    return `has isBase64Encoded ${isBase64Encoded}`;
  if (isBase64Encoded && !/^[A-Za-z\d+/]*={0,2}$/.test(body)) return 'has a body that is not base64';
  if ((statusCode === 204 || statusCode === 304) && body) return `has a body with ${statusCode}`;
  if (door === 'alb' && (headers === undefined) === (multiValueHeaders === undefined))
    return 'has not one kind of headers';
  if (door === 'alb' && (multiValueHeaders !== undefined) !== Boolean(event?.multiValueHeaders))
    return 'has headers of the other kind';
  JSON.stringify(result);
  return undefined;
}
