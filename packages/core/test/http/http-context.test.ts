import { jest } from '@jest/globals';
import { ABORT, contextKey, remainingTime } from '../../src/http/http-context.js';
import { contextOf } from './context-of.js';

describe('httpContext', () => {
  it('has what it is made of', () => {
    const lambda = { awsRequestId: 'request-1' };
    expect(contextOf({ method: 'PUT' }, lambda)).toMatchObject({
      request: { method: 'PUT' },
      lambda,
      route: { id: 'TodosController.list' },
    });
  });

  it('keeps values by key, whatever the name of the key', () => {
    const context = contextOf();
    const [one, other] = [contextKey<number>('key'), contextKey<string>('key')];
    expect(context.get(one)).toBeUndefined();
    context.set(one, 1);
    context.set(other, 'a');
    expect([context.get(one), context.get(other)]).toEqual([1, 'a']);
    expect(contextOf().get(one)).toBeUndefined();
  });
});

describe('httpContext, its signal', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('aborts half a second before the end of the invocation', () => {
    const { signal } = contextOf({}, { getRemainingTimeInMillis: () => 3000 });
    jest.advanceTimersByTime(2499);
    expect(signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(signal.aborted).toBe(true);
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
  });

  it('is one signal, and costs no timer until it is asked for', () => {
    const context = contextOf({}, { getRemainingTimeInMillis: () => 3000 });
    expect(jest.getTimerCount()).toBe(0);
    expect(context.signal).toBe(context.signal);
    expect(jest.getTimerCount()).toBe(1);
  });

  it('aborts at once where less time is left, and never where nobody says how much', () => {
    const { signal } = contextOf({}, { getRemainingTimeInMillis: () => 100 });
    jest.advanceTimersByTime(1);
    expect(signal.aborted).toBe(true);
    for (const lambda of [undefined, {}, { getRemainingTimeInMillis: () => Number.POSITIVE_INFINITY }])
      expect(contextOf({}, lambda).signal.aborted).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('can be aborted before it is asked for, and after', () => {
    for (const isAskedFirst of [true, false]) {
      const context = contextOf();
      if (isAskedFirst) expect(context.signal.aborted).toBe(false);
      (context as unknown as { [ABORT](): void })[ABORT]();
      expect(context.signal.aborted).toBe(true);
    }
  });
});

describe('remainingTime', () => {
  it.each([
    [undefined, undefined],
    [{}, undefined],
    [{ getRemainingTimeInMillis: () => 5 }, 5],
    [{ getRemainingTimeInMillis: () => 2 ** 31 }, undefined],
  ])('of %p is %p', (lambda, expected) => {
    expect(remainingTime(lambda)).toBe(expected);
  });
});
