/** What a client sends comes in as it was, and what is answered goes out as it was, through every front door. */
import fc from 'fast-check';
import * as anyDoor from '../../src/http/any-door.js';
import { cookie } from '../../src/http/cookie.js';
import { reply } from '../../src/http/replies.js';
import { toReply } from '../../src/http/reply.js';
import type { GatewayRequest } from '../../src/testing/index.js';
import { DOOR, DOORS, type DoorName } from './doors.js';

const ROUTE = { method: 'ANY', path: '/things/{id}/{rest+}' };

const requestOf = (door: DoorName, request: Partial<GatewayRequest>) => {
  const event = DOOR[door].event({ method: 'POST', path: '/things/a/b', ...request }, ROUTE, {
    binaryMediaTypes: ['*/*'],
  });
  return anyDoor.request(event, ROUTE);
};

/** Any text that UTF-8 can hold, often of the characters that encodings are about. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('%', '2', 'F', '+', ' ', '&', '=', ',', ';', '/', '?', '#', '.', '"', '\\', 'é', '😊'),
  }),
  fc.constantFrom('__proto__', 'constructor', 'toString', '%2F', '%252F', '%zz', '\ufeff'),
);
const token = fc.string({ unit: fc.constantFrom(..."abcxyz019!#$%&'*+.^_`|~-"), minLength: 1, maxLength: 8 });
/** What a header field can hold (RFC 9110, 5.5), and more characters than a client could send. */
const field = text.map((value) => value.replace(/[\r\n\0]/g, ''));
const uniquely = <TValue>(name: fc.Arbitrary<string>, value: fc.Arbitrary<TValue>) =>
  fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 6 });
const plain = (values: object): unknown => ({ ...values });

describe.each(DOORS)('%s', (door) => {
  it('gives the query values that were sent', () => {
    fc.assert(
      fc.property(uniquely(text, fc.array(text, { minLength: 1, maxLength: 3 })), (entries) => {
        const query = Object.fromEntries(entries);
        const expected = Object.fromEntries(
          entries.map(([name, values]) => [
            name,
            values.length === 1 || door === 'alb-single' ? values.at(-1) : values,
          ]),
        );
        expect(plain(requestOf(door, { query }).query)).toEqual(expected);
      }),
    );
  });

  it('gives the cookies that were sent', () => {
    fc.assert(
      fc.property(uniquely(token, text), (entries) => {
        const cookies = entries.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
        expect(plain(requestOf(door, { cookies }).cookies)).toEqual(Object.fromEntries(entries));
      }),
    );
  });

  it('gives the header fields that were sent', () => {
    fc.assert(
      fc.property(uniquely(token, fc.array(field, { minLength: 1, maxLength: 3 })), (entries) => {
        const headers = Object.fromEntries(entries.map(([name, values]) => [`X-${name}`, values]));
        const expected = Object.fromEntries(
          entries.map(([name, values]) => [`x-${name}`, door === 'alb-single' ? values.at(-1) : values.join(',')]),
        );
        const given = requestOf(door, { headers }).headers;
        expect(Object.fromEntries(Object.keys(expected).map((name) => [name, given[name]]))).toEqual(expected);
      }),
    );
  });

  it('gives the path parameters that were sent', () => {
    const segment = text.filter((value) => value !== '');
    fc.assert(
      fc.property(segment, fc.array(segment, { minLength: 1, maxLength: 3 }), (id, rest) => {
        const path = `/things/${[id, ...rest].map(encodeURIComponent).join('/')}`;
        const request = requestOf(door, { path });
        expect(plain(request.pathParameters)).toEqual({ id, rest: rest.join('/') });
        expect(request.path).toBe(`/things/${id}/${rest.join('/')}`);
      }),
    );
  });

  it('gives the text and the bytes that were sent', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.uint8Array()),
        fc.constantFrom('text/plain', 'image/png', 'application/json'),
        (body, type) => {
          fc.pre(typeof body === 'string' || type === 'image/png');
          const sent = Buffer.from(body as string);
          const request = requestOf(door, { body, headers: { 'content-type': type } });
          expect(request.bytes === undefined ? '' : Buffer.from(request.bytes).toString('hex')).toBe(
            sent.toString('hex'),
          );
          expect(request.body ?? '').toBe(sent.toString());
        },
      ),
    );
  });

  it('answers with the status, headers, cookies and body that were given', () => {
    const cookies = fc.array(fc.tuple(token, text), { maxLength: door === 'alb-single' ? 1 : 3 });
    const body = fc.oneof(text, fc.uint8Array());
    const status = fc.integer({ min: 200, max: 599 }).filter((value) => ![204, 205, 304].includes(value));
    fc.assert(
      fc.property(status, uniquely(token, field), cookies, body, (statusCode, entries, pairs, content) => {
        const headers = Object.fromEntries(entries.map(([name, value]) => [`X-${name}`, value]));
        const setCookie = pairs.map(([name, value]) => cookie(name, value));
        const answer = toReply(reply(statusCode, content, { ...headers, 'set-cookie': setCookie }));
        const event = DOOR[door].event({ method: 'GET', path: '/things/a/b' }, ROUTE, {});
        const result = readResult(JSON.parse(JSON.stringify(anyDoor.toResult(answer, event))) as Result);
        expect(result).toEqual({
          statusCode,
          headers: {
            'content-type': typeof content === 'string' ? 'text/plain; charset=utf-8' : 'application/octet-stream',
            ...Object.fromEntries(entries.map(([name, value]) => [`x-${name}`, value])),
          },
          cookies: setCookie,
          body: Buffer.from(content as string).toString('hex'),
        });
        // a browser sends what stands before the first semicolon
        for (const [index, [name, value]] of pairs.entries())
          expect(requestOf(door, { cookies: setCookie.slice(index, index + 1) }).cookies[name]).toBe(value);
      }),
    );
  });
});

interface Result {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** Reads a result object as front doors do. */
function readResult({ statusCode, headers, multiValueHeaders, cookies = [], body = '', isBase64Encoded }: Result) {
  const fields = [
    ...Object.entries(headers ?? {}),
    ...Object.entries(multiValueHeaders ?? {}).flatMap(([name, values]) =>
      values.map((value) => [name, value] as const),
    ),
  ];
  return {
    statusCode,
    headers: Object.fromEntries(fields.filter(([name]) => name !== 'set-cookie')),
    cookies: [...fields.filter(([name]) => name === 'set-cookie').map(([, value]) => value), ...cookies],
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8').toString('hex'),
  };
}
