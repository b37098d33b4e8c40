import { isEmail, length } from 'class-validator';
import fc from 'fast-check';
import { fits, isNoEmail, isPlainEmail } from '../../../src/validation/compiled/fits.js';

/** Text of what e-mail addresses are made of, and of what validator counts otherwise. */
const text = fc.string({
  unit: fc.constantFrom('a', 'Z', '0', '.', '@', '-', '_', '"', ' ', '\n', '\0', 'ä', '\ud800', '\ufe0f'),
});

describe('what is surely an e-mail address, and what surely is none', () => {
  it('is what class-validator says', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.emailAddress()), (value) => {
        if (isPlainEmail(value)) expect(isEmail(value)).toBe(true);
        if (isNoEmail(value)) expect(isEmail(value)).toBe(false);
      }),
      { numRuns: 2000 },
    );
    expect(isPlainEmail('ann@example.com')).toBe(true);
    expect(isNoEmail('nobody')).toBe(true);
  });

  it('leaves to class-validator what it throws at', () => {
    expect(isNoEmail('\ud800')).toBe(false);
    expect(() => isEmail('\ud800')).toThrow(URIError);
  });
});

describe('fits', () => {
  it('says yes only where class-validator does', () => {
    fc.assert(
      fc.property(text, fc.nat(5), fc.nat(8), (value, minimum, maximum) => {
        if (fits(value, minimum, maximum)) expect(length(value, minimum, maximum)).toBe(true);
        if (value.length < minimum) expect(length(value, minimum, maximum)).toBe(false);
      }),
      { numRuns: 2000 },
    );
    expect(fits('abc', 1, 3)).toBe(true);
  });
});
