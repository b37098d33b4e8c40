import { IsString, validateSync } from 'class-validator';
import { each } from '../../../src/validation/compiled/each.js';

class Tagged {
  @IsString({ each: true }) tags: unknown;
}

describe('each', () => {
  const holey = ['a'];
  holey[2] = 'c';
  it.each([
    [['a', 'b']],
    [['a', 1]],
    [['a', undefined]],
    [holey],
    [new Set(['a'])],
    [new Set(['a', 1])],
    [new Map([[1, 'a']])],
    [new Map<unknown, unknown>([['a', 1]])],
    ['a'],
    [1],
  ])('says of %j what class-validator says', (tags) => {
    const errors = validateSync(Object.assign(new Tagged(), { tags }));
    expect(each(tags, (element) => typeof element === 'string')).toBe(errors.length === 0);
  });
});
