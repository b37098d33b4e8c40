import fc from 'fast-check';
import { absoluteUrl, decodePath, encodePath, routePath } from '../../src/http/request-path.js';

describe('routePath', () => {
  it.each<[string, string, Record<string, string>, string]>([
    ['/users/7', '/users/{id}', { id: '7' }, '/users/7'],
    ['/users/7/', '/users/{id}', { id: '7' }, '/users/7/'],
    // a named stage (HTTP API), a base path (REST API), both
    ['/dev/users/7', '/users/{id}', { id: '7' }, '/users/7'],
    ['/v1/api/users/7/', '/users/{id}', { id: '7' }, '/users/7/'],
    ['/dev', '/', {}, '/'],
    ['/dev/', '/', {}, '/'],
    ['/', '/', {}, '/'],
    ['', '/', {}, '/'],
    // a stage that is called as the route is
    ['/users/users', '/users', {}, '/users'],
    ['/dev/files/a/b', '/files/{path+}', { path: 'a/b' }, '/files/a/b'],
    ['/dev/files/a/b/', '/files/{path+}', { path: 'a/b/' }, '/files/a/b/'],
    // a REST API leaves the slash out of the value
    ['/files/a/b/', '/files/{path+}', { path: 'a/b' }, '/files/a/b/'],
    ['/dev/files/', '/files/{path+}', { path: '' }, '/files/'],
    // HTTP APIs have decoded %2F
    ['/dev/users/a/b', '/users/{id}', { id: 'a/b' }, '/users/a/b'],
    ['/users', '/users/{id}', {}, '/users'],
    ['/dev/users/$1', '/users/{id}', { id: '$1' }, '/users/$1'],
  ])('of %s for %s with %j is %s', (path, template, parameters, expected) => {
    expect(routePath(path, { method: 'GET', path: template }, parameters)).toBe(expected);
  });

  it('finds the route whatever stands in front', () => {
    const segment = fc.stringMatching(/^[\w.~-]{1,8}$/);
    fc.assert(
      fc.property(fc.array(segment), segment, fc.boolean(), (front, id, hasSlash) => {
        const own = `/users/${id}/posts${hasSlash ? '/' : ''}`;
        const path = front.map((part) => `/${part}`).join('') + own;
        expect(routePath(path, { method: 'GET', path: '/users/{id}/posts' }, { id })).toBe(own);
      }),
    );
  });
});

describe('encodePath', () => {
  it.each([
    ['/a b/☕', '/a%20b/%E2%98%95'],
    ['/100%/a?b#c', '/100%25/a%3Fb%23c'],
    ['/\ud800', '/%EF%BF%BD'],
  ])('writes %j as %j', (path, encoded) => {
    expect(encodePath(path)).toBe(encoded);
  });

  it('is undone by decodePath', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (path) => {
        expect(decodePath(encodePath(path))).toBe(path);
      }),
    );
  });
});

describe('decodePath', () => {
  it('decodes each segment once, and leaves what is not valid', () => {
    expect(decodePath('/a%20b/%zz/%252F/')).toBe('/a b/%zz/%2F/');
  });
});

describe('absoluteUrl', () => {
  it.each([
    [{ headers: { host: 'a.test:8080', 'x-forwarded-proto': 'http' } }, 'http://a.test:8080/x?y=1'],
    [{ headers: { host: 'a.test', 'x-forwarded-proto': 'https' }, domainName: 'b.test' }, 'https://a.test/x?y=1'],
    // an invented scheme is none
    [{ headers: { 'x-forwarded-proto': 'javascript' }, domainName: 'b.test' }, 'https://b.test/x?y=1'],
    [{ headers: {} }, 'https://localhost/x?y=1'],
  ])('of %j is %s', (parts, url) => {
    expect(absoluteUrl({ path: '/x', query: 'y=1', ...parts })).toBe(url);
  });

  it('has a path always and a query where there is one', () => {
    expect(absoluteUrl({ headers: {}, path: '', query: '' })).toBe('https://localhost/');
  });
});
