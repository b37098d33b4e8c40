import { NotFound } from '../../../src/http/http-errors.js';
import { MediaType, produces } from '../../../src/http/middleware/produces.js';
import { reply } from '../../../src/http/replies.js';
import { contextOf, through } from '../context-of.js';

const asking = (accept?: string) => contextOf({ headers: accept === undefined ? {} : { accept } });
const TYPES = ['application/json', 'text/csv', 'application/hal+json'];

describe('produces', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['application/hal+json, application/json;q=0.9', 'application/hal+json'],
  ])('with Accept %s chooses %s', async (accept, type) => {
    const context = asking(accept);
    const { headers } = await through(produces(TYPES), context, () => context.get(MediaType));
    expect(context.get(MediaType)).toBe(type);
    expect(headers.vary).toBe('accept');
  });

  it('answers 406 when none is wanted, before the method runs', async () => {
    const { statusCode, headers, body } = await through(produces(TYPES), asking('image/png'), () => {
      throw new Error('not reached');
    });
    expect({ statusCode, headers }).toEqual({
      statusCode: 406,
      headers: { 'content-type': 'application/problem+json', vary: 'accept' },
    });
    expect(body).toContain('The answer is one of application/json, text/csv, application/hal+json.');
  });

  it.each<[string, string, unknown, string]>([
    ['text', 'text/csv', 'a,b', 'text/csv; charset=utf-8'],
    ['bytes', 'text/csv', Buffer.from('a'), 'text/csv'],
    ['text of JSON', 'application/json', '{}', 'application/json'],
    ['JSON of a kind', 'application/hal+json', {}, 'application/hal+json'],
    ['JSON, where something else was chosen', 'text/csv', {}, 'application/json'],
    ['a type of its own', 'text/csv', reply(200, 'a', { 'content-type': 'text/html' }), 'text/html'],
    ['another status', 'text/csv', reply(302, 'a'), 'text/plain; charset=utf-8'],
  ])('gives %s for %s the type', async (_, accept, value, type) => {
    expect((await through(produces(TYPES), asking(accept), () => value)).headers['content-type']).toBe(type);
  });

  it('keeps a charset', async () => {
    const middleware = produces(['text/csv; charset=utf-8']);
    expect((await through(middleware, asking(), () => 'a')).headers['content-type']).toBe('text/csv; charset=utf-8');
  });

  it('leaves errors what they are', async () => {
    const { headers } = await through(produces(TYPES), asking('text/csv'), () => {
      throw new NotFound();
    });
    expect(headers).toEqual({ 'content-type': 'application/problem+json', vary: 'accept' });
  });

  it('needs types', () => {
    expect(() => produces([])).toThrow(TypeError);
  });
});
