import fc from 'fast-check';
import { bodyLimit } from '../../../src/http/middleware/body-limit.js';
import { contextOf, through } from '../context-of.js';

const statusOf = async (limit: number, event: object) =>
  (await through(bodyLimit(limit), contextOf({ event }))).statusCode;

describe('bodyLimit', () => {
  it.each([
    [{}, 0, 200],
    [{ body: null }, 0, 200],
    [{ body: 'abc' }, 3, 200],
    [{ body: 'abc' }, 2, 413],
    [{ body: 'ä' }, 2, 200],
    [{ body: 'ä' }, 1, 413],
    [{ body: 'YWJj', isBase64Encoded: true }, 3, 200],
    [{ body: 'YWI=', isBase64Encoded: true }, 2, 200],
    [{ body: 'YWI=', isBase64Encoded: true }, 1, 413],
  ])('of %j, with at most %d bytes, answers %d', async (event, limit, statusCode) => {
    expect(await statusOf(limit, event)).toBe(statusCode);
  });

  it('says how much is allowed', async () => {
    const { body } = await through(bodyLimit(5), contextOf({ event: { body: '123456' } }));
    expect(JSON.parse(String(body))).toEqual({
      title: 'Content Too Large',
      status: 413,
      detail: 'The request body has more than 5 bytes.',
    });
  });

  it('measures any bytes as they are, in base64', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1 }), async (bytes) => {
        const event = { body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true };
        expect([await statusOf(bytes.length, event), await statusOf(bytes.length - 1, event)]).toEqual([200, 413]);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN, '1' as never])('refuses the limit %p', (limit) => {
    expect(() => bodyLimit(limit)).toThrow(RangeError);
  });
});
