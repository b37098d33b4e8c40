import { Max, Min, validateSync } from 'class-validator';
import { withRememberedRules } from '../../../src/compiler/validators/remembered-rules.js';
import { validationStorage } from '../../../src/compiler/validators/tag-decorators.js';

class Item {
  @Min(1, { groups: ['a'] }) @Max(3, { groups: ['b'] }) count = 5;
}

const constraints = (groups: string[]) => validateSync(new Item(), { groups }).map((error) => error.constraints);

describe('remembered rules', () => {
  it('are those of the library, by class and by what selects them', async () => {
    const told = await withRememberedRules(async () => [['b'], ['a'], ['b'], ['b', 'a']].map(constraints));
    const max = [{ max: 'count must not be greater than 3' }];
    expect(told).toEqual([max, [], max, max]);
  });

  it('are looked up once', async () => {
    const storage = validationStorage() as NonNullable<ReturnType<typeof validationStorage>>;
    const own = storage.getTargetValidationMetadatas;
    let lookups = 0;
    storage.getTargetValidationMetadatas = (...args) => {
      lookups++;
      return own.apply(storage, args);
    };
    await withRememberedRules(async () => [['b'], ['b'], ['a'], ['a']].map(constraints));
    expect(lookups).toBe(2);
    constraints(['b']);
    expect(lookups).toBe(3);
    Reflect.deleteProperty(storage, 'getTargetValidationMetadatas');
    expect(storage.getTargetValidationMetadatas).toBe(own);
  });
});
