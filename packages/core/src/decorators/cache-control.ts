/** Directives of a `Cache-Control` header in a response (RFC 9111, 5.2.2; RFC 5861; RFC 8246); seconds where they are numbers. */
export interface CacheControlOptions {
  readonly public?: boolean;
  readonly private?: boolean;
  readonly noStore?: boolean;
  readonly noCache?: boolean;
  readonly noTransform?: boolean;
  readonly mustRevalidate?: boolean;
  readonly proxyRevalidate?: boolean;
  readonly mustUnderstand?: boolean;
  readonly immutable?: boolean;
  readonly maxAge?: number;
  /** For shared caches. */
  readonly sMaxAge?: number;
  readonly staleWhileRevalidate?: number;
  readonly staleIfError?: number;
}

/**
 * Writes the value of a `Cache-Control` header.
 *
 * @throws {TypeError} for directives that contradict each other, or a number that is no whole number of seconds
 */
export function cacheControl(options: CacheControlOptions): string {
  if (options.public && options.private) throw new TypeError('@CacheControl cannot be both public and private');
  const directives = Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    // sMaxAge is written s-maxage, all others by their words
    const directive = name === 'sMaxAge' ? 's-maxage' : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (value === true) return [directive];
    if (!Number.isInteger(value) || value < 0)
      throw new TypeError(`@CacheControl's ${name} is ${value}; give a whole number of seconds`);
    return [`${directive}=${value}`];
  });
  if (directives.length === 0)
    throw new TypeError('@CacheControl has no directive; give one, for example { noStore: true }');
  return directives.join(', ');
}
