import { type AnsweredError, PROBLEM } from './problem.js';
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
  readonly headers?: Readonly<Record<string, string>>;
  /** What led to it; kept on the error and never sent. */
  readonly cause?: unknown;
}

/**
 * An error that is answered with its status and an RFC 9457 problem document.
 *
 * @example
 * throw new HttpError(409, 'the title is taken', { type: 'https://example.com/problems/taken' });
 */
export class HttpError extends Error implements AnsweredError {
  readonly #options: HttpErrorOptions;

  /**
   * @param status an error status, 400 to 599
   * @param detail what went wrong, for the client to read
   * @throws {TypeError} when a header has a line break (RFC 9110, 5.5), which would let a client's text add headers
   */
  constructor(
    readonly status: number,
    readonly detail?: string,
    options: HttpErrorOptions = {},
  ) {
    super(
      detail ?? options.title ?? STATUS_TITLES[status],
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.name = 'HttpError';
    this.#options = options;
    for (const [name, value] of Object.entries(options.headers ?? {}))
      if (/[\r\n\0]/.test(name + value)) throw new TypeError(`the header ${JSON.stringify(name)} has a line break`);
  }

  get [PROBLEM](): AnsweredError[typeof PROBLEM] {
    const { type, title, instance, extensions, headers } = this.#options;
    const members = {
      type,
      title: title ?? STATUS_TITLES[this.status] ?? 'Error',
      status: this.status,
      detail: this.detail,
      instance,
    };
    // extensions stand last and change none of these; JSON leaves undefined members out
    const details = { ...members, ...extensions, ...members };
    return {
      details: details as AnsweredError[typeof PROBLEM]['details'],
      ...(headers === undefined ? {} : { headers }),
    };
  }
}
