import type { Auth } from './auth.js';
import type { Values } from './front-door.js';

/** The request that a handler answers, the same from every front door. */
export interface HttpRequest<TEvent = unknown> {
  /** The request method in upper case. */
  readonly method: string;
  /** The path that the route's template describes, decoded: without stage and base path, with a trailing slash that was sent. */
  readonly path: string;
  /**
   * The absolute URL that the client asked for, with stage and query string.
   *
   * Of an HTTP API's custom domain, payload 2.0 does not tell the API mapping; it is missing here.
   */
  readonly url: string;
  /** Path parameters, decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
  /** Query string values, decoded; a repeated one is an array. */
  readonly query: Values;
  /** Headers by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Cookies by name. */
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** The body as text; undefined when there is none. */
  readonly body: string | undefined;
  /** The body as bytes; undefined when there is none. */
  readonly bytes: Uint8Array | undefined;
  /** What the authorizer found out about the caller. */
  readonly auth: Auth;
  /** The client's address. */
  readonly sourceIp: string;
  /** What the front door calls the request in its logs. */
  readonly requestId: string;
  /** The stage's name; undefined where there is none, or `$default`. */
  readonly stage: string | undefined;
  /** Variables of the stage; empty where there are none. */
  readonly stageVariables: Readonly<Record<string, string>>;
  /** The Lambda event itself. */
  readonly event: TEvent;
  /**
   * Makes a web-standard request of it (WHATWG Fetch).
   *
   * @example
   * const form = await request.toWebRequest().formData();
   */
  toWebRequest(): Request;
}

/** How each property of a request is read from an event. */
export type RequestReaders<TEvent> = {
  readonly [TName in Exclude<keyof HttpRequest, 'event' | 'toWebRequest'>]: (event: TEvent) => HttpRequest[TName];
};

/** Makes a request whose properties are read from the event when they are first asked for. */
export function lazyRequest<TEvent>(readers: RequestReaders<TEvent>, event: TEvent): HttpRequest<TEvent> {
  const request = { event, toWebRequest: () => toWebRequest(request as HttpRequest) };
  for (const [name, read] of Object.entries(readers)) {
    Object.defineProperty(request, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = read(event);
        Object.defineProperty(request, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return request as HttpRequest<TEvent>;
}

/** Only here are `Request` and `Headers` touched: their first use loads undici, 25 ms on Node 20. */
function toWebRequest({ url, method, headers, bytes }: HttpRequest): Request {
  const fields = Object.entries(headers).map(([name, value]): [string, string] => [name, toByteString(value)]);
  const hasBody = bytes !== undefined && method !== 'GET' && method !== 'HEAD';
  return new Request(url, { method, headers: fields, ...(hasBody ? { body: bytes as Uint8Array<ArrayBuffer> } : {}) });
}

/** Fetch takes header values as bytes, one to a character (WHATWG Infra, isomorphic encode); what is no byte is sent as UTF-8. */
const toByteString = (value: string): string =>
  /[^\0-\xff]/.test(value) ? Buffer.from(value).toString('latin1') : value;
