import type { GatewayRequest } from '../../src/testing/index.js';
import { PARAMETERS } from './parameter-cases.js';

/** A request to a route and the answer it must have, from every front door and both executors. */
export interface ConformanceCase {
  readonly name: string;
  /** `ValuesController.path`. */
  readonly route: string;
  readonly request: Omit<GatewayRequest, 'method' | 'path'> & { readonly path: string; readonly method?: string };
  readonly status: number;
  /** The JSON body, or the text; undefined for none. */
  readonly body?: unknown;
  /** Headers that the answer must have. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Why it must be so: a section of a standard, a page of AWS's, or `observed: ...`. */
  readonly source?: string;
  /** What an authorizer leaves in the event, by front door. */
  readonly authorizer?: Readonly<Record<'http-api' | 'rest-api', object>>;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const PROBLEM_TYPE = { 'content-type': 'application/problem+json' };

const ok = (name: string, route: string, request: ConformanceCase['request'], body: unknown): ConformanceCase => ({
  name,
  route,
  request,
  status: 200,
  body,
  headers: JSON_TYPE,
});

/** A 400 with these failures: place, path, constraint and message. */
const invalid = (
  name: string,
  route: string,
  request: ConformanceCase['request'],
  failures: readonly [string, string, string, string][],
): ConformanceCase => ({
  name,
  route,
  request,
  status: 400,
  headers: PROBLEM_TYPE,
  body: {
    title: 'Bad Request',
    status: 400,
    detail: 'The request is not valid.',
    errors: failures.map(([place, path, constraint, message]) => ({ in: place, path, message, constraint })),
  },
});

const problem = (
  name: string,
  route: string,
  request: ConformanceCase['request'],
  body: { readonly status: number; readonly [member: string]: unknown },
): ConformanceCase => ({
  name,
  route,
  request,
  status: body.status,
  body,
  headers: PROBLEM_TYPE,
});

const USER = { name: 'Ann', email: 'ann@example.com', age: 30 };
const [V, B, R, W] = ['ValuesController', 'BodiesController', 'RepliesController', 'WiringController'];

const VALUES: readonly ConformanceCase[] = [
  ok('a path parameter', `${V}.path`, { path: '/values/path/abc' }, { text: 'abc' }),
  ok('an encoded path parameter, decoded once', `${V}.path`, { path: '/values/path/a%20b%C3%A9' }, { text: 'a bé' }),
  ok(
    'typed path parameters',
    `${V}.typedPath`,
    { path: '/values/typed/-1.5/true/900719925474099300/2026-01-02' },
    { count: -1.5, flag: true, big: '900719925474099300 bigint', day: '2026-01-02T00:00:00.000Z' },
  ),
  invalid(
    'path parameters of the wrong type, all at once',
    `${V}.typedPath`,
    { path: '/values/typed/12abc/TRUE/1.5/yesterday' },
    [
      ['path', 'count', 'number', 'count must be a number'],
      ['path', 'flag', 'boolean', 'flag must be a boolean'],
      ['path', 'big', 'bigint', 'big must be a bigint'],
      ['path', 'day', 'date', 'day must be a date'],
    ],
  ),
  ok(
    'path parameters as a DTO',
    `${V}.pathDto`,
    { path: '/values/dto/7/Ann' },
    { path: { id: 7, name: 'Ann' }, isPersonPath: true },
  ),
  invalid('path parameters that break a rule of their DTO', `${V}.pathDto`, { path: '/values/dto/x/A' }, [
    ['path', 'id', 'isInt', 'id must be an integer number'],
    ['path', 'name', 'isLength', 'name must be longer than or equal to 2 characters'],
  ]),
  ok(
    'all path parameters, one of them greedy',
    `${V}.allPath`,
    { path: '/values/all/a/b/c' },
    { first: 'a', rest: 'b/c' },
  ),
  ok('no query string: undefined and defaults', `${V}.query`, { path: '/values/query' }, { flag: false, limit: 20 }),
  ok(
    'query values of every type',
    `${V}.query`,
    { path: '/values/query', query: 'text=a+b%26c&count=1e3&flag=true&big=-7&day=2026-02-03T04:05:06Z&limit=5' },
    { text: 'a b&c', count: 1000, flag: true, big: '-7', day: '2026-02-03T04:05:06.000Z', limit: 5 },
  ),
  ok(
    'a comma in a query value',
    `${V}.query`,
    { path: '/values/query', query: 'text=a,b' },
    { text: 'a,b', flag: false, limit: 20 },
  ),
  ok(
    'an empty query value is text',
    `${V}.query`,
    { path: '/values/query', query: 'text=' },
    { text: '', flag: false, limit: 20 },
  ),
  ok('"false" is false', `${V}.query`, { path: '/values/query', query: 'flag=false' }, { flag: false, limit: 20 }),
  invalid('"" is not 0, "12abc" is not 12', `${V}.query`, { path: '/values/query', query: 'count=&limit=12abc' }, [
    ['query', 'count', 'number', 'count must be a number'],
    ['query', 'limit', 'number', 'limit must be a number'],
  ]),
  invalid('a repeated value where there is one', `${V}.query`, { path: '/values/query', query: 'text=a&text=b' }, [
    ['query', 'text', 'single', 'text must be given once'],
  ]),
  invalid('required values that are missing, from every place', `${V}.required`, { path: '/values/required' }, [
    ['query', 'q', 'required', 'q is required'],
    ['header', 'X-Token', 'required', 'X-Token is required'],
    ['cookie', 'session', 'required', 'session is required'],
  ]),
  ok(
    'required values',
    `${V}.required`,
    { path: '/values/required', query: { q: '1' }, headers: { 'x-TOKEN': 't' }, cookies: ['session=s%20s'] },
    { q: '1', token: 't', session: 's s' },
  ),
  ok(
    'repeated values as lists, in order',
    `${V}.lists`,
    { path: '/values/lists', query: 'tag=b&id=1&tag=a&id=2' },
    { tags: ['b', 'a'], ids: [1, 2] },
  ),
  ok(
    'one value as a list of one',
    `${V}.lists`,
    { path: '/values/lists', query: 'tag=b&id=1' },
    { tags: ['b'], ids: [1] },
  ),
  ok('no values as no list', `${V}.lists`, { path: '/values/lists' }, {}),
  invalid('an element of the wrong type', `${V}.lists`, { path: '/values/lists', query: 'id=1&id=x' }, [
    ['query', 'id.1', 'number', 'id.1 must be a number'],
  ]),
  ok(
    'a query DTO with its defaults',
    `${V}.page`,
    { path: '/values/page' },
    { page: { limit: 20 }, isPageQuery: true },
  ),
  ok(
    'a query DTO, coerced; what it does not declare is stripped',
    `${V}.page`,
    { path: '/values/page', query: 'limit=5&done=false&search=abc&tags=x&order=desc&level=2&since=2026-01-01&evil=1' },
    {
      page: {
        limit: 5,
        done: false,
        search: 'abc',
        tags: ['x'],
        order: 'desc',
        level: 2,
        since: '2026-01-01T00:00:00.000Z',
      },
      isPageQuery: true,
    },
  ),
  invalid(
    'a query DTO that breaks several rules',
    `${V}.page`,
    { path: '/values/page', query: 'limit=1000&done=yes&search=a' },
    [
      ['query', 'limit', 'max', 'limit must not be greater than 100'],
      ['query', 'done', 'isBoolean', 'done must be a boolean value'],
      ['query', 'search', 'isLength', 'search must be longer than or equal to 2 characters'],
    ],
  ),
  invalid(
    'a property of Object.prototype in a query DTO',
    `${V}.page`,
    { path: '/values/page', query: 'constructor=1' },
    [['query', '', 'unsafeKey', 'the query must not have the property "constructor"']],
  ),
  ok(
    'all query values as they are',
    `${V}.rawQuery`,
    { path: '/values/raw-query', query: 'a=1&b=2&a=3&%C3%A9=%E2%82%AC' },
    { a: ['1', '3'], b: '2', é: '€' },
  ),
  ok(
    'headers in any case',
    `${V}.headers`,
    {
      path: '/values/headers',
      headers: { 'X-Name': 'Ann', 'x-count': '3', Accept: 'text/html' },
      cookies: ['a=1', 'b=2'],
    },
    { name: 'Ann', count: 3, accept: 'text/html', cookie: 'a=1; b=2' },
  ),
  ok(
    'a repeated header, joined',
    `${V}.headers`,
    { path: '/values/headers', headers: { 'x-name': ['a', 'b'] } },
    { name: 'a,b' },
  ),
  ok(
    'a header named like something that every object has',
    `${V}.constructorHeader`,
    { path: '/values/constructor-header' },
    {},
  ),
  invalid('a header of the wrong type', `${V}.headers`, { path: '/values/headers', headers: { 'x-count': 'many' } }, [
    ['header', 'X-COUNT', 'number', 'X-COUNT must be a number'],
  ]),
  ok(
    'cookies',
    `${V}.cookies`,
    { path: '/values/cookies', cookies: ['a=x%3Dy', 'n=4', 'quoted="q"'] },
    { a: 'x=y', n: 4, all: { a: 'x=y', n: '4', quoted: '"q"' } },
  ),
  ok('no cookies', `${V}.cookies`, { path: '/values/cookies' }, { all: {} }),
  ok(
    'the request',
    `${V}.request`,
    { path: '/values/request/7', query: 'x=1', cookies: ['c=2'], headers: { host: 'example.com' } },
    {
      method: 'GET',
      path: '/values/request/7',
      pathParameters: { id: '7' },
      cookies: { c: '2' },
      sourceIp: '203.0.113.7',
      host: 'example.com',
      query: { x: '1' },
    },
  ),
  ok(
    "Lambda's context",
    `${V}.context`,
    { path: '/values/context' },
    { requestId: 'request-1', functionName: 'conformance' },
  ),
];

const post = (body: GatewayRequest['body'], path = '/bodies'): ConformanceCase['request'] => ({
  path,
  ...(body === undefined ? {} : { body }),
  // a string would be sent as text/plain
  ...(typeof body === 'string' ? { headers: { 'content-type': 'application/json' } } : {}),
});

const BODIES: readonly ConformanceCase[] = [
  {
    name: 'a DTO, stripped of what it does not declare',
    route: `${B}.create`,
    request: post({ ...USER, admin: true }),
    status: 201,
    headers: JSON_TYPE,
    body: { input: USER, isCreateUser: true, hasAddress: null },
  },
  {
    name: 'a nested DTO',
    route: `${B}.create`,
    request: post({ ...USER, address: { street: 's', city: 'c', zip: 1 } }),
    status: 201,
    body: { input: { ...USER, address: { street: 's', city: 'c' } }, isCreateUser: true, hasAddress: true },
  },
  {
    name: 'a body of bytes that are UTF-8 JSON',
    route: `${B}.create`,
    request: post(new TextEncoder().encode(JSON.stringify({ ...USER, name: 'Ännchen €' }))),
    status: 201,
    body: { input: { ...USER, name: 'Ännchen €' }, isCreateUser: true, hasAddress: null },
  },
  invalid(
    'a DTO that breaks rules, all at once, nested ones too',
    `${B}.create`,
    post({ name: '', email: 'x', age: 200, tags: ['a', 1], address: { street: '' } }),
    [
      ['body', 'name', 'isLength', 'name must be longer than or equal to 1 characters'],
      ['body', 'email', 'isEmail', 'email must be an email'],
      ['body', 'age', 'max', 'age must not be greater than 150'],
      ['body', 'tags', 'isString', 'each value in tags must be a string'],
      ['body', 'address.street', 'isLength', 'street must be longer than or equal to 1 characters'],
      ['body', 'address.city', 'isLength', 'city must be longer than or equal to 1 characters'],
    ],
  ),
  problem('a body that is not JSON', `${B}.create`, post('{"name":'), {
    title: 'Bad Request',
    status: 400,
    detail: 'The request body is not valid JSON.',
  }),
  invalid('no body', `${B}.create`, post(undefined), [['body', '', 'required', 'the body is required']]),
  invalid('a body that is no object', `${B}.create`, post('"CreateUser"'), [
    ['body', '', 'object', 'the body must be an object'],
  ]),
  invalid('a body that is null', `${B}.create`, post('null'), [['body', '', 'object', 'the body must be an object']]),
  invalid('a body that is an array', `${B}.create`, post('[]'), [['body', '', 'object', 'the body must be an object']]),
  invalid('a hostile constructor', `${B}.create`, post({ ...USER, address: { constructor: 1 } }), [
    ['body', '', 'unsafeKey', 'the body must not have the property "constructor"'],
  ]),
  invalid('a hostile __proto__', `${B}.create`, post('{"__proto__":{"admin":true}}'), [
    ['body', '', 'unsafeKey', 'the body must not have the property "__proto__"'],
  ]),
  invalid('a body nested too deeply', `${B}.create`, post(`{"a":${'['.repeat(100)}${']'.repeat(100)}}`), [
    ['body', '', 'depth', 'the body must not be nested deeper than 64'],
  ]),
  ok('an array of DTOs', `${B}.createAll`, post([USER, USER], '/bodies/list'), { count: 2, areCreateUsers: true }),
  ok('an empty array of DTOs', `${B}.createAll`, post('[]', '/bodies/list'), { count: 0, areCreateUsers: true }),
  invalid('an element that breaks a rule', `${B}.createAll`, post([USER, { ...USER, age: -1 }, 7], '/bodies/list'), [
    ['body', '1.age', 'min', 'age must not be less than 0'],
    ['body', '2', 'object', '2 must be an object'],
  ]),
  invalid('an object where an array is wanted', `${B}.createAll`, post(USER, '/bodies/list'), [
    ['body', '', 'array', 'the body must be an array'],
  ]),
  ok('an optional body that is missing', `${B}.optional`, { path: '/bodies/optional' }, { given: false }),
  ok('an optional body that is there', `${B}.optional`, post(USER, '/bodies/optional'), { given: true }),
  ok('any JSON value', `${B}.any`, post('[1,"a",null]', '/bodies/any'), { input: [1, 'a', null] }),
  invalid('any JSON value, which must be there', `${B}.any`, { path: '/bodies/any' }, [
    ['body', '', 'required', 'the body is required'],
  ]),
  ok('an array of anything', `${B}.anyList`, post('[1,"a",null,{}]', '/bodies/any-list'), {
    input: [1, 'a', null, {}],
  }),
  invalid('an object where an array of anything is wanted', `${B}.anyList`, post({}, '/bodies/any-list'), [
    ['body', '', 'array', 'the body must be an array'],
  ]),
  ok('a text body', `${B}.text`, post('not {json}', '/bodies/text'), { text: 'not {json}' }),
  ok(
    'properties of a body',
    `${B}.parts`,
    post({ name: 'Ann', age: 3, ok: false, born: '2026-01-01', big: '0', tags: ['a'] }, '/bodies/parts'),
    { name: 'Ann', age: 3, ok: false, born: '2026-01-01T00:00:00.000Z', big: '0', tags: ['a'] },
  ),
  ok(
    'text that says what is no JSON number',
    `${B}.parts`,
    post({ name: 'Infinity', age: 3, ok: false, born: '2026-01-01', big: '0', tags: ['-1e999'] }, '/bodies/parts'),
    { name: 'Infinity', age: 3, ok: false, born: '2026-01-01T00:00:00.000Z', big: '0', tags: ['-1e999'] },
  ),
  invalid(
    'properties of the wrong type',
    `${B}.parts`,
    post({ name: 1, age: '3', ok: 'false', born: 'x', big: 1.5, tags: ['a', 2], note: 5 }, '/bodies/parts'),
    [
      ['body', 'name', 'string', 'name must be a string'],
      ['body', 'age', 'number', 'age must be a number'],
      ['body', 'ok', 'boolean', 'ok must be a boolean'],
      ['body', 'born', 'date', 'born must be a date'],
      ['body', 'big', 'bigint', 'big must be a bigint'],
      ['body', 'tags.1', 'string', 'tags.1 must be a string'],
      ['body', 'note', 'string', 'note must be a string'],
    ],
  ),
  invalid(
    'properties of a body that is no object',
    `${B}.parts`,
    post('7', '/bodies/parts'),
    ['name', 'age', 'ok', 'born', 'big', 'tags'].map((name): [string, string, string, string] => [
      'body',
      name,
      'required',
      `${name} is required`,
    ]),
  ),
];

const reply = (
  name: string,
  path: string,
  status: number,
  body?: unknown,
  headers?: Record<string, string>,
): ConformanceCase => ({
  name,
  route: `${R}.${name}`,
  request: { path: `/replies/${path}` },
  status,
  ...(body === undefined ? {} : { body }),
  ...(headers === undefined ? {} : { headers }),
});

const REPLIES: readonly ConformanceCase[] = [
  reply('object', 'object', 200, { text: 'é', nested: [1, null, true] }, JSON_TYPE),
  reply('text', 'text', 200, 'plain é', { 'content-type': 'text/plain; charset=utf-8' }),
  reply('number', 'number', 200, 7, JSON_TYPE),
  reply('no', 'false', 200, false, JSON_TYPE),
  reply('emptyText', 'empty-text', 200, '', { 'content-type': 'text/plain; charset=utf-8' }),
  reply('bytes', 'bytes', 200, 'AAH+/w==', { 'content-type': 'application/octet-stream' }),
  reply('nothing', 'nothing', 204),
  reply('nil', 'null', 204),
  reply('noContent', 'no-content', 204),
  reply('accepted', 'accepted', 202),
  reply(
    'headers',
    'headers',
    200,
    { typed: true },
    { 'cache-control': 'no-store', 'content-type': 'application/vnd.example+json' },
  ),
  reply('later', 'later', 200, { later: true }, JSON_TYPE),
  reply('called', 'called', 200, { text: 'é', nested: [1, null, true] }, JSON_TYPE),
  reply('calledLater', 'called-later', 200, { later: true }, JSON_TYPE),
  reply('calledBack', 'called-back', 201, { back: true }, JSON_TYPE),
  reply('noPromise', 'no-promise', 200, Object.fromEntries([['then', 'text']]), JSON_TYPE),
  reply('calledInVain', 'called-in-vain', 400, { title: 'Bad Request', status: 400 }, PROBLEM_TYPE),
  reply('head', 'head', 204),
  reply('options', 'options', 204, undefined, { allow: 'GET, OPTIONS' }),
  { ...reply('any', 'any', 200, { any: true }), request: { path: '/replies/any', method: 'PUT' } },
  reply('notFound', 'not-found', 404, { title: 'Not Found', status: 404, detail: 'no such thing' }, PROBLEM_TYPE),
  reply(
    'conflict',
    'conflict',
    409,
    {
      type: 'https://example.com/problems/taken',
      title: 'Conflict',
      status: 409,
      detail: 'taken',
      instance: '/things/7',
      owner: 'ann',
    },
    { ...PROBLEM_TYPE, 'retry-after': '5' },
  ),
  reply('teapot', 'teapot', 418, { title: "I'm a teapot", status: 418, detail: 'short and stout' }, PROBLEM_TYPE),
  reply('bad', 'bad', 400, { title: 'Bad Request', status: 400 }, PROBLEM_TYPE),
  reply('unexpected', 'unexpected', 500, { title: 'Internal Server Error', status: 500 }, PROBLEM_TYPE),
  reply('thrownText', 'thrown-text', 500, { title: 'Internal Server Error', status: 500 }, PROBLEM_TYPE),
  reply('thrownNothing', 'thrown-nothing', 500, { title: 'Internal Server Error', status: 500 }, PROBLEM_TYPE),
];

const WIRING: readonly ConformanceCase[] = [
  ok(
    'one instance of each dependency, and the class that @Inject names',
    `${W}.shared`,
    { path: '/wiring/shared' },
    { same: true, now: '2026-01-01', special: '2027-01-01' },
  ),
  ok('fields of a dependency', `${W}.count`, { path: '/wiring/count' }, { difference: 1 }),
  ok(
    'a route of a base class that calls an overridden method',
    `${W}.item`,
    { path: '/wiring/items/7' },
    { id: '7', kind: 'wired', label: 'base 7 of wired' },
  ),
  ok(
    'an overriding method, with the route it overrides',
    `${W}.items`,
    { path: '/wiring/items', query: 'limit=4' },
    { limit: 4, kind: 'wired', overridden: true },
  ),
];

/** Rows about the same thing have the same source, but for those with their own. */
const from = (source: string, rows: readonly ConformanceCase[]): ConformanceCase[] =>
  rows.map((row) => ({ source, ...row }));

/** The one table of what a handler must answer. */
export const CASES: readonly ConformanceCase[] = [
  ...from('docs/controllers.md; failures as RFC 9457, 3.2 has them', VALUES),
  ...from('docs/controllers.md; RFC 8259; typestack/class-validator README', BODIES),
  ...from('RFC 9110, 15; RFC 9457, 3', REPLIES),
  ...from('docs/architecture.md: one instance of each injectable class', WIRING),
  ...PARAMETERS,
];
