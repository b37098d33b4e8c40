import type { GatewayRequest } from '../../../src/testing/index.js';
import { type Answered, empty, json, problem, type ReplyRow, text, UNEXPECTED } from '../reply-row.js';
import { FETCH_CORS } from '../sources.js';
import type { Topic } from '../topics.js';

const negotiation = (
  name: string,
  source: string,
  method: string,
  request: Partial<GatewayRequest>,
  answer: Answered,
  covers: readonly Topic[] = [],
  more: Partial<ReplyRow> = {},
): ReplyRow => ({ name, source, route: `NegotiationController.${method}`, request, answer, covers, ...more });

const TAG = '"LqEQIadapTq-Sa2u9dpW-msFwf4cnWb6X-dErZBvn2Q"';
const IF_NONE_MATCH = 'RFC 9110, 13.1.2';
const tagged = (etag: string): Answered => text('tagged', { etag });
const asked = (name: string, value: string): Partial<GatewayRequest> => ({ headers: { [name]: value } });

/** Conditional requests. */
export const TAGS: readonly ReplyRow[] = [
  negotiation('an entity tag of the body', 'RFC 9110, 8.8.3', 'tagged', {}, tagged(TAG)),
  negotiation('304 to who has it', IF_NONE_MATCH, 'tagged', asked('if-none-match', TAG), empty(304, { etag: TAG }), [
    '204 and 304 without body',
  ]),
  negotiation(
    '304 to who has it among others',
    IF_NONE_MATCH,
    'tagged',
    asked('If-None-Match', `"other", ${TAG}`),
    empty(304, { etag: TAG }),
    ['204 and 304 without body'],
  ),
  negotiation(
    '304 compares weakly',
    'RFC 9110, 8.8.3.2',
    'tagged',
    asked('if-none-match', `W/${TAG}`),
    empty(304, { etag: TAG }),
  ),
  negotiation('304 to an asterisk', IF_NONE_MATCH, 'tagged', asked('if-none-match', '*'), empty(304, { etag: TAG })),
  negotiation('200 to who has another', IF_NONE_MATCH, 'tagged', asked('if-none-match', '"other"'), tagged(TAG)),
  negotiation(
    'a weak entity tag of JSON',
    'RFC 9110, 8.8.1',
    'weak',
    {},
    {
      ...json({ a: 1 }, { etag: 'W/"AVq9f1zFei3ZS3WQ8ErYCEJzkF7jPsXOvq5iJ2qX-GI"' }),
    },
  ),
  negotiation(
    'a tag of the method’s own, with a comma; 304 keeps what guides caches',
    'RFC 9110, 15.4.5',
    'ownTag',
    asked('if-none-match', '"v,1"'),
    empty(304, { etag: '"v,1"', 'cache-control': 'max-age=60' }),
    ['204 and 304 without body'],
  ),
  negotiation(
    '412 where If-Match wants another',
    'RFC 9110, 13.1.1',
    'tagged',
    asked('if-match', '"other"'),
    problem(412, 'Precondition Failed', 'The resource is not what If-Match names.'),
  ),
  negotiation(
    '412 where If-Match compares strongly',
    'RFC 9110, 13.1.1 and 8.8.3.2',
    'tagged',
    asked('if-match', `W/${TAG}`),
    problem(412, 'Precondition Failed', 'The resource is not what If-Match names.'),
  ),
  negotiation('If-Match that matches', 'RFC 9110, 13.1.1', 'tagged', asked('if-match', TAG), tagged(TAG)),
  negotiation(
    'no tag for what is not GET or HEAD',
    'RFC 9110, 13.2.1',
    'taggedAny',
    { method: 'POST', ...asked('if-none-match', TAG) },
    text('tagged'),
  ),
  negotiation(
    'HEAD has the tag of GET',
    'RFC 9110, 9.3.2',
    'taggedAny',
    { method: 'HEAD' },
    { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8', etag: TAG } },
    ['HEAD without body'],
  ),
  negotiation('no tag for a stream', 'RFC 9110, 8.8.3', 'taggedStream', {}, text('a'), ['streams']),
];

const LONG = 'a'.repeat(100);
const VARY = { vary: 'accept-encoding' };
const CODINGS = 'RFC 9110, 12.5.3';

/** Compression. */
export const COMPRESSION: readonly ReplyRow[] = [
  negotiation(
    'gzip where it is accepted',
    CODINGS,
    'compressed',
    asked('accept-encoding', 'deflate, gzip;q=0.5'),
    {
      status: 200,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'content-encoding': 'gzip', ...VARY },
      gzip: LONG,
    },
    ['binary by type or encoding'],
  ),
  negotiation('not where the client asks for none', CODINGS, 'compressed', {}, text(LONG, VARY)),
  negotiation(
    'not where it is refused',
    CODINGS,
    'compressed',
    asked('accept-encoding', 'gzip;q=0, *'),
    text(LONG, VARY),
  ),
  negotiation(
    'not where it is liked less than nothing',
    'RFC 9110, 12.5.3: identity',
    'compressed',
    asked('accept-encoding', 'gzip;q=0.1, identity'),
    text(LONG, VARY),
  ),
  negotiation(
    'not what is short',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-enable-compression.html: minimumCompressionSize',
    'short',
    asked('accept-encoding', 'gzip'),
    {
      ...text('short'),
    },
  ),
  negotiation(
    'not what is compressed already',
    'RFC 9110, 8.4',
    'compressedImage',
    asked('accept-encoding', 'gzip'),
    { status: 200, headers: { 'content-type': 'image/png' }, base64: 'AQID' },
    ['binary by type or encoding'],
  ),
  negotiation(
    'not what must not be transformed',
    'RFC 9111, 5.2.2.6',
    'notTransformed',
    asked('accept-encoding', 'gzip'),
    {
      ...text(LONG, { 'cache-control': 'no-transform' }),
    },
  ),
];

const ACCEPT = 'RFC 9110, 12.5.1';
const CSV = text('a,b', { 'content-type': 'text/csv; charset=utf-8', vary: 'accept' });
const JSON_ANSWER = json({ a: 'b' }, { vary: 'accept' });

/** Content negotiation. */
export const TYPES: readonly ReplyRow[] = [
  negotiation('the first type where the client says nothing', ACCEPT, 'produced', {}, JSON_ANSWER),
  negotiation('the type that is asked for', ACCEPT, 'produced', asked('accept', 'text/csv'), CSV, [
    'content type kept or defaulted',
  ]),
  negotiation(
    'the type that is liked best',
    ACCEPT,
    'produced',
    asked('accept', 'application/json;q=0.2, text/*;q=0.9'),
    CSV,
  ),
  negotiation('the first of types liked alike', ACCEPT, 'produced', asked('accept', '*/*'), JSON_ANSWER),
  negotiation('a type that is refused', ACCEPT, 'produced', asked('accept', 'application/json;q=0, */*'), CSV),
  negotiation(
    '406 where no type is accepted',
    'RFC 9110, 15.5.7',
    'produced',
    asked('accept', 'image/png'),
    problem(406, 'Not Acceptable', 'The answer is one of application/json, text/csv.', { vary: 'accept' }),
  ),
];

const CACHES = 'https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches';
const CHECK = 'https://fetch.spec.whatwg.org/#concept-cors-check';
const SHOP = 'https://shop.example';
const from = (origin: string, more: GatewayRequest['headers'] = {}): Partial<GatewayRequest> => ({
  headers: { origin, ...more },
});
const preflight = (origin: string, method: string, headers?: string): Partial<GatewayRequest> => ({
  method: 'OPTIONS',
  headers: {
    origin,
    'access-control-request-method': method,
    ...(headers === undefined ? {} : { 'access-control-request-headers': headers }),
  },
});
const shop = (headers: Readonly<Record<string, string>>): Answered =>
  text('shop', { vary: 'accept, origin', ...headers });
const ALLOWED = {
  'access-control-allow-origin': SHOP,
  'access-control-allow-credentials': 'true',
};
const PREFLIGHT = empty(204, {
  vary: 'origin',
  ...ALLOWED,
  'access-control-allow-methods': 'GET, PUT',
  'access-control-allow-headers': 'x-token',
  'access-control-max-age': '600',
});

/** Cross-origin requests. */
export const CORS: readonly ReplyRow[] = [
  negotiation('any origin', FETCH_CORS, 'open', from(SHOP), text('open', { 'access-control-allow-origin': '*' }), [
    'CORS matching',
  ]),
  negotiation(
    'any origin, and none',
    `${CACHES}: an answer that is the same for all needs no Vary`,
    'open',
    {},
    text('open', { 'access-control-allow-origin': '*' }),
    ['CORS without Origin', 'CORS Vary'],
  ),
  negotiation('no Origin: no CORS headers but Vary', CACHES, 'shop', {}, shop({}), [
    'CORS without Origin',
    'CORS Vary',
  ]),
  negotiation(
    'an origin that matches, with credentials and exposed headers',
    'https://fetch.spec.whatwg.org/#cors-protocol-and-credentials',
    'shop',
    from(SHOP),
    shop({ ...ALLOWED, 'access-control-expose-headers': 'x-total, etag' }),
    ['CORS matching', 'CORS credentials', 'CORS Vary'],
  ),
  negotiation(
    'an origin that matches an expression',
    FETCH_CORS,
    'shop',
    from('https://my.shop.example'),
    shop({
      ...ALLOWED,
      'access-control-allow-origin': 'https://my.shop.example',
      'access-control-expose-headers': 'x-total, etag',
    }),
    ['CORS matching'],
  ),
  negotiation('an origin that does not match', FETCH_CORS, 'shop', from('https://evil.example'), shop({}), [
    'CORS not matching',
    'CORS Vary',
  ]),
  negotiation(
    'an origin that only begins alike',
    'CWE-942',
    'shop',
    from('https://shop.example.evil.example'),
    shop({}),
    ['CORS not matching'],
  ),
  negotiation('the origin null', 'https://fetch.spec.whatwg.org/#origin-header', 'shop', from('null'), shop({}), [
    'CORS not matching',
  ]),
  negotiation(
    'an origin in another case',
    'RFC 6454, 6.2: serialized in lower case',
    'shop',
    from('https://SHOP.example'),
    {
      ...shop({}),
    },
    ['CORS not matching'],
  ),
  negotiation(
    'a preflight',
    'https://fetch.spec.whatwg.org/#cors-preflight-request',
    'shop',
    preflight(SHOP, 'PUT', 'x-token'),
    PREFLIGHT,
    ['CORS matching', 'CORS credentials'],
  ),
  negotiation(
    'a preflight for a method that is not listed: the browser refuses by the list',
    'https://fetch.spec.whatwg.org/#cors-preflight-fetch',
    'shop',
    preflight(SHOP, 'DELETE'),
    PREFLIGHT,
    ['preflight with an unlisted method'],
  ),
  negotiation(
    'a preflight for a header that is not listed: the browser refuses by the list',
    'https://fetch.spec.whatwg.org/#cors-preflight-fetch',
    'shop',
    preflight(SHOP, 'PUT', 'x-other'),
    PREFLIGHT,
    ['preflight with an unlisted header'],
  ),
  negotiation(
    'a preflight from an origin that does not match',
    CHECK,
    'shop',
    preflight('https://evil.example', 'PUT'),
    empty(204, { vary: 'origin' }),
    ['CORS not matching', 'CORS Vary'],
  ),
  negotiation(
    'OPTIONS without Access-Control-Request-Method is no preflight',
    'https://fetch.spec.whatwg.org/#cors-preflight-request',
    'shop',
    {
      method: 'OPTIONS',
      headers: { origin: SHOP },
    },
    shop({ ...ALLOWED, 'access-control-expose-headers': 'x-total, etag' }),
  ),
  negotiation(
    'a preflight on an OPTIONS route',
    'https://fetch.spec.whatwg.org/#cors-preflight-request',
    'preflight',
    preflight(SHOP, 'PUT'),
    empty(204, {
      vary: 'origin',
      'access-control-allow-origin': SHOP,
      'access-control-allow-methods': 'GET, HEAD, PUT, PATCH, POST, DELETE',
      'access-control-allow-headers': 'authorization, content-type',
    }),
    ['CORS matching'],
  ),
  negotiation(
    'an error has CORS headers too, or scripts could not read it',
    CHECK,
    'shopError',
    from(SHOP),
    { ...UNEXPECTED, headers: { ...UNEXPECTED.headers, vary: 'origin', 'access-control-allow-origin': SHOP } },
    ['CORS matching', 'thrown Error'],
    { logs: 'secret' },
  ),
];

/** Security headers and limits. */
export const GUARDS: readonly ReplyRow[] = [
  negotiation(
    'security headers; the method’s own win, false leaves out',
    'helmetjs/helmet README',
    'secured',
    {},
    {
      ...text('secured', {
        'content-security-policy': "default-src 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'origin-agent-cluster': '?1',
        'referrer-policy': 'origin',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'x-dns-prefetch-control': 'off',
        'x-download-options': 'noopen',
        'x-frame-options': 'DENY',
        'x-permitted-cross-domain-policies': 'none',
      }),
    },
    ['header values with commas and semicolons'],
  ),
  negotiation('a body of just the limit', 'RFC 9110, 15.5.14', 'limited', { body: 'éabc' }, json({ text: 'éabc' }), [
    'unicode lengths',
  ]),
  negotiation(
    '413 for a body over the limit, in bytes and not in characters',
    'RFC 9110, 15.5.14',
    'limited',
    { body: 'éabcd' },
    problem(413, 'Content Too Large', 'The request body has more than 5 bytes.'),
    ['unicode lengths'],
  ),
  negotiation(
    '413 for a body over the limit, in base64',
    'RFC 9110, 15.5.14; RFC 4648, 4',
    'limited',
    { body: 'abcdef', headers: { 'content-type': 'application/octet-stream' } },
    problem(413, 'Content Too Large', 'The request body has more than 5 bytes.'),
    ['base64 and text bodies'],
  ),
  negotiation(
    'a body of just the limit, in base64',
    'RFC 4648, 4: padding is not content',
    'limited',
    {
      body: 'abcde',
      headers: { 'content-type': 'application/octet-stream' },
    },
    json({ text: 'abcde' }),
    ['base64 and text bodies'],
  ),
];
