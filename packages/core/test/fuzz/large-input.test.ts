/** Inputs far larger than a front door passes on: nothing may take time that grows faster than they do. */
import { preferredType, readAccept } from '../../src/http/accept.js';
import * as alb from '../../src/http/alb.js';
import { readAuth } from '../../src/http/authorizer.js';
import { requestKind } from '../../src/http/body-kind.js';
import { claimList } from '../../src/http/claim.js';
import { decodeBody, decodeCookies, decodePercent, decodeQuery } from '../../src/http/decode.js';
import { parseForm } from '../../src/http/form.js';
import { addVary } from '../../src/http/header.js';
import * as httpApi from '../../src/http/http-api.js';
import { checkJsonList, parseJson } from '../../src/http/json-body.js';
import { matchPath } from '../../src/http/match-path.js';
import { ofType } from '../../src/http/media-type.js';
import { compress } from '../../src/http/middleware/compress.js';
import { cors } from '../../src/http/middleware/cors.js';
import { etag } from '../../src/http/middleware/etag.js';
import { produces } from '../../src/http/middleware/produces.js';
import { parseMultipart } from '../../src/http/multipart.js';
import { encodePath, routePath } from '../../src/http/request-path.js';
import * as restApi from '../../src/http/rest-api.js';
import * as scalars from '../../src/http/scalar.js';
import { bindScalar } from '../../src/http/scalar.js';
import { splitCommas, splitHeader } from '../../src/http/split.js';
import { unsafeReason } from '../../src/http/unsafe.js';

const SIZE = 1_000_000;
/** Milliseconds of processor time: a busy machine adds none, going back and forth over a megabyte takes far more. */
const LIMIT = 10_000;
const processorTime = (): number => process.cpuUsage().user / 1000;

/** Repeats text up to a megabyte. */
const fill = (text: string, size = SIZE): string => text.repeat(Math.ceil(size / text.length));

/** Texts on which one parser or another has gone back and forth somewhere. */
const TEXTS: Readonly<Record<string, string>> = {
  letters: fill('a'),
  digits: `${fill('1')}x`,
  'digits and dots': `${fill('1.')}x`,
  zeros: `1e${fill('0')}`,
  blanks: `a${fill(' ')}b`,
  'blanks and an equals sign': `a${fill(' ')}= b`,
  tabs: `a;${fill('\t')}b`,
  'line breaks': fill('\r\n'),
  commas: fill(','),
  'commas and blanks': fill(', '),
  semicolons: fill(';'),
  'semicolons and blanks': fill('; '),
  'one quote': `"${fill('a')}`,
  quotes: fill('"'),
  'an odd number of quotes': `${fill('"')}"`,
  'quotes and commas': fill('",'),
  'escaped quotes': `"${fill('\\"')}`,
  backslashes: `"${fill('\\')}`,
  brackets: fill('['),
  'brackets and numbers': fill('[1'),
  'closing brackets': `[${fill(']:1')}x`,
  braces: fill('{'),
  'equals signs': fill('='),
  'percent signs': fill('%'),
  escapes: fill('%41'),
  'escapes that are not UTF-8': fill('%ff'),
  pluses: fill('+'),
  slashes: fill('/'),
  ampersands: fill('&'),
  pairs: fill('a=1&'),
  'pairs of many names': Array.from({ length: 100_000 }, (_, index) => `n${index}=1`).join('&'),
  cookies: fill('a=1; '),
  'cookies of many names': Array.from({ length: 80_000 }, (_, index) => `n${index}=1`).join('; '),
  'cookies in quotes': fill('a="1'),
  ranges: fill('a/b;q=0.5,'),
  'ranges with parameters': `a/b${fill(';c=d')}`,
  'many ranges': Array.from({ length: 80_000 }, (_, index) => `a/${index};q=0`).join(),
  weights: `a/b${fill(';q=')}`,
  tags: fill('W/"a",'),
  'tags without an end': fill('W/"'),
  'weak signs': fill('W/'),
  'half characters': fill('\ud800'),
  emoji: fill('\u{1f60a}'),
  boundary: fill(';boundary="'),
  boundaries: `multipart/form-data${fill('; boundary=')}`,
  addresses: fill('1.1.1.1:'),
  nulls: fill('\0'),
  dates: `2026-01-01T${fill('0')}`,
  'JSON, nested': `${fill('[', SIZE / 2)}${fill(']', SIZE / 2)}`,
  'JSON, nested objects': `${fill('{"a":', SIZE)}1${fill('}', SIZE / 5)}`,
  'JSON, flat': `[${fill('1,')}1]`,
  'JSON, many names': JSON.stringify(
    Object.fromEntries(Array.from({ length: 80_000 }, (_, index) => [`n${index}`, 1])),
  ),
  'JSON, a long number': fill('1'),
};

const template = '/a/{b}/{c+}';
const route = { method: 'GET', path: template };
const failures = () => [];
const place = { in: 'query', path: 'a' } as const;
const multi = (name: string, text: string) => ({ multiValueHeaders: { [name]: [text] } }) as never;

/** What is done with each text; what it throws does not matter here. */
const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  readAccept,
  preferredType: (text) => preferredType(text, ['application/json', 'text/html; charset=utf-8']),
  splitHeader,
  splitCommas,
  decodeCookies,
  decodePercent,
  decodeQuery,
  decodeBody: (text) => decodeBody(text, true),
  parseForm,
  parseJson,
  'parseJson and unsafeReason': (text) => unsafeReason(parseJson(text)),
  'parseJson and checkJsonList': (text) => checkJsonList(parseJson(text), scalars.number, place, failures()),
  number: (text) => bindScalar(text, scalars.number, place, failures()),
  bigint: (text) => bindScalar(text, scalars.bigint, place, failures()),
  date: (text) => bindScalar(text, scalars.date, place, failures()),
  boolean: (text) => bindScalar(text, scalars.boolean, place, failures()),
  requestKind: (text) => requestKind(text, ['application/json']),
  ofType: (text) => ofType('x', text, ['application/json', '*/*+json']),
  claimList,
  'the scopes of a token': (text) => readAuth({ claims: { scope: text } }),
  matchPath: (text) => matchPath(template, text),
  'matchPath below a parameter': (text) => matchPath(template, `/a/b/${text}`),
  routePath: (text) => routePath(text, route, { b: text, c: text }),
  encodePath,
  'query of an HTTP API': (text) => httpApi.query({ rawQueryString: text } as never),
  'query of a load balancer': (text) => alb.query({ queryStringParameters: { a: text } } as never),
  'cookies of an HTTP API': (text) => httpApi.cookies({ cookies: text.split('; ') } as never),
  'headers of a REST API': (text) => restApi.headers(multi('a', text)),
  'address behind a load balancer': (text) => alb.request(multi('x-forwarded-for', text), route).sourceIp,
  'request of a REST API': (text) =>
    restApi.request({ path: text, pathParameters: { b: text }, headers: { host: text } } as never, route).url,
  multipart: (text) => parseMultipart(Buffer.from(`--b\r\n${text}\r\n--b--`), 'multipart/form-data; boundary=b'),
  'content type of multipart': (text) => parseMultipart(Buffer.from('--b\r\n'), text),
  'boundary of multipart': (text) =>
    parseMultipart(Buffer.from(fill('a')), `multipart/form-data; boundary="${text.slice(0, 10_000)}"`),
  'header of a part': (text) =>
    parseMultipart(
      Buffer.from(
        `--b\r\ncontent-type: ${text}\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--b--`.replaceAll(
          '\0',
          '0',
        ),
      ),
      'multipart/form-data; boundary=b',
    ),
  'disposition of a part': (text) =>
    parseMultipart(
      Buffer.from(`--b\r\ncontent-disposition: form-data; ${text}; name="a"\r\n\r\n1\r\n--b--`),
      'multipart/form-data; boundary=b',
    ),
  vary: (text) => addVary({ vary: text }, 'accept'),
  compress: (text) => around(compress({ threshold: 1 }), { 'accept-encoding': text }),
  produces: (text) => around(produces(['application/json', 'text/csv']), { accept: text }),
  etag: (text) => around(etag(), { 'if-none-match': text }),
  'etag, If-Match': (text) => around(etag(), { 'if-match': text }),
  cors: (text) => around(cors({ origin: ['https://a.example'] }), { origin: text }),
};

/** Runs middleware around an answer. */
const around = (middleware: ReturnType<typeof cors>, headers: Record<string, string>): unknown =>
  middleware({ request: { method: 'GET', headers }, set: () => {} } as never, async () => ({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: 'x',
  }));

describe.each(Object.entries(PARSERS))('%s', (_name, parse) => {
  it('takes a megabyte of anything without quadratic time', async () => {
    const slow: string[] = [];
    for (const [name, text] of Object.entries(TEXTS)) {
      const start = processorTime();
      try {
        await parse(text);
      } catch {
        // refused
      }
      const time = processorTime() - start;
      if (time > LIMIT) slow.push(`${name}: ${Math.round(time)} ms`);
    }
    expect(slow).toEqual([]);
  });
});

it('parses many parts of multipart/form-data without quadratic time', () => {
  const part = '--b\r\ncontent-disposition: form-data; name="a"; filename="f"\r\n\r\n1\r\n';
  const start = processorTime();
  const form = parseMultipart(Buffer.from(`${fill(part)}--b--`), 'multipart/form-data; boundary=b');
  expect(form?.files.a?.length).toBeGreaterThan(10_000);
  expect(processorTime() - start).toBeLessThan(LIMIT);
});
