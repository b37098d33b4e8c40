import { NotFound, reply } from '../../src/index.js';
import type { PlainOptions } from '../../src/model/output-options.js';
import { toPlainOutput } from '../../src/validation/compiled/to-plain-output.js';
import { toOutput } from '../../src/validation/output.js';
import { Expose } from './compiled/decorators.js';

class User {
  @Expose() name!: unknown;
  @Expose({ groups: ['admin'] }) role!: unknown;
}

const RECORD = JSON.parse(
  '{ "name": "Ada", "role": "r", "hash": "h", "constructor": 1, "__proto__": { "name": "x" } }',
);

const both = (value: unknown, options?: PlainOptions): unknown => {
  const made = toOutput(value, User, options);
  expect(toPlainOutput(value, User, options)).toEqual(made);
  return made;
};

describe('toOutput and toPlainOutput', () => {
  it('send what the class exposes, of whatever holds it', () => {
    const sent = { name: 'Ada' };
    expect(both(RECORD)).toEqual(sent);
    expect(both(Object.assign(new User(), { name: 'Ada', role: 'r' }))).toEqual(sent);
    expect(both([RECORD, [RECORD], null, 'text'])).toEqual([sent, [sent], null, 'text']);
    expect(both(RECORD, { groups: ['admin'] })).toEqual({ name: 'Ada', role: 'r' });
  });

  it('send the body of a reply so, and leave other answers', () => {
    expect((both(reply(201, RECORD)) as { body: unknown }).body).toEqual({ name: 'Ada' });
    for (const value of [new NotFound(), new Response('text')]) expect(both(value)).toBe(value);
  });

  it.each([toOutput, toPlainOutput])('send elements of a stream so: %p', async (to) => {
    const stream = async function* (): AsyncGenerator<unknown> {
      yield RECORD;
    };
    const elements: unknown[] = [];
    for await (const element of to(stream(), User) as AsyncIterable<unknown>) elements.push(element);
    expect(elements).toEqual([{ name: 'Ada' }]);
  });
});
