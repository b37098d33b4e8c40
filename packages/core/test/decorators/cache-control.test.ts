import { cacheControl } from '../../src/decorators/cache-control.js';

describe('cacheControl', () => {
  it.each([
    [{ maxAge: 60 }, 'max-age=60'],
    [{ public: true, maxAge: 0, sMaxAge: 300 }, 'public, max-age=0, s-maxage=300'],
    [{ noStore: true }, 'no-store'],
    [{ private: true, noCache: true, mustRevalidate: true, noStore: false }, 'private, no-cache, must-revalidate'],
    [
      { immutable: true, staleWhileRevalidate: 30, staleIfError: 60 },
      'immutable, stale-while-revalidate=30, stale-if-error=60',
    ],
  ])('%j is written %s', (options, value) => {
    expect(cacheControl(options)).toBe(value);
  });

  it.each([
    [{ public: true, private: true }, '@CacheControl cannot be both public and private'],
    [{ maxAge: -1 }, "@CacheControl's maxAge is -1; give a whole number of seconds"],
    [{ maxAge: 0.5 }, "@CacheControl's maxAge is 0.5; give a whole number of seconds"],
    [{}, '@CacheControl has no directive; give one, for example { noStore: true }'],
  ])('%j is refused', (options, message) => {
    expect(() => cacheControl(options)).toThrow(new TypeError(message));
  });
});
