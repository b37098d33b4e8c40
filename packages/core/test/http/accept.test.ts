import fc from 'fast-check';
import { preferredType, readAccept } from '../../src/http/accept.js';

describe('readAccept', () => {
  // RFC 9110, 12.4.2 and 5.6.6
  it.each([
    ['', []],
    [' , ,', []],
    ['gzip', [['gzip', [], 1]]],
    [
      'GZIP ; Q=0.5, *;q=0',
      [
        ['gzip', [], 0.5],
        ['*', [], 0],
      ],
    ],
    ['text/html;level=1;q=0.3;ext=2', [['text/html', ['level=1'], 0.3]]],
    ['a/b; c="x,y;z" ;q=1.000', [['a/b', ['c=x,y;z'], 1]]],
    ['a/b;q=high', [['a/b', [], 1]]],
    ['a/b;q=7', [['a/b', [], 1]]],
  ])('of %j', (header, expected) => {
    expect(readAccept(header).map(({ value, parameters, quality }) => [value, parameters, quality])).toEqual(expected);
  });

  it('reads anything', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        for (const { quality } of readAccept(header)) {
          expect(quality).toBeGreaterThanOrEqual(0);
          expect(quality).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('preferredType', () => {
  const JSON_OR_CSV = ['application/json', 'text/csv'];

  it.each<[string, string[], string | undefined]>([
    ['*/*', JSON_OR_CSV, 'application/json'],
    ['text/csv', JSON_OR_CSV, 'text/csv'],
    ['TEXT/CSV', JSON_OR_CSV, 'text/csv'],
    ['text/*', JSON_OR_CSV, 'text/csv'],
    ['text/html', JSON_OR_CSV, undefined],
    ['', JSON_OR_CSV, undefined],
    ['text/csv;q=0.5, application/json;q=0.4', JSON_OR_CSV, 'text/csv'],
    ['application/json;q=0, */*', JSON_OR_CSV, 'text/csv'],
    ['*/*;q=0', JSON_OR_CSV, undefined],
    ['application/json, text/plain, */*', ['text/csv', 'application/json'], 'application/json'],
    ['text/csv, application/json', JSON_OR_CSV, 'text/csv'],
    ['text/csv;q=0.5, text/csv', JSON_OR_CSV, 'text/csv'],
    ['text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8', JSON_OR_CSV, 'application/json'],
    ['text/plain', ['text/plain; charset=utf-8'], 'text/plain; charset=utf-8'],
    ['text/plain;format=flowed', ['text/plain'], undefined],
    // the table of RFC 9110, 12.5.1
    [
      'text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5',
      ['text/html', 'image/jpeg', 'text/plain'],
      'text/plain',
    ],
    [
      'text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5',
      ['text/html', 'image/jpeg'],
      'image/jpeg',
    ],
    [
      'text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5',
      ['text/plain;format=fixed', 'image/jpeg'],
      'image/jpeg',
    ],
    [
      'text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5',
      ['text/plain', 'text/plain;format=flowed'],
      'text/plain;format=flowed',
    ],
  ])('of %s among %j is %s', (accept, types, expected) => {
    expect(preferredType(accept, types)).toBe(expected);
  });
});
