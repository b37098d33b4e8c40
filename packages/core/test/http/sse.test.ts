import { toEventStream } from '../../src/http/sse.js';
import { drain } from '../../src/http/stream.js';

const textOf = async (...values: unknown[]) => (await drain(await toEventStream(values), {})).body;

describe('toEventStream', () => {
  it('is a stream with the type of events, which is not stored', async () => {
    expect(await toEventStream(['a'])).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' },
      stream: expect.anything(),
    });
    expect(await toEventStream([], 202, { 'cache-control': 'no-store' })).toMatchObject({
      statusCode: 202,
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    });
  });

  // WHATWG HTML, 9.2.5 and 9.2.6
  it.each<[string, unknown, string]>([
    ['text', 'a', 'data: a\n\n'],
    ['empty text', '', 'data: \n\n'],
    ['text with every kind of line break', 'a\nb\r\nc\rd', 'data: a\ndata: b\ndata: c\ndata: d\n\n'],
    ['text that begins with a space', ' a', 'data:  a\n\n'],
    ['an object', { a: '\n' }, 'data: {"a":"\\n"}\n\n'],
    ['a number', 1, 'data: 1\n\n'],
    ['a bigint', 1n, 'data: "1"\n\n'],
    ['null', null, 'data: null\n\n'],
    ['undefined', undefined, 'data: null\n\n'],
    ['an array', [1], 'data: [1]\n\n'],
    ['an event', { data: 'a', event: 'b', id: 7, retry: 10 }, 'event: b\nid: 7\nretry: 10\ndata: a\n\n'],
    ['data that is no text', { data: { a: 1 } }, 'data: {"a":1}\n\n'],
    ['data that is null', { data: null }, 'data: null\n\n'],
    ['a comment', { comment: 'a\nb' }, ': a\n: b\n\n'],
    ['a time to connect again', { retry: 1000 }, 'retry: 1000\n\n'],
    ['an empty id', { data: '', id: '' }, 'id: \ndata: \n\n'],
    ['an object that has more than an event', { data: 1, name: 'x' }, 'data: {"data":1,"name":"x"}\n\n'],
    ['an object that has only an id', { id: 1 }, 'data: {"id":1}\n\n'],
  ])('writes %s', async (_, value, expected) => {
    expect(await textOf(value)).toBe(expected);
  });

  it.each([
    [{ data: '', event: 'a\nb' }, 'the event name'],
    [{ data: '', id: 'a\rb' }, 'the id'],
    [{ data: '', id: 'a\0' }, 'the id'],
    [{ data: '', retry: 1.5 }, 'retry is 1.5'],
    [{ data: '', retry: -1 }, 'retry is -1'],
  ])('refuses %j, the first before the reply exists', async (value, message) => {
    await expect(toEventStream([value])).rejects.toThrow(message);
    await expect(textOf('a', value)).rejects.toThrow(message);
  });

  it('sends nothing of nothing, and events one after another', async () => {
    expect(await textOf()).toBe('');
    expect(await textOf('a', 'b')).toBe('data: a\n\ndata: b\n\n');
  });

  it('stops its source when it is stopped', async () => {
    let isClosed = false;
    const source = (async function* () {
      try {
        yield 'a';
        yield 'b';
      } finally {
        isClosed = true;
      }
    })();
    const { stream } = await toEventStream(source);
    await stream?.[Symbol.asyncIterator]().return?.();
    expect(isClosed).toBe(true);
  });
});
