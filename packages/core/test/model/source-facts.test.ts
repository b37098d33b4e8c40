import { placeOf } from '../../src/model/source-facts.js';

describe('placeOf', () => {
  it('is file, line and column', () => {
    expect(placeOf({ file: 'src/users.controller.ts', line: 12, column: 3 })).toBe('src/users.controller.ts:12:3');
  });

  it('is undefined where the source is not known', () => {
    expect(placeOf(undefined)).toBeUndefined();
  });
});
