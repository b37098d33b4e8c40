import { Readable } from 'node:stream';
import { discard, drain, pieces, start } from '../../src/http/stream.js';

/** A source that tells what has been done with it. */
function source(values: readonly unknown[]) {
  const state = { taken: 0, stopped: 0 };
  const iterator = {
    async next() {
      if (state.taken === values.length) return { done: true as const, value: undefined };
      state.taken += 1;
      return { done: false as const, value: values[state.taken - 1] };
    },
    async return() {
      state.stopped += 1;
      return { done: true as const, value: undefined };
    },
  };
  return { state, iterable: { [Symbol.asyncIterator]: () => iterator } };
}

async function all(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const value of stream) values.push(value);
  return values;
}

describe('pieces', () => {
  it.each([
    ['text', ['a', 'b']],
    ['objects', [{}, {}]],
  ])('takes one piece of %s until more are wanted', async (_, values) => {
    const { state, iterable } = source(values);
    const { stream } = await pieces(iterable);
    expect(state).toEqual({ taken: 1, stopped: 0 });
    await stream.return();
    await stream.return();
    expect(state).toEqual({ taken: 1, stopped: 1 });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it.each([
    ['text', ['a', 'b', 'c']],
    ['objects', [{}, {}, {}]],
  ])('stops the source of %s when a loop ends early', async (_, values) => {
    const { state, iterable } = source(values);
    const { stream } = await pieces(iterable);
    for await (const piece of stream) if (piece !== undefined) break;
    expect(state).toEqual({ taken: 1, stopped: 1 });
  });

  it.each([
    ['text', ['a', 'b'], ['a', 'b']],
    ['objects', [1, [2]], ['[1', ',[2]', ']']],
    ['nothing', [], ['[]']],
  ])('gives %s to the end, and stops nothing then', async (_, values, expected) => {
    const { state, iterable } = source(values);
    const { stream } = await pieces(iterable);
    expect(await all(stream)).toEqual(expected);
    expect(await stream.next()).toMatchObject({ done: true });
    await stream.return();
    expect(state.stopped).toBe(0);
  });

  it('refuses a piece that is neither text nor bytes among these, and stops', async () => {
    const { state, iterable } = source(['a', { b: 1 }]);
    const { stream } = await pieces(iterable);
    await expect(all(stream)).rejects.toThrow('a piece of the type object');
    expect(state.stopped).toBe(1);
  });

  it('closes a Readable that is not read to its end', async () => {
    const readable = Readable.from(['a', 'b'], { objectMode: false });
    const { stream } = await pieces(readable);
    await stream.return();
    expect(readable.destroyed).toBe(true);
  });
});

describe('start', () => {
  it('works with an iterator that cannot be stopped', async () => {
    const started = await start({ [Symbol.asyncIterator]: () => ({ next: async () => ({ value: 1 }) }) });
    expect(started.first).toEqual({ value: 1 });
    expect(await started.return()).toEqual({ done: true, value: undefined });
  });
});

describe('drain', () => {
  it('leaves a reply without stream alone', async () => {
    const reply = { statusCode: 200, headers: {}, body: 'a' };
    expect(await drain(reply, {})).toBe(reply);
    expect(reply).toEqual({ statusCode: 200, headers: {}, body: 'a' });
  });

  it('throws what goes wrong on the way', async () => {
    const stream = (async function* () {
      yield 'a';
      throw new Error('no');
    })();
    await expect(drain({ statusCode: 200, headers: {}, stream }, {})).rejects.toThrow('no');
  });
});

describe('drain, of more than a front door answers at once', () => {
  const MEGABYTE = 1024 * 1024;
  const loadBalancer = { requestContext: { elb: { targetGroupArn: 'arn' } } };
  const replyOf = (piece: string | Uint8Array, count: number) => {
    const { state, iterable } = source(Array.from({ length: count }, () => piece));
    return { state, reply: { statusCode: 200, headers: {}, stream: iterable as AsyncIterable<string | Uint8Array> } };
  };

  it.each([
    ['text for an API', 'a'.repeat(MEGABYTE), 5, 6, {}],
    ['bytes for an API, which base64 makes a third longer', new Uint8Array(MEGABYTE), 4, 5, {}],
    ['text that JSON writes with escapes', '"'.repeat(MEGABYTE), 2, 3, {}],
    ['text for a load balancer', 'a'.repeat(MEGABYTE / 2), 1, 2, loadBalancer],
  ] as const)('takes %s up to the limit of its result', async (_, piece, most, tooMany, event) => {
    const whole = await drain(replyOf(piece, most).reply, event);
    expect(whole.body).toHaveLength(piece.length * most);
    await expect(drain(replyOf(piece, tooMany).reply, event)).rejects.toThrow(
      /more than the \d+ bytes that can be answered at once; use a front door that streams/,
    );
  });

  it('stops a stream without an end', async () => {
    const { state, reply } = replyOf('a'.repeat(MEGABYTE), 1000);
    await expect(drain(reply, {})).rejects.toThrow('bytes');
    expect(state).toEqual({ taken: 6, stopped: 1 });
  });
});

describe('discard', () => {
  it('stops the stream of a reply that is not sent', async () => {
    const { state, iterable } = source(['a', 'b']);
    await discard({ statusCode: 200, headers: {}, stream: (await pieces(iterable)).stream });
    expect(state.stopped).toBe(1);
    await discard({ statusCode: 200, headers: {} });
    const endless = { [Symbol.asyncIterator]: () => ({ next: async () => ({ value: 'a' }) }) };
    await discard({ statusCode: 200, headers: {}, stream: endless });
  });
});
