import type { Values } from './front-door.js';

/** The request that a handler answers, the same from every front door. */
export interface HttpRequest<TEvent = unknown> {
  /** The request method in upper case. */
  readonly method: string;
  /** The path as the front door tells it, without query string. */
  readonly path: string;
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
  /** The client's address. */
  readonly sourceIp: string;
  /** The Lambda event itself. */
  readonly event: TEvent;
}

type Readers<TEvent> = {
  readonly [TName in Exclude<keyof HttpRequest, 'event'>]: (event: TEvent) => HttpRequest[TName];
};

/** Makes a request whose properties are read from the event when they are first asked for. */
export function lazyRequest<TEvent>(readers: Readers<TEvent>, event: TEvent): HttpRequest<TEvent> {
  const request = { event };
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
