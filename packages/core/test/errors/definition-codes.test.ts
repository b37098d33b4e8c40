import { DEFINITION_CODES } from '../../src/errors/definition-codes.js';

describe('DEFINITION_CODES', () => {
  it.each(Object.entries(DEFINITION_CODES))('%s has a cause and a fix in whole sentences', (code, { cause, fix }) => {
    expect(code).toMatch(/^[A-Z]+(?:_[A-Z]+)+$/);
    for (const text of [cause, fix]) expect(text).toMatch(/^[A-Z].*[.)]$/s);
  });
});
