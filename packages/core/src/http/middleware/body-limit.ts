import type { Middleware } from '../context.js';
import { ContentTooLarge } from '../http-errors.js';
import { text } from '../values.js';

/**
 * Answers 413 when the body of a request is longer; it is measured without being decoded.
 *
 * @param bytes the most that a body may have
 * @throws {RangeError} when that is no whole number
 * @example
 * const small = bodyLimit(100_000);
 */
export function bodyLimit(bytes: number): Middleware {
  if (!Number.isInteger(bytes) || bytes < 0)
    throw new RangeError(`the limit of bodyLimit() is ${bytes}, not a number of bytes`);
  return ({ request }, next) => {
    if (lengthOf(request.event as Body | undefined) > bytes)
      throw new ContentTooLarge(`The request body has more than ${bytes} bytes.`);
    return next();
  };
}

/** What the events of all front doors have. */
interface Body {
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
}

/** The padding of base64 is counted out. */
const lengthOf = (event: Body | undefined): number =>
  Buffer.byteLength(text(event?.body), event?.isBase64Encoded ? 'base64' : 'utf8');
