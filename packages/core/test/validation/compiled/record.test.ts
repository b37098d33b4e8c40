import {
  copyRecords,
  forgetter,
  recall,
  recorder,
  recordsOf,
  registration,
} from '../../../src/validation/compiled/record.js';

const Length = recorder('Length');
const Transform = recorder('Transform');
const Exclude = recorder('Exclude');

class Base {}
class Derived extends Base {}
Length(1, 5)(Base.prototype, 'name');
Length(2)(Base.prototype, 'name');
Length(3)(Base.prototype, 'city');
Transform('base')(Base.prototype, 'name');
Exclude('class')(Base);
Transform('derived')(Derived.prototype, 'name');
registration({ target: Derived, propertyName: 'own' });
forgetter()(Derived.prototype, 'name');

describe('records of decorators', () => {
  it('are found by class, property, decorator and place', () => {
    expect(recall(Base, 'name', 'Length', 0)).toEqual([1, 5]);
    expect(recall(Base, 'name', 'Length', 1)).toEqual([2]);
    expect(recall(Base, undefined, 'Exclude', 0)).toEqual(['class']);
    expect(recall(Derived, 'own', 'registerDecorator', 0)).toEqual([{ target: Derived, propertyName: 'own' }]);
  });

  it.each([
    [Base, 'name', 'Length', 2],
    [Base, 'other', 'Length', 0],
    [class Unknown {}, 'name', 'Length', 0],
  ] as const)('that are not there are told: %p %s', (target, property, factory, index) => {
    expect(() => recall(target, property, factory, index)).toThrow(
      `@${factory} #${index} of ${target.name}.${property} did not run`,
    );
  });

  it('are listed by property', () => {
    expect(recordsOf(Base, 'Length')).toEqual([
      { property: 'name', uses: [[1, 5], [2]] },
      { property: 'city', uses: [[3]] },
    ]);
    expect(recordsOf(Base, 'Exclude')).toEqual([{ property: undefined, uses: [['class']] }]);
    expect(recordsOf(class Unknown {}, 'Length')).toEqual([]);
  });

  it('are copied for the properties that a mapped class has, the transforms of all classes', () => {
    class Mapped {}
    copyRecords(Derived, Mapped, (property) => property === 'name');
    expect(recordsOf(Mapped, 'Length')).toEqual([{ property: 'name', uses: [[1, 5], [2]] }]);
    expect(recordsOf(Mapped, 'Transform')).toEqual([{ property: 'name', uses: [['derived'], ['base']] }]);
    // what stands above a base class is not about the class
    expect(recordsOf(Mapped, 'Exclude')).toEqual([]);

    class Same {}
    copyRecords(Base, Same, () => false);
    expect(recordsOf(Same, 'Exclude')).toEqual([{ property: undefined, uses: [['class']] }]);
    copyRecords(class Empty {}, Same, () => true);
    expect(recordsOf(Same, 'Length')).toEqual([]);
  });
});
