/** What fuzzing has found, each as one fact. */
import { preferredType, readAccept } from '../../src/http/accept.js';
import { bodyLimit } from '../../src/http/middleware/body-limit.js';
import { absoluteUrl } from '../../src/http/request-path.js';

it.each([{ body: {} }, { body: 7, isBase64Encoded: true }, null, undefined])(
  'measures no body in %j',
  async (event) => {
    const answer = { statusCode: 204, headers: {} };
    expect(await bodyLimit(1)({ request: { event } } as never, async () => answer)).toBe(answer);
  },
);

it.each(['@evil.example/', '.evil.example/', '*', ':80/'])('keeps the path %s apart from the host', (path) => {
  const url = absoluteUrl({ headers: { host: 'api.example' }, path, query: '' });
  expect(url).toBe(`https://api.example/${path}`);
});

it('keeps two slashes at the start of a path', () => {
  const url = absoluteUrl({ headers: { host: 'api.example' }, path: '//evil.example/a', query: 'b=c' });
  expect(url).toBe('https://api.example//evil.example/a?b=c');
});

it('takes a quoted string without an end for the rest of an Accept header', () => {
  expect(readAccept('a/b, c/d;e="f, g/h;q=0')).toEqual([
    { value: 'a/b', parameters: [], quality: 1 },
    { value: 'c/d', parameters: ['e=f, g/h;q=0'], quality: 1 },
  ]);
  expect(preferredType('text/csv;a="b,text/html', ['text/html'])).toBeUndefined();
});
