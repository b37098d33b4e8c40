import { securityHeaders } from '../../../src/http/middleware/security-headers.js';
import { reply } from '../../../src/http/replies.js';
import { contextOf, through } from '../context-of.js';

/** What helmet 8.3.0 sets without options. */
const HELMET = {
  'content-security-policy':
    "default-src 'self';base-uri 'self';font-src 'self' https: data:;form-action 'self';frame-ancestors 'self';img-src 'self' data:;object-src 'none';script-src 'self';script-src-attr 'none';style-src 'self' https: 'unsafe-inline';upgrade-insecure-requests",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

const headersOf = async (...options: Parameters<typeof securityHeaders>) =>
  (await through(securityHeaders(...options), contextOf(), () => undefined)).headers;

describe('securityHeaders', () => {
  it('adds what helmet adds', async () => {
    expect(await headersOf()).toEqual(HELMET);
  });

  it('takes other values, further headers, and leaves headers out', async () => {
    const { 'x-download-options': _, ...rest } = HELMET;
    expect(
      await headersOf({ 'X-Frame-Options': 'DENY', 'x-download-options': false, 'permissions-policy': 'camera=()' }),
    ).toEqual({ ...rest, 'x-frame-options': 'DENY', 'permissions-policy': 'camera=()' });
    expect(await headersOf({ 'x-frame-options': undefined } as never)).toEqual(HELMET);
  });

  it('keeps what the method has set', async () => {
    const method = () => reply(200, 'a', { 'Referrer-Policy': 'origin' });
    expect((await through(securityHeaders(), contextOf(), method)).headers['referrer-policy']).toBe('origin');
  });

  it('is on errors, too', async () => {
    const { headers } = await through(securityHeaders(), contextOf(), () => {
      throw reply(404);
    });
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  });

  it('refuses a value that could not be sent', () => {
    expect(() => securityHeaders({ 'x-frame-options': 'a\nb' })).toThrow(TypeError);
  });
});
