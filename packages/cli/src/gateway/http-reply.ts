import { validateHeaderName, validateHeaderValue } from 'node:http';

/** What goes back to the client. */
export interface HttpReply {
  readonly statusCode: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Values of the Set-Cookie headers. */
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

/** A result that API Gateway does not understand: it answers 500 and says no more. */
export class MalformedResult extends Error {
  override readonly name = 'MalformedResult';
}

/** The longest result in bytes that Lambda passes on: 6 MB and some room for what is around it. */
const MAX_PAYLOAD_BYTES = 6_291_556;

/** A reply of the gateway itself. */
export const gatewayReply = (statusCode: number, message: string): HttpReply => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: Buffer.from(JSON.stringify({ message })),
});

/**
 * Reads what a function returned as an HTTP API reads it, payload format 2.0.
 *
 * @param payload the result as JSON
 * @throws {@link MalformedResult} where API Gateway answers 500
 */
export const readResult = (payload: string): HttpReply => {
  check(Buffer.byteLength(payload) <= MAX_PAYLOAD_BYTES, `the result is longer than ${MAX_PAYLOAD_BYTES} bytes`);
  const result: unknown = JSON.parse(payload);
  if (isObject(result) && 'statusCode' in result) return readStructured(result);
  // Without a status code the whole result is the body: a string as it is, all else as the JSON that Lambda wrote.
  const body = Buffer.from(typeof result === 'string' ? result : payload);
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, cookies: [], body };
};

const readStructured = (result: Readonly<Record<string, unknown>>): HttpReply => {
  const { statusCode } = result;
  const isStatus = typeof statusCode === 'number' && Number.isInteger(statusCode) && statusCode >= 200;
  check(isStatus && statusCode <= 599, `statusCode is ${JSON.stringify(statusCode)}, not a number from 200 to 599`);
  const isBodiless = statusCode === 204 || statusCode === 304;
  const type: Record<string, string> = isBodiless ? {} : { 'content-type': 'text/plain; charset=utf-8' };
  return {
    statusCode,
    headers: { ...type, ...readHeaders(result.headers ?? {}) },
    cookies: readCookies(result.cookies ?? []),
    body: isBodiless ? Buffer.alloc(0) : readBody(result.body ?? '', result.isBase64Encoded === true),
  };
};

/** The gateway's own: a function cannot set how long the answer is or how it travels. */
const TRANSPORT_HEADERS = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const readHeaders = (headers: unknown): Record<string, string> => {
  check(isObject(headers), 'headers is not an object');
  const entries = Object.entries(headers).map(([name, value]) => {
    check(['string', 'number', 'boolean'].includes(typeof value), `headers.${name} is not a string`);
    checkHeader(name, String(value));
    return [name.toLowerCase(), String(value)] as const;
  });
  return Object.fromEntries(entries.filter(([name]) => !TRANSPORT_HEADERS.has(name)));
};

const readCookies = (cookies: unknown): readonly string[] => {
  check(Array.isArray(cookies), 'cookies is not an array');
  for (const cookie of cookies) {
    check(typeof cookie === 'string', 'cookies holds something that is not a string');
    checkHeader('set-cookie', cookie);
  }
  return cookies;
};

const readBody = (body: unknown, isBase64Encoded: boolean): Buffer => {
  check(typeof body === 'string', 'body is not a string; write JSON.stringify(body)');
  return Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
};

const checkHeader = (name: string, value: string): void => {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  } catch {
    throw new MalformedResult(`header ${JSON.stringify(name)} holds characters that HTTP does not allow`);
  }
};

function check(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new MalformedResult(otherwise);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
