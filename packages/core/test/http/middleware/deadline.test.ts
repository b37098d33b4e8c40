import { jest } from '@jest/globals';
import { deadline } from '../../../src/http/middleware/deadline.js';
import { contextOf, through } from '../context-of.js';

describe('deadline', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(console, 'error').mockImplementation(() => {});
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const within = (milliseconds: number) => contextOf({}, { getRemainingTimeInMillis: () => milliseconds });
  const never = () => new Promise(() => {});

  it.each([
    [undefined, 2500],
    [{ margin: 1000 }, 2000],
    [{ margin: 9000 }, 0],
  ])('with %j of 3 seconds answers 504 after %d ms and aborts the signal', async (options, after) => {
    const context = within(3000);
    const { signal } = context;
    const reply = through(deadline(options), context, never);
    await jest.advanceTimersByTimeAsync(Math.max(0, after - 1));
    expect(signal.aborted).toBe(after === 0);
    await jest.advanceTimersByTimeAsync(1);
    expect(signal.aborted).toBe(true);
    expect(await reply).toMatchObject({
      statusCode: 504,
      body: '{"title":"Gateway Timeout","status":504,"detail":"The answer took too long."}',
    });
  });

  it('leaves an answer in time alone, and no timer', async () => {
    const context = within(3000);
    expect(await through(deadline(), context)).toMatchObject({ body: 'hello' });
    expect(jest.getTimerCount()).toBe(0);
  });

  it('knows no end without a Lambda context, or without its clock', async () => {
    for (const lambda of [undefined, {}]) {
      void through(deadline(), contextOf({}, lambda), never);
      await jest.advanceTimersByTimeAsync(0);
      expect(jest.getTimerCount()).toBe(0);
    }
  });

  it('works with a context that cannot abort', async () => {
    const { request, lambda, route } = within(500);
    const reply = through(deadline(), { request, lambda, route } as never, never);
    await jest.advanceTimersByTimeAsync(1);
    expect(await reply).toMatchObject({ statusCode: 504 });
  });

  it.each([-1, Number.NaN])('refuses a margin of %d', (margin) => {
    expect(() => deadline({ margin })).toThrow(RangeError);
  });
});
