import fc from 'fast-check';
import { addVary, type CheckedHeaders, checkHeader, checkHeaders, readHeaders } from '../../src/http/header.js';

describe('checkHeader', () => {
  it.each([
    ['x-a', 'b'],
    ["!#$%&'*+-.^_`|~09azAZ", 'any tchar (RFC 9110, 5.6.2)'],
    ['x-a', 'größe\t"quoted", and, commas'],
  ])('accepts %s: %s', (name, value) => {
    expect(() => checkHeader(name, value)).not.toThrow();
  });

  it.each([
    ['', 'b', 'is no name'],
    ['a b', 'b', 'is no name'],
    ['a:', 'b', 'is no name'],
    ['ä', 'b', 'is no name'],
    ['a\n', 'b', 'is no name'],
    ['x-a', 'b\r\nset-cookie: c=d', 'x-a has a line break'],
    ['x-a', 'b\n', 'line break'],
    ['x-a', '\0', 'NUL'],
  ])('refuses %j: %j (RFC 9110, 5.5)', (name, value, message) => {
    expect(() => checkHeader(name, value)).toThrow(TypeError);
    expect(() => checkHeader(name, value)).toThrow(message);
  });

  it('lets nothing through that breaks a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, value) => {
        try {
          checkHeader(name, value);
        } catch {
          return;
        }
        expect(`${name}: ${value}`.split(/[\r\n\0]/)).toHaveLength(1);
      }),
    );
  });
});

describe('readHeaders', () => {
  it('brings names into lower case, values into text, and takes cookies apart', () => {
    const input = {
      'X-A': 1,
      vary: ['a', 'b'],
      'Set-Cookie': ['a=1', 'b=2'],
      'x-none': undefined,
      'set-cookie': 'c=3',
    };
    expect(readHeaders(input)).toEqual({ headers: { 'x-a': '1', vary: 'a, b' }, cookies: ['a=1', 'b=2', 'c=3'] });
    expect(readHeaders({})).toEqual({ headers: {} });
  });
});

describe('checkHeaders', () => {
  it('corrects the form of a changed reply in place, the last of a name winning', () => {
    const reply = { headers: { 'content-type': 'a', 'Content-Type': 'b', 'set-cookie': 'c=d' }, cookies: ['a=b'] };
    expect(checkHeaders(reply)).toBe(reply);
    expect(reply).toEqual({ headers: { 'content-type': 'b' }, cookies: ['a=b', 'c=d'] });
    expect(checkHeaders({ headers: { 'Set-Cookie': 'a=b' } })).toEqual({ headers: {}, cookies: ['a=b'] });
    expect(checkHeaders({ headers: {} })).toEqual({ headers: {} });
  });

  it.each<CheckedHeaders>([{ headers: { 'x-a': 'b\n' } }, { headers: {}, cookies: ['a=b\r\nc'] }])(
    'refuses %j',
    (reply) => {
      expect(() => checkHeaders(reply)).toThrow(TypeError);
    },
  );
});

describe('addVary', () => {
  it.each([
    [undefined, 'origin'],
    ['accept', 'accept, origin'],
    ['Accept, Origin', 'Accept, Origin'],
    ['*', '*'],
  ])('to %s makes it %s (RFC 9110, 12.5.5)', (vary, expected) => {
    const headers: Record<string, string> = vary === undefined ? {} : { vary };
    addVary(headers, 'origin');
    expect(headers.vary).toBe(expected);
  });
});
