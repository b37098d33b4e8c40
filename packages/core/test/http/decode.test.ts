import fc from 'fast-check';
import { decodeBody, decodeBytes, decodeCookies, decodePercent, decodeQuery } from '../../src/http/decode.js';

describe('decodeBody', () => {
  it.each<[string, unknown, unknown, string | undefined]>([
    ['text', 'häl', false, 'häl'],
    ['text without a flag', 'a', undefined, 'a'],
    ['base64', 'aMOkbA==', true, 'häl'],
    ['null', null, false, undefined],
    ['nothing', undefined, undefined, undefined],
    ['empty text', '', false, undefined],
    ['empty base64', '', true, undefined],
    ['what is no text', 5, false, undefined],
    ['what is no text, in base64', [1], true, undefined],
    ['base64 of nothing', null, true, undefined],
  ])('reads %s', (_, body, isBase64Encoded, text) => {
    expect(decodeBody(body, isBase64Encoded)).toBe(text);
  });

  it('gives any text back from base64', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeBody(Buffer.from(text).toString('base64'), true)).toBe(text || undefined);
      }),
    );
  });
});

describe('decodeBytes', () => {
  it.each([
    ['text', 'häl', false, [0x68, 0xc3, 0xa4, 0x6c]],
    ['base64', '/wA=', true, [0xff, 0]],
  ])('reads %s', (_, body, isBase64Encoded, bytes) => {
    expect([...(decodeBytes(body, isBase64Encoded) ?? [])]).toEqual(bytes);
  });

  it.each([null, undefined, '', 5])('has none of %j', (body) => {
    expect(decodeBytes(body, true)).toBeUndefined();
    expect(decodeBytes(body, false)).toBeUndefined();
  });
});

describe('decodeQuery', () => {
  it.each([
    ['a+b%20c', 'a b c'],
    ['%2B', '+'],
    ['%252F', '%2F'],
    ['%zz%41', '%zzA'],
    ['%ff', '\ufffd'],
    ['a=b', 'a=b'],
    ['a&b', 'a&b'],
    ['?#', '?#'],
    ['', ''],
  ])('reads %j as %j (WHATWG URL, 5.1)', (sent, decoded) => {
    expect(decodeQuery(sent)).toBe(decoded);
  });
});

describe('decodePercent', () => {
  it.each([
    ['%F0%9F%98%8A%20Happy', '😊 Happy'],
    ['%252F', '%2F'],
    ['a+b', 'a+b'],
    ['100%', '100%'],
    ['%zz%20', '%zz%20'],
    ['%ff', '%ff'],
    ['', ''],
  ])('reads %j as %j', (text, decoded) => {
    expect(decodePercent(text)).toBe(decoded);
  });

  it('gives any text back as it was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodePercent(encodeURIComponent(text))).toBe(text);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.stringMatching(/^[%0-9a-fA-F]*$/), (text) => typeof decodePercent(text) === 'string'));
  });
});

describe('decodeCookies', () => {
  it.each([
    [undefined, {}],
    ['', {}],
    ['a=1; b=2', { a: '1', b: '2' }],
    ['a=1; a=2', { a: '1' }],
    ['a=b=c', { a: 'b=c' }],
    ['a="quoted"', { a: '"quoted"' }],
    ['a=%20x', { a: ' x' }],
    ['a=%zz', { a: '%zz' }],
    ['nothing; a=1', { a: '1' }],
    [';;=;', { '': '' }],
  ])('reads %j', (header, cookies) => {
    expect({ ...decodeCookies(header) }).toEqual(cookies);
  });

  it('inherits nothing, so that any name is safe', () => {
    const cookies = decodeCookies('__proto__=x; constructor=y');
    expect(Object.entries(cookies)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(cookies.toString).toBeUndefined();
  });

  it('gives names and values back as they were encoded', () => {
    const name = fc.stringMatching(/^[!#$%&'*+.^_`|~\w-]{1,12}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ unit: 'grapheme' })), (cookies) => {
        const header = Object.entries(cookies).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
        expect({ ...decodeCookies(header.join('; ')) }).toEqual({ ...cookies });
      }),
    );
  });
});
