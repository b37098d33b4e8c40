import { Equals, IsInt, Max, Min, MinLength } from 'class-validator';
import fc from 'fast-check';
import { lookUpRules, type RuleStorage } from '../../src/model/rule-lookup.js';

interface Rule {
  readonly propertyName: string;
  readonly type: string;
}

class Base {
  @Min(1, { groups: ['a'] }) count = 1;
  @IsInt({ always: true }) size = 1;
}
class Late extends Base {}
class Middle extends Base {
  @Max(9) override count = 1;
}
class Leaf extends Middle {
  @MinLength(2, { groups: ['b'] }) name = '';
}
// after those that extend it
Equals(3)(Base.prototype, 'late');

/** Shares its prototype, as what class decorators return often does. */
function Wrapped() {}
Wrapped.prototype = Leaf.prototype;
Max(5)(Wrapped.prototype, 'wrapped');

/** Decides on its own what is an instance of it. */
class Duck {
  @IsInt() legs = 2;
  static [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && 'quack' in value;
  }
}
class Mallard {
  quack() {}
}

// the first rule makes it
const storage = (globalThis as unknown as { classValidatorMetadataStorage: RuleStorage<Rule> })
  .classValidatorMetadataStorage;

const CLASSES = [Base, Late, Middle, Leaf, Wrapped, Duck, Mallard, class Other {}, () => {}, Leaf.bind(undefined)];

describe('the rules of a class', () => {
  it('are those that the storage finds among all classes', () => {
    const groups = fc.option(fc.subarray(['a', 'b']), { nil: undefined });
    fc.assert(
      fc.property(fc.constantFrom(...CLASSES), fc.boolean(), fc.boolean(), groups, (target, always, strict, asked) => {
        const found = lookUpRules(storage)(target, '', always, strict, asked);
        expect(found).toEqual(storage.getTargetValidationMetadatas(target, '', always, strict, asked));
      }),
      { numRuns: 300 },
    );
    expect(lookUpRules(storage)(Leaf, '', true, false).map(({ propertyName }) => propertyName)).toEqual(
      expect.arrayContaining(['name', 'count', 'size', 'late']),
    );
    expect(lookUpRules(storage)(Mallard, '', true, false)).toHaveLength(1);
  });

  it('are found of a class that gets its first ones later', () => {
    class Later extends Base {}
    expect(lookUpRules(storage)(Later, '', false, false)).toHaveLength(3);
    IsInt()(Later.prototype, 'own');
    expect(lookUpRules(storage)(Later, '', false, false).map(({ propertyName }) => propertyName)).toContain('own');
  });
});
