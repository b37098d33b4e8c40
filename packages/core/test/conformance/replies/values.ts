import { type Answered, bytes, empty, json, problem, type ReplyRow, text, UNEXPECTED } from '../reply-row.js';
import { observed, REST_API, REST_API_BINARY } from '../sources.js';
import type { Topic } from '../topics.js';

const DEFAULT_TYPE = observed('results: no content type given: each front door has a default of its own');
const NO_STATUS = observed('results: result without statusCode: 502 on REST APIs and load balancers');
const JSON_RFC = 'RFC 8259, 3';

const answers = (
  name: string,
  source: string,
  method: string,
  answer: Answered,
  covers: readonly Topic[] = [],
  more: Partial<ReplyRow> = {},
): ReplyRow => ({ name, source, route: `AnswersController.${method}`, answer, covers, ...more });

const TEXT = 'é ☕ 😊 \0 \u2028';

/** What methods return. */
export const VALUES: readonly ReplyRow[] = [
  answers(
    'text is text/plain in UTF-8, on every front door',
    DEFAULT_TYPE,
    'unicode',
    text(TEXT),
    ['strings', 'unicode lengths'],
    {
      results: {
        'http-api': { statusCode: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: TEXT },
        'http-api-v1': { statusCode: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: TEXT },
        'rest-api': { statusCode: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: TEXT },
        'function-url': { statusCode: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: TEXT },
        'alb-multi': {
          statusCode: 200,
          multiValueHeaders: { 'content-type': ['text/plain; charset=utf-8'] },
          body: TEXT,
        },
        'alb-single': { statusCode: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: TEXT },
      },
    },
  ),
  answers(
    'text with a content type of its own',
    DEFAULT_TYPE,
    'html',
    text('<p>é</p>', { 'content-type': 'text/html; charset=utf-8' }),
    ['content type kept or defaulted', 'header values with commas and semicolons'],
  ),
  answers(
    'text that is JSON already is not made JSON again',
    observed('a list that the table must cover: no double JSON'),
    'jsonText',
    text('{"already":"json"}', { 'content-type': 'application/json' }),
    ['no double JSON', 'content type kept or defaulted'],
  ),
  answers(
    'an array is JSON, also on HTTP APIs, which would take it as the body',
    NO_STATUS,
    'list',
    json([1, 'a', null, [], {}]),
    ['objects'],
  ),
  answers('an empty array is JSON', JSON_RFC, 'emptyList', json([]), ['objects', 'empty']),
  answers('an empty object is JSON', JSON_RFC, 'emptyObject', json({}), ['objects', 'empty']),
  answers('0 is JSON, not nothing', JSON_RFC, 'zero', json(0), ['empty']),
  answers('true is JSON', JSON_RFC, 'yes', json(true), ['objects']),
  answers('numbers that JSON has none for are null', 'ECMA-262, 25.5.2.5: SerializeJSONProperty', 'notFinite', {
    ...json([null, null, 0]),
  }),
  answers('dates are ISO 8601', 'ECMA-262, 21.4.4.37: Date.prototype.toJSON', 'date', {
    ...json({ at: '1970-01-01T00:00:00.000Z', only: '2026-01-01T00:00:00.000Z' }),
  }),
  answers('a date alone is JSON text', 'ECMA-262, 21.4.4.37', 'onlyDate', json('1970-01-01T00:00:00.000Z')),
  answers('big integers are text, since a JSON number would be read inexactly', 'RFC 8259, 6', 'big', {
    ...json({ id: '9007199254740993', list: ['1'] }),
  }),
  answers('a big integer alone is JSON text', 'RFC 8259, 6', 'onlyBig', json('9007199254740993')),
  answers('an object that says its own JSON', 'ECMA-262, 25.5.2.2', 'ownJson', json({ own: true }), ['objects']),
  answers('maps and sets are what JSON makes of them', 'ECMA-262, 25.5.2', 'map', json({ map: {}, set: {} })),
  answers('half a character is escaped', 'ECMA-262, 25.5.2.4: well-formed JSON.stringify', 'halfCharacter', {
    ...json({ half: '\ud83d' }),
  }),
  answers('a circle is an error, not a hang', 'ECMA-262, 25.5.2.5', 'circle', UNEXPECTED, ['thrown Error'], {
    logs: 'circular structure',
  }),
  answers('a function is an empty JSON answer', 'ECMA-262, 25.5.2: undefined for functions', 'function', {
    status: 200,
    headers: { 'content-type': 'application/json' },
  }),
  answers('a promise of a promise', 'ECMA-262, 27.2: promises flatten', 'resolved', text('later'), ['strings']),
  answers('a Buffer is bytes, not {"type":"Buffer"}', REST_API_BINARY, 'buffer', bytes('w6k='), [
    'Buffer',
    'binary by type or encoding',
  ]),
  answers('a view sends its own part of the buffer', 'ECMA-262, 23.2: typed arrays', 'partOfABuffer', bytes('AAEC'), [
    'Buffer',
  ]),
  answers('no bytes', REST_API_BINARY, 'emptyBytes', bytes(''), ['Buffer', 'empty']),
  answers(
    'bytes with a content type of their own',
    REST_API_BINARY,
    'image',
    bytes('iVBORw==', { 'content-type': 'image/png' }),
    ['binary by type or encoding', 'content type kept or defaulted'],
    {
      results: {
        'rest-api': {
          statusCode: 200,
          headers: { 'content-type': 'image/png' },
          body: 'iVBORw==',
          isBase64Encoded: true,
        },
        'alb-multi': {
          statusCode: 200,
          multiValueHeaders: { 'content-type': ['image/png'] },
          body: 'iVBORw==',
          isBase64Encoded: true,
        },
      },
    },
  ),
  answers('201 with Location', 'RFC 9110, 15.3.2', 'created', json({ id: '7' }, { location: '/answers/7' }, 201), [
    'objects',
  ]),
  answers('304 without a body, with its headers', 'RFC 9110, 15.4.5', 'notModified', empty(304, { etag: '"v1"' }), [
    '204 and 304 without body',
  ]),
  answers('205 without a body', 'RFC 9110, 15.3.6', 'reset', empty(205), ['204 and 304 without body']),
  answers(
    'commas and semicolons in headers',
    'RFC 8288, 3; RFC 6266, 4.1',
    'headerValues',
    text('x', {
      link: '</a>; rel="next", </b>; rel="last"',
      'content-disposition': 'attachment; filename="a, b.txt"',
      'x-upper': 'a;b,c',
    }),
    ['header values with commas and semicolons'],
  ),
  answers('a header that is no ASCII', 'RFC 9110, 5.5: obs-text', 'unicodeHeader', text('x', { 'x-name': 'Jürgen' })),
  answers(
    'Cache-Control by its directives',
    'RFC 9111, 5.2.2; RFC 5861, 3; RFC 8246, 2',
    'cached',
    text('x', { 'cache-control': 'public, max-age=300, s-maxage=600, stale-while-revalidate=30, immutable' }),
    ['header values with commas and semicolons'],
  ),
  answers('Cache-Control as text', 'RFC 9111, 5.2.2.5', 'cachedText', text('x', { 'cache-control': 'no-store' })),
  answers('a redirection without a body', 'RFC 9110, 15.4.9', 'moved', empty(308, { location: '/answers/list' }), [
    'redirects',
  ]),
  answers(
    'a redirection to another host is 302',
    'RFC 9110, 15.4.3',
    'found',
    empty(302, { location: 'https://example.com/?a=1&b=2' }),
    ['redirects'],
  ),
  answers(
    'a redirection that is returned, with a cookie that goes',
    'RFC 9110, 15.4.4 and 10.2.2: Location is a URI reference',
    'redirected',
    {
      ...empty(303, { location: '/login?next=/a%20b&name=%C3%A9' }),
      cookies: ['session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax'],
    },
    ['redirects', 'several cookies'],
  ),
  answers(
    'a redirection to a URL',
    'RFC 9110, 15.4.8; WHATWG URL',
    'redirectedToUrl',
    empty(307, { location: 'https://xn--exmple-cua.com/%C3%A4?b=%C3%BC' }),
    ['redirects'],
  ),
  answers('a redirection that is thrown', 'RFC 9110, 15.4.3', 'thrownRedirect', empty(302, { location: '/login' }), [
    'redirects',
  ]),
  answers('a redirection cannot add headers', 'CWE-113', 'redirectWithALineBreak', UNEXPECTED, ['redirects'], {
    logs: 'line break',
  }),
  answers(
    'reply(): its own status and headers before the route’s',
    'RFC 9110, 15.3.2',
    'replied',
    json({ id: 7 }, { 'x-route': 'route', 'x-both': 'reply', location: '/answers/7', 'x-number': '3' }, 201),
    ['objects'],
  ),
  answers('reply() without a body', 'RFC 9110, 15.5.5', 'repliedWithNothing', empty(404), ['empty']),
  answers('reply() with a content type', 'RFC 4180', 'repliedWithText', text('a,b', { 'content-type': 'text/csv' }), [
    'content type kept or defaulted',
  ]),
  answers(
    'reply() with bytes',
    'RFC 9110, 15.3.7',
    'repliedWithBytes',
    bytes('AQ==', { 'content-range': 'bytes 0-0/2' }, 206),
    ['Buffer'],
  ),
  answers('reply(204) leaves its body out', 'RFC 9110, 15.3.5', 'repliedWithABodyItCannotHave', empty(204), [
    '204 and 304 without body',
  ]),
  answers('a list as a header’s value', 'RFC 9110, 5.6.1', 'repliedWithAList', text('x', { vary: 'accept, origin' }), [
    'header values with commas and semicolons',
  ]),
  answers('a header cannot add others', 'CWE-113; RFC 9110, 5.5', 'repliedWithALineBreak', UNEXPECTED, [], {
    logs: 'line break',
  }),
  answers(
    'a status that no answer has',
    'RFC 9110, 15; a REST API answers 502',
    'repliedWithNoStatus',
    UNEXPECTED,
    [],
    {
      logs: '99 is not the status',
    },
  ),
  answers('a reply that is thrown', 'RFC 9110, 15.3.3', 'thrownReply', json({ queued: true }, {}, 202), ['objects']),
  answers(
    '@Returns sends what the class exposes, by the name it says',
    'typestack/class-transformer README: @Expose, @Exclude',
    'account',
    {
      ...json({ id: 7, displayName: 'Ann' }),
    },
  ),
  answers('@Returns of a list, where a value is missing', 'typestack/class-transformer README: @Expose', 'accounts', {
    ...json([
      { id: 7, displayName: 'Ann' },
      { id: 8, displayName: 'Bob' },
    ]),
  }),
  answers('@Returns of nothing', 'RFC 9110, 15.3.5', 'noAccount', empty(204), ['204 and 304 without body']),
  answers('@Returns of what reply() holds', 'typestack/class-transformer README: @Expose', 'repliedAccount', {
    ...json({ id: 7, displayName: 'Ann' }, {}, 201),
  }),
];

const COOKIE = 'session=a%20b%3Bc; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax';
const TWO = ['a=1; Path=/; HttpOnly; Secure; SameSite=Lax', 'b=2; Path=/b; HttpOnly; Secure; SameSite=Lax'];
const SET_COOKIE = observed(
  'results: several Set-Cookie: multiValueHeaders, cookies array, multi-value mode of load balancers',
);
const TYPE = 'text/plain; charset=utf-8';

const REFUSED: NonNullable<ReplyRow['except']>['alb-single'] = {
  because:
    'a target group without multi-value headers can send one Set-Cookie only; losing one silently would be worse',
  answer: UNEXPECTED,
  logs: 'turn on multi-value headers',
};

/** Cookies of answers. */
export const SET_COOKIES: readonly ReplyRow[] = [
  answers(
    'one cookie',
    SET_COOKIE,
    'oneCookie',
    { ...text('x'), cookies: [COOKIE] },
    ['cookies both ways', 'several cookies'],
    {
      results: {
        'http-api': { statusCode: 200, headers: { 'content-type': TYPE }, cookies: [COOKIE], body: 'x' },
        'http-api-v1': {
          statusCode: 200,
          headers: { 'content-type': TYPE },
          multiValueHeaders: { 'set-cookie': [COOKIE] },
          body: 'x',
        },
        'rest-api': {
          statusCode: 200,
          headers: { 'content-type': TYPE },
          multiValueHeaders: { 'set-cookie': [COOKIE] },
          body: 'x',
        },
        'function-url': { statusCode: 200, headers: { 'content-type': TYPE }, cookies: [COOKIE], body: 'x' },
        'alb-multi': {
          statusCode: 200,
          multiValueHeaders: { 'content-type': [TYPE], 'set-cookie': [COOKIE] },
          body: 'x',
        },
        'alb-single': { statusCode: 200, headers: { 'content-type': TYPE, 'set-cookie': COOKIE }, body: 'x' },
      },
    },
  ),
  answers(
    'a cookie with a comma in its date',
    'RFC 6265, 4.1.1',
    'cookieWithADate',
    {
      ...text('x'),
      cookies: ['a=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=Strict'],
    },
    ['header values with commas and semicolons', 'cookies both ways'],
  ),
  answers(
    'several cookies are never joined',
    SET_COOKIE,
    'severalCookies',
    { ...text('x'), cookies: TWO },
    ['several cookies'],
    {
      except: { 'alb-single': REFUSED },
      results: {
        'http-api': { statusCode: 200, headers: { 'content-type': TYPE }, cookies: TWO, body: 'x' },
        'rest-api': {
          statusCode: 200,
          headers: { 'content-type': TYPE },
          multiValueHeaders: { 'set-cookie': TWO },
          body: 'x',
        },
        'alb-multi': { statusCode: 200, multiValueHeaders: { 'content-type': [TYPE], 'set-cookie': TWO }, body: 'x' },
      },
    },
  ),
  {
    name: 'a cookie of an error',
    source: REST_API,
    covers: ['cookies both ways', 'thrown HttpError'],
    route: 'FailuresController.cookie',
    answer: { ...problem(401, 'Unauthorized', 'signed out'), cookies: ['session=; Max-Age=0'] },
  },
];
