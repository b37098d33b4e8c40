/**
 * Whether text surely has a length within limits, as validator's `isLength` counts: it counts less than the code units only where
 * there are surrogates or variation selectors, all of which are above U+D7FF. Where this cannot tell, it says no.
 */
export function fits(value: string, minimum: number, maximum = Number.POSITIVE_INFINITY): boolean {
  if (value.length > maximum) return false;
  for (let index = 0; index < minimum; index++) if (!(value.charCodeAt(index) < 0xd800)) return false;
  return true;
}

/**
 * Whether text surely is an e-mail address that validator's `isEmail` takes with its default options: ASCII, at most 64 long, dots
 * between words. Each of its parts is a subset of what validator takes, none above 63 characters as the whole is not much longer; it
 * matches in linear time.
 */
export const isPlainEmail = (value: string): boolean => value.length <= 64 && PLAIN_EMAIL.test(value);

const PLAIN_EMAIL = /^[\w+-]+(?:\.[\w+-]+)*@(?:[a-zA-Z\d]+\.)+[a-zA-Z]{2,}$/;

/** Whether text surely is no e-mail address: ASCII without an `@`. On a lone surrogate, validator's `isEmail` throws. */
export const isNoEmail = (value: string): boolean => NO_EMAIL.test(value);

const NO_EMAIL = /^[\0-?A-\x7f]*$/;
