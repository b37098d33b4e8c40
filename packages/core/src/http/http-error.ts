import type { Reply } from './front-door.js';
import { type CheckedHeaders, type ReplyHeaders, readHeaders } from './header.js';
import { type LogContext, logError } from './problem.js';
import { type OwnReply, TO_REPLY } from './reply.js';
import { STATUS_TITLES } from './status-title.js';

/** What else an {@link HttpError} may say. */
export interface HttpErrorOptions {
  /**
   * URI that identifies the kind of problem (RFC 9457, 3.1.1).
   * @default none, which means about:blank: the status says it all
   */
  readonly type?: string;
  /** @default the status's reason phrase */
  readonly title?: string;
  /** URI that identifies this occurrence. */
  readonly instance?: string;
  /** Further members of the problem details. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Headers of the answer, for example `retry-after`. */
  readonly headers?: ReplyHeaders;
  /** What led to it; kept on the error and never sent. */
  readonly cause?: unknown;
}

/** What every error with an answer is: its class, or whoever makes it, knows the title of its status. */
export class ProblemError extends Error implements OwnReply {
  readonly #title: string;
  readonly #options: HttpErrorOptions;
  readonly #headers: CheckedHeaders;

  constructor(
    readonly status: number,
    title: string,
    readonly detail?: string,
    options: HttpErrorOptions = {},
  ) {
    super(detail ?? options.title ?? title, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'HttpError';
    this.#title = title;
    this.#options = options;
    this.#headers = readHeaders(options.headers ?? {});
  }

  /** @throws {RangeError} when the status is not 400 to 599 */
  [TO_REPLY](lambda?: LogContext): Reply {
    const { status, detail } = this;
    if (!Number.isInteger(status) || status < 400 || status > 599)
      throw new RangeError(`${status} is not the status of an error`);
    const { type, title = this.#title, instance, extensions } = this.#options;
    const members = { type, title, status, detail, instance };
    const { headers, cookies } = this.#headers;
    const reply: Reply = {
      statusCode: status,
      headers: { ...headers, 'content-type': 'application/problem+json' },
      // extensions stand last and change none of the members; JSON leaves undefined ones out
      body: JSON.stringify({ ...members, ...extensions, ...members }),
    };
    if (cookies) reply.cookies = [...cookies];
    // its cause would be lost
    if (status >= 500) logError(this.message, this, lambda);
    return reply;
  }
}

/**
 * An error that is answered with its status and an RFC 9457 problem document; from 500 on it is logged, too.
 *
 * @example
 * throw new HttpError(409, 'the title is taken', { type: 'https://example.com/problems/taken' });
 */
export class HttpError extends ProblemError {
  /** Whether a value is an error with an answer, also one of a class that has the title of its status, as {@link NotFound}. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: it is inherited, and `this` is the class that was asked
    return this === HttpError ? value instanceof ProblemError : super[Symbol.hasInstance](value);
  }

  /**
   * @param status an error status, 400 to 599
   * @param detail what went wrong, for the client to read
   * @throws {TypeError} when a header could not be sent (RFC 9110, 5.5 and 5.6.2)
   */
  constructor(status: number, detail?: string, options?: HttpErrorOptions) {
    super(status, STATUS_TITLES[status] ?? 'Error', detail, options);
  }
}
