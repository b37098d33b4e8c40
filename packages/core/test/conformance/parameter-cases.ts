/** What parameters take: enums, lists, forms, files, schemas and the caller. */
import type { ConformanceCase } from './cases.js';

type Request = ConformanceCase['request'];
type FailureRow = readonly [place: string, path: string, constraint: string, message: string];
interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const [F, L, S, A] = ['FormsController', 'ListsController', 'SchemasController', 'AuthController'];
const RFC9110 = 'https://www.rfc-editor.org/rfc/rfc9110';
const RFC7578 = 'https://www.rfc-editor.org/rfc/rfc7578';
const URLENCODED = 'https://url.spec.whatwg.org/#urlencoded-parsing';
const STANDARD_SCHEMA = 'https://standardschema.dev';
const OWN = 'docs/controllers.md';

const to = (
  route: string,
  source: string,
  rows: readonly (readonly [
    name: string,
    request: Request,
    answer: Answer,
    authorizer?: ConformanceCase['authorizer'],
  ])[],
): ConformanceCase[] =>
  rows.map(([name, request, answer, authorizer]) => ({
    name,
    route,
    source,
    request,
    ...answer,
    ...(authorizer === undefined ? {} : { authorizer }),
  }));

const ok = (body: unknown): Answer => ({ status: 200, body });

const invalid = (...failures: readonly FailureRow[]): Answer => ({
  status: 400,
  headers: { 'content-type': 'application/problem+json' },
  body: {
    title: 'Bad Request',
    status: 400,
    detail: 'The request is not valid.',
    errors: failures.map(([place, path, constraint, message]) => ({ in: place, path, message, constraint })),
  },
});

const badRequest = (detail: string): Answer => ({ status: 400, body: { title: 'Bad Request', status: 400, detail } });

const unsupported = (accept: string): Answer => ({
  status: 415,
  headers: { 'content-type': 'application/problem+json', accept },
  body: { title: 'Unsupported Media Type', status: 415, detail: `The body must be of type ${accept}.` },
});

const unauthorized: Answer = {
  status: 401,
  headers: { 'www-authenticate': 'Bearer' },
  body: { title: 'Unauthorized', status: 401, detail: 'The caller is not known.' },
};

const of = (path: string, type: string | undefined, body: Request['body'], more: Partial<Request> = {}): Request => ({
  path,
  ...(body === undefined ? {} : { body }),
  ...(type === undefined ? {} : { headers: { 'content-type': type } }),
  ...more,
});

const utf8 = (text: string) => new TextEncoder().encode(text);

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=x';

/** A multipart body of parts that are written as they are. */
const parts = (...written: readonly string[]) =>
  utf8(`${written.map((part) => `--x\r\n${part}\r\n`).join('')}--x--\r\n`);
const field = (name: string, value: string) => `content-disposition: form-data; name="${name}"\r\n\r\n${value}`;
const file = (name: string, filename: string, type: string, text: string) =>
  `Content-Disposition: form-data; name="${name}"; filename="${filename}"\r\nContent-Type: ${type}\r\n\r\n${text}`;

const ENUMS = [
  ...to(`${L}.enums`, OWN, [
    ['no enum values: defaults', { path: '/lists/enums' }, ok({ order: 'asc' })],
    [
      'values of enums, by what they are on the wire',
      { path: '/lists/enums', query: 'order=desc&level=2&size=1', headers: { 'x-order': 'asc' } },
      ok({ order: 'desc', level: 2, size: 1, header: 'asc' }),
    ],
    [
      'an empty text that is one of the values',
      { path: '/lists/enums', query: 'size=' },
      ok({ order: 'asc', size: '' }),
    ],
    [
      'values that no enum has, nor the names of its numbers',
      { path: '/lists/enums', query: 'order=up&level=High&level=2&size=2', headers: { 'x-order': 'ASC' } },
      invalid(
        ['query', 'order', 'enum', 'order must be one of: asc, desc'],
        ['query', 'level', 'single', 'level must be given once'],
        ['query', 'size', 'enum', 'size must be one of: s, 1, '],
        ['header', 'x-order', 'enum', 'x-order must be one of: asc, desc'],
      ),
    ],
    [
      'the name of a numeric enum member is not its value',
      { path: '/lists/enums', query: 'level=High' },
      invalid(['query', 'level', 'enum', 'level must be one of: 1, 2']),
    ],
  ]),
  ...to(`${L}.enumBody`, OWN, [
    [
      'enums in a body, numbers as JSON numbers',
      { path: '/lists/enums', body: { order: 'asc', levels: [1, 2] } },
      ok({ order: 'asc', levels: [1, 2] }),
    ],
    [
      'enums in a body that do not hold',
      { path: '/lists/enums', body: { order: null, levels: [1, '2', 3] } },
      invalid(
        ['body', 'order', 'enum', 'order must be one of: asc, desc'],
        ['body', 'levels.1', 'enum', 'levels.1 must be one of: 1, 2'],
        ['body', 'levels.2', 'enum', 'levels.2 must be one of: 1, 2'],
      ),
    ],
  ]),
];

const LISTS = [
  ...to(`${L}.values`, OWN, [
    ['no values', { path: '/lists/values' }, ok({})],
    [
      'commas in lists whose elements cannot have one, and repeats',
      { path: '/lists/values', query: 'id=1,2&id=3&flag=true,false&big=1,2&day=2026-01-01,2026-01-02&order=asc,desc' },
      ok({
        ids: [1, 2, 3],
        flags: [true, false],
        bigs: ['1', '2'],
        days: ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'],
        orders: ['asc', 'desc'],
      }),
    ],
    [
      'a comma in text stays, other separators are as asked for',
      { path: '/lists/values', query: 'text=a,b&text=c&path=a|b,c&odd=a,b&odd=c' },
      ok({ texts: ['a,b', 'c'], paths: ['a', 'b,c'], odd: ['a,b', 'c'] }),
    ],
    [
      'elements that are not of their kind, by their position',
      { path: '/lists/values', query: 'id=1,,x&order=asc,up' },
      invalid(
        ['query', 'id.1', 'number', 'id.1 must be a number'],
        ['query', 'id.2', 'number', 'id.2 must be a number'],
        ['query', 'order.1', 'enum', 'order.1 must be one of: asc, desc'],
      ),
    ],
  ]),
  ...to(`${L}.headers`, `${RFC9110}#section-5.6.1`, [
    [
      'lists in headers: white space and empty elements are nothing, quoted commas are text',
      {
        path: '/lists/headers',
        headers: { 'if-none-match': '"a,b" , W/"c",, "d', 'x-ids': ' 1 ,2,', 'x-words': 'a b' },
      },
      ok({ etags: ['"a,b"', 'W/"c"', '"d'], ids: [1, 2], words: ['a', 'b'] }),
    ],
    ['a repeated header', { path: '/lists/headers', headers: { 'x-ids': ['1', '2, 3'] } }, ok({ ids: [1, 2, 3] })],
  ]),
  ...to(`${L}.headerDto`, `${RFC9110}#section-5.6.1`, [
    [
      'lists in headers as properties of a DTO',
      { path: '/lists/header-dto', headers: { accept: 'text/html, */*', ids: '1 , 2' } },
      ok({ accept: ['text/html', '*/*'], ids: [1, 2] }),
    ],
    [
      'elements that break its rules',
      { path: '/lists/header-dto', headers: { accept: 'a', ids: '1,x' } },
      invalid(['header', 'ids', 'isInt', 'each value in ids must be an integer number']),
    ],
  ]),
  ...to(`${L}.path`, OWN, [
    ['a list in the path', { path: '/lists/of/1,2' }, ok({ ids: [1, 2] })],
    [
      'a list in the path that does not hold',
      { path: '/lists/of/1,b' },
      invalid(['path', 'ids.1', 'number', 'ids.1 must be a number']),
    ],
  ]),
  ...to(`${L}.drawing`, 'https://github.com/typestack/class-transformer#providing-more-than-one-type-option', [
    [
      'a discriminated DTO and a list of nested ones',
      { path: '/lists/drawing', body: { main: { kind: 'circle', radius: 2 }, squares: [{ kind: 'square', side: 3 }] } },
      ok({ kind: 'circle', area: 13, squares: [9] }),
    ],
    [
      'the other class, and what is wrong in it',
      { path: '/lists/drawing', body: { main: { kind: 'square', radius: 2 }, squares: [{ side: '3' }] } },
      invalid(
        ['body', 'main.side', 'isNumber', 'side must be a number conforming to the specified constraints'],
        ['body', 'squares.0.side', 'isNumber', 'side must be a number conforming to the specified constraints'],
      ),
    ],
  ]),
];

const FORMS = [
  ...to(`${F}.dto`, URLENCODED, [
    [
      'a form as a DTO, coerced like a query string',
      of('/forms/dto', FORM, 'title=a+b%26%C3%A9&stars=5&draft=true&ids=1,2&ids=3&days=2026-01-01&tags=x&evil=1'),
      ok({
        input: {
          title: 'a b&é',
          stars: 5,
          draft: true,
          ids: [1, 2, 3],
          days: ['2026-01-01T00:00:00.000Z'],
          tags: ['x'],
        },
        isNewPost: true,
      }),
    ],
    [
      'a form with a charset',
      of('/forms/dto', 'Application/X-WWW-Form-Urlencoded;charset=UTF-8', 'title=a'),
      ok({ input: { title: 'a' }, isNewPost: true }),
    ],
    [
      'a form that breaks rules',
      of('/forms/dto', FORM, 'title=&stars=9&draft=yes&ids=1,x'),
      invalid(
        ['body', 'title', 'isLength', 'title must be longer than or equal to 1 characters'],
        ['body', 'stars', 'max', 'stars must not be greater than 5'],
        ['body', 'draft', 'isBoolean', 'draft must be a boolean value'],
        ['body', 'ids', 'isInt', 'each value in ids must be an integer number'],
      ),
    ],
    ['no form', of('/forms/dto', FORM, undefined), invalid(['body', '', 'required', 'the body is required'])],
    [
      'a form field named __proto__',
      of('/forms/dto', FORM, 'title=a&__proto__=1'),
      invalid(['body', '', 'unsafeKey', 'the body must not have the property "__proto__"']),
    ],
    ['JSON where a form is wanted', of('/forms/dto', 'application/json', '{"title":"a"}'), unsupported(FORM)],
  ]),
  ...to(`${F}.fields`, URLENCODED, [
    [
      'fields of a form',
      of('/forms/fields', FORM, 'title=?&count=1e3&ids=1,2&tag=a,b&tag=c&level=low&extra=1'),
      ok({ title: '?', count: 1000, ids: [1, 2], tags: ['a,b', 'c'], level: 'low', extra: '1' }),
    ],
    [
      'fields that are missing, repeated or of another type',
      of('/forms/fields', FORM, 'count=x&level=mid&extra=1&extra=2'),
      invalid(
        ['body', 'title', 'required', 'title is required'],
        ['body', 'count', 'number', 'count must be a number'],
        ['body', 'level', 'enum', 'level must be one of: low, high'],
      ),
    ],
  ]),
  ...to(`${F}.any`, URLENCODED, [
    [
      'all fields, unchecked',
      of('/forms/any', FORM, '?a=1&b=2&b=3&constructor=x'),
      ok({ input: { '?a': '1', b: ['2', '3'], constructor: 'x' } }),
    ],
    ['no fields', of('/forms/any', FORM, undefined), invalid(['body', '', 'required', 'the body is required'])],
  ]),
  ...to(`${F}.upload`, RFC7578, [
    [
      'text fields and files',
      of(
        '/forms/upload',
        MULTIPART,
        parts(
          field('title', 'a\r\n--b é'),
          file('avatar', 'a%22b.png', 'image/png', 'bytes\r\n'),
          file('photos', '1.txt', 'text/plain', ''),
          file('photos', '2.txt', 'text/plain', '2'),
        ),
      ),
      ok({
        title: 'a\r\n--b é',
        avatar: { name: 'a"b.png', type: 'image/png', size: 7, text: 'bytes\r\n', isFile: true },
        photos: [
          { name: '1.txt', type: 'text/plain', size: 0, text: '', isFile: true },
          { name: '2.txt', type: 'text/plain', size: 1, text: '2', isFile: true },
        ],
      }),
    ],
    [
      'files that are missing, repeated or only text',
      of(
        '/forms/upload',
        MULTIPART,
        parts(field('photos', 'text'), file('avatar', 'a', 'text/plain', '1'), file('avatar', 'b', 'text/plain', '2')),
      ),
      invalid(
        ['body', 'title', 'required', 'title is required'],
        ['file', 'avatar', 'single', 'avatar must be given once'],
      ),
    ],
    [
      'a file input without a file',
      of('/forms/upload', MULTIPART, parts(field('title', 't'), file('avatar', '', 'application/octet-stream', ''))),
      invalid(['file', 'avatar', 'required', 'avatar is required']),
    ],
    [
      'no boundary',
      of('/forms/upload', 'multipart/form-data', parts()),
      badRequest('The multipart body is malformed: its Content-Type has no boundary.'),
    ],
    [
      'no end',
      of('/forms/upload', MULTIPART, utf8('--x\r\n')),
      badRequest('The multipart body is malformed: it has no end.'),
    ],
    [
      'a part without a name',
      of('/forms/upload', MULTIPART, parts('content-type: text/plain\r\n\r\n')),
      badRequest('The multipart body is malformed: a part has no name.'),
    ],
    ['a form where files are wanted', of('/forms/upload', FORM, 'title=a'), unsupported('multipart/form-data')],
    [
      'no body where files are wanted',
      of('/forms/upload', undefined, undefined),
      invalid(['body', 'title', 'required', 'title is required'], ['file', 'avatar', 'required', 'avatar is required']),
    ],
  ]),
  ...to(`${F}.uploadDto`, RFC7578, [
    [
      'text fields as a DTO',
      of('/forms/upload-dto', MULTIPART, parts(field('title', 'a'), field('stars', '4'), field('ids', '1'))),
      ok({ input: { title: 'a', stars: 4, ids: [1] } }),
    ],
    [
      'a field named __proto__',
      of('/forms/upload-dto', MULTIPART, parts(field('__proto__', 'a'), file('__proto__', 'a', 'text/plain', ''))),
      invalid(['body', '', 'unsafeKey', 'the body must not have the property "__proto__"']),
    ],
  ]),
  ...to(`${F}.either`, `${RFC9110}#section-8.3`, [
    [
      'JSON where it may be a form',
      { path: '/forms/either', body: { name: 'Ann', age: 18 } },
      ok({ input: { name: 'Ann', age: 18 }, age: 18, isSignUp: true }),
    ],
    [
      'a form where it may be JSON',
      of('/forms/either', FORM, 'name=Ann&age=18'),
      ok({ input: { name: 'Ann', age: 18 }, age: 18, isSignUp: true }),
    ],
    [
      'multipart where it may be JSON',
      of('/forms/either', MULTIPART, parts(field('name', 'Ann'), field('age', '18'))),
      ok({ input: { name: 'Ann', age: 18 }, age: 18, isSignUp: true }),
    ],
    [
      'JSON that has text for a number, which a form would',
      { path: '/forms/either', body: { name: 'Ann', age: '18' } },
      invalid(
        ['body', 'age', 'min', 'age must not be less than 18'],
        ['body', 'age', 'isInt', 'age must be an integer number'],
        ['body', 'age', 'number', 'age must be a number'],
      ),
    ],
    [
      'no body and no type',
      of('/forms/either', undefined, undefined),
      invalid(['body', '', 'required', 'the body is required'], ['body', 'age', 'required', 'age is required']),
    ],
    [
      'another type',
      of('/forms/either', 'text/csv', 'a'),
      unsupported('application/json, application/x-www-form-urlencoded, multipart/form-data'),
    ],
  ]),
  ...to(`${F}.formOrJson`, `${RFC9110}#section-8.3`, [
    [
      'a file where it may be JSON',
      of('/forms/form-or-json', MULTIPART, parts(file('file', 'a', 'text/plain', 'x')), { query: 'q=1' }),
      ok({ file: { name: 'a', type: 'text/plain', size: 1, text: 'x', isFile: true }, q: '1' }),
    ],
    [
      'JSON has no files',
      { path: '/forms/form-or-json', body: { file: 'x' } },
      invalid(['file', 'file', 'required', 'file is required']),
    ],
    [
      'malformed JSON where it may be a file',
      of('/forms/form-or-json', 'application/json', '{'),
      badRequest('The request body is not valid JSON.'),
    ],
  ]),
  ...to(`${F}.bytes`, `${RFC9110}#section-8.3`, [
    ['bytes of any type', of('/forms/bytes', 'text/x-any', 'aé'), ok({ bytes: [97, 195, 169], isBytes: true })],
    ['no bytes', of('/forms/bytes', undefined, undefined), invalid(['body', '', 'required', 'the body is required'])],
  ]),
  ...to(`${F}.image`, `${RFC9110}#section-15.5.16`, [
    ['bytes of a range of types', of('/forms/image', 'image/svg+xml', '<svg/>'), ok({ size: 6 })],
    ['bytes of another type', of('/forms/image', 'text/plain', 'x'), unsupported('image/*')],
  ]),
  ...to(`${F}.csv`, `${RFC9110}#section-15.5.16`, [
    ['text of one of some types', of('/forms/csv', 'text/csv; header=present', 'a\nb'), ok({ lines: ['a', 'b'] })],
    ['text of another type', of('/forms/csv', 'text/html', 'x'), unsupported('text/csv, text/plain')],
  ]),
  ...to(`${F}.mergePatch`, 'https://www.rfc-editor.org/rfc/rfc7396', [
    [
      'JSON of one type',
      of('/forms/merge-patch', 'application/merge-patch+json', '{"a":null}'),
      ok({ patch: { a: null } }),
    ],
    [
      'JSON of another type',
      of('/forms/merge-patch', 'application/json', '{}'),
      unsupported('application/merge-patch+json'),
    ],
  ]),
];

const JSON_TYPES = [
  ...to('BodiesController.any', `${RFC9110}#section-15.5.16`, [
    [
      'JSON of a type with a suffix',
      of('/bodies/any', 'application/vnd.api+json; charset=utf-8', '1'),
      ok({ input: 1 }),
    ],
    [
      'JSON sent as text, as forms of other sites can',
      of('/bodies/any', 'text/plain', '1'),
      unsupported('application/json'),
    ],
    ['JSON sent as a form', of('/bodies/any', FORM, '{}'), unsupported('application/json')],
    ['JSON without a type', of('/bodies/any', undefined, utf8('[1]')), ok({ input: [1] })],
    [
      'duplicate keys, of which the last counts, and huge numbers',
      of('/bodies/any', 'application/json', '{"a":1,"a":123456789012345678901234567890}'),
      ok({ input: { a: 1.2345678901234568e29 } }),
    ],
  ]),
];

const SCHEMAS = [
  ...to(`${S}.zod`, STANDARD_SCHEMA, [
    [
      'what zod makes of a body',
      { path: '/schemas/zod', body: { title: 'a', evil: 1 } },
      ok({ input: { title: 'a', tags: [] } }),
    ],
    [
      'issues with their paths',
      { path: '/schemas/zod', body: { title: '', tags: ['a', 1] } },
      invalid(
        ['body', 'title', 'too_small', 'Too small: expected string to have >=1 characters'],
        ['body', 'tags.1', 'invalid_type', 'Invalid input: expected string, received number'],
      ),
    ],
    ['a body that is missing', { path: '/schemas/zod' }, invalid(['body', '', 'required', 'the body is required'])],
    [
      'a hostile body',
      of('/schemas/zod', 'application/json', '{"title":"a","__proto__":{}}'),
      invalid(['body', '', 'unsafeKey', 'the body must not have the property "__proto__"']),
    ],
  ]),
  ...to(`${S}.valibot`, STANDARD_SCHEMA, [
    [
      'what valibot makes of a query',
      { path: '/schemas/valibot', query: 'tag=a&tag=b&x=1' },
      ok({ page: { limit: 20, tag: ['a', 'b'] } }),
    ],
    [
      'rules by their type',
      { path: '/schemas/valibot', query: 'limit=1.5&tag=a' },
      invalid(
        ['query', 'limit', 'integer', 'Invalid integer: Received 1.5'],
        ['query', 'tag', 'array', 'Invalid type: Expected Array but received "a"'],
      ),
    ],
  ]),
  ...to(`${S}.arktype`, STANDARD_SCHEMA, [
    [
      'what arktype makes of a body',
      { path: '/schemas/arktype', body: { name: 'Ann', age: 3 } },
      ok({ person: { name: 'Ann', age: 3 } }),
    ],
    [
      'rules by their code',
      { path: '/schemas/arktype', body: { name: 'Ann', age: '3' } },
      invalid(['body', 'age', 'domain', 'age must be a number (was a string)']),
    ],
  ]),
  ...to(`${S}.property`, STANDARD_SCHEMA, [
    [
      'one property by an asynchronous schema, and a default',
      { path: '/schemas/property', body: { name: 'Ann' } },
      ok({ name: 'Ann', limit: 20 }),
    ],
    [
      'values that do not hold, from two places',
      { path: '/schemas/property', query: 'limit=200', body: { name: 'taken' } },
      invalid(
        ['body', 'name', 'custom', 'is taken'],
        ['query', 'limit', 'too_big', 'Too big: expected number to be <=100'],
      ),
    ],
  ]),
  ...to(`${S}.optional`, STANDARD_SCHEMA, [
    ['an optional body that is missing', { path: '/schemas/optional' }, ok({})],
    [
      'an optional body that is there',
      { path: '/schemas/optional', body: { title: 'a' } },
      ok({ input: { title: 'a', tags: [] } }),
    ],
  ]),
  ...to(`${S}.places`, STANDARD_SCHEMA, [
    [
      'schemas for every place',
      { path: '/schemas/places/7', headers: { 'X-Tenant': 't', 'x-day': '2026-01-01' }, cookies: ['session=s'] },
      ok({ path: { id: 7 }, headers: { 'x-tenant': 't' }, cookies: { session: 's' }, day: '2026-01-01' }),
    ],
    [
      'failures from every place at once',
      { path: '/schemas/places/x', headers: { 'x-day': 'soon' } },
      invalid(
        ['path', 'id', 'invalid_type', 'Invalid input: expected number, received NaN'],
        ['header', 'x-tenant', 'invalid_type', 'Invalid input: expected string, received undefined'],
        ['header', 'x-day', 'invalid_format', 'Invalid ISO date'],
      ),
    ],
  ]),
  ...to(`${S}.form`, STANDARD_SCHEMA, [
    [
      'a form as the schema gets it: text, arrays where repeated',
      of('/schemas/form', FORM, 'title=a&tags=x&tags=y&n=5'),
      ok({ input: { title: 'a', tags: ['x', 'y'] }, n: 5 }),
    ],
    [
      'no form',
      of('/schemas/form', FORM, undefined),
      invalid(['body', '', 'required', 'the body is required'], ['body', 'n', 'required', 'n is required']),
    ],
  ]),
];

const jwt = (claims: object, scopes: readonly string[] | null = null) => ({ jwt: { claims, scopes } });

const AUTH = [
  ...to(`${A}.all`, 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html', [
    ['nobody', { path: '/auth/all' }, ok({ claims: {}, scopes: [], context: {} })],
  ]),
  ...to(
    `${A}.claims`,
    'observed: JWT authorizers of HTTP APIs write arrays as [a b], Cognito authorizers of REST APIs as a,b',
    [
      [
        'claims of a token',
        { path: '/auth/claims' },
        ok({ sub: 'ann', age: 30, groups: ['admin', 'dev'], plan: 'paid' }),
        {
          'http-api': jwt({ sub: 'ann', age: '30', groups: '[admin dev]', plan: 'paid' }),
          'rest-api': { claims: { sub: 'ann', age: '30', groups: 'admin,dev', plan: 'paid' } },
        },
      ],
      [
        "a Lambda authorizer's context",
        { path: '/auth/claims' },
        ok({ sub: 'ann', age: 30, groups: ['admin', 'dev'] }),
        {
          'http-api': { lambda: { sub: 'ann', age: 30, groups: ['admin', 'dev'] } },
          'rest-api': { principalId: 'x', sub: 'ann', age: '30', groups: 'admin, dev' },
        },
      ],
      [
        'claims of another type',
        { path: '/auth/claims' },
        invalid(
          ['auth', 'age', 'number', 'age must be a number'],
          ['auth', 'plan', 'enum', 'plan must be one of: free, paid'],
        ),
        {
          'http-api': jwt({ age: 'x', plan: 'y' }),
          'rest-api': { claims: { age: 'x', plan: 'y' } },
        },
      ],
      ['no claims', { path: '/auth/claims' }, ok({})],
    ],
  ),
  ...to(`${A}.schema`, STANDARD_SCHEMA, [
    [
      'a claim by a schema, and one of any form',
      { path: '/auth/schema' },
      ok({ sub: 'ann', address: 'x' }),
      { 'http-api': jwt({ sub: 'ann', address: 'x' }), 'rest-api': { claims: { sub: 'ann', address: 'x' } } },
    ],
    [
      'a claim that the schema refuses',
      { path: '/auth/schema' },
      invalid(['auth', 'sub', 'too_small', 'Too small: expected string to have >=3 characters']),
      { 'http-api': jwt({ sub: 'a' }), 'rest-api': { claims: { sub: 'a' } } },
    ],
  ]),
  ...to(`${A}.required`, `${RFC9110}#section-15.5.2`, [
    ['nobody where somebody has to be', { path: '/auth/required' }, unauthorized],
    [
      'a caller without the claim',
      { path: '/auth/required' },
      unauthorized,
      { 'http-api': jwt({ aud: 'x' }), 'rest-api': { claims: { aud: 'x' } } },
    ],
    [
      'a caller with the claim',
      { path: '/auth/required' },
      ok({ sub: 'ann' }),
      { 'http-api': jwt({ sub: 'ann' }), 'rest-api': { claims: { sub: 'ann' } } },
    ],
  ]),
  ...to(`${A}.requiredCaller`, `${RFC9110}#section-15.5.2`, [
    ['nobody where somebody has to be', { path: '/auth/required-caller' }, unauthorized],
    [
      'somebody',
      { path: '/auth/required-caller' },
      ok({ sub: 'ann' }),
      { 'http-api': jwt({ sub: 'ann' }), 'rest-api': { claims: { sub: 'ann' } } },
    ],
  ]),
  ...to(`${A}.signal`, OWN, [
    [
      'a signal, and a key that no middleware has set',
      { path: '/auth/signal' },
      ok({ isSignal: true, aborted: false }),
    ],
  ]),
];

export const PARAMETERS: readonly ConformanceCase[] = [
  ...ENUMS,
  ...LISTS,
  ...FORMS,
  ...JSON_TYPES,
  ...SCHEMAS,
  ...AUTH,
];
