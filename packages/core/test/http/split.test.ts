import fc from 'fast-check';
import { split, splitCommas, splitHeader } from '../../src/http/split.js';

describe('split', () => {
  it('splits one value and each of several', () => {
    expect(split('a|b', '|')).toEqual(['a', 'b']);
    expect(split(['a|b', 'c'], '|')).toEqual(['a', 'b', 'c']);
    expect(splitCommas('1,,2')).toEqual(['1', '', '2']);
    expect(split(undefined, ',')).toBeUndefined();
  });
});

describe('splitHeader', () => {
  it.each<[string, string[]]>([
    ['a, b', ['a', 'b']],
    [' , a ,,b\t,', ['a', 'b']],
    ['', []],
    ['"a,b", W/"c"', ['"a,b"', 'W/"c"']],
    ['"a\\",b", c', ['"a\\",b"', 'c']],
    ['a="x,y";q=1, b', ['a="x,y";q=1', 'b']],
    ['"a, b', ['"a, b']],
    ['"a\\', ['"a\\']],
  ])('splits %j (RFC 9110, 5.6.1)', (header, elements) => {
    expect(splitHeader(header)).toEqual(elements);
  });

  it('splits repeated headers, and none', () => {
    expect(splitHeader(['a', 'b, c'])).toEqual(['a', 'b', 'c']);
    expect(splitHeader(undefined)).toBeUndefined();
  });

  it('gives back the elements that were joined', () => {
    const element = fc.stringMatching(/^[!#$%&'*+.^`|~\w/-]+$/);
    fc.assert(
      fc.property(fc.array(element), (elements) => {
        expect(splitHeader(elements.join(' ,\t'))).toEqual(elements);
      }),
    );
  });

  it('takes time in proportion to what it is given', () => {
    const { user: start } = process.cpuUsage();
    splitHeader('"\\'.repeat(200_000));
    splitHeader(', "'.repeat(200_000));
    expect(process.cpuUsage().user - start).toBeLessThan(2_000_000);
  });
});
