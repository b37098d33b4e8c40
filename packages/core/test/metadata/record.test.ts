import { type Class, readLineage, readOwnRecords, record } from '../../src/metadata/record.js';

describe('record', () => {
  it('appends to the class, in the order of the calls', () => {
    class Target {}
    record(Target, { decorator: 'First', arguments: [] });
    record(Target, { decorator: 'Second', arguments: [1], member: 'list', parameter: 0 });
    expect(readOwnRecords(Target)).toEqual([
      { decorator: 'First', arguments: [] },
      { decorator: 'Second', arguments: [1], member: 'list', parameter: 0 },
    ]);
  });

  it('replaces the list, so that one already read does not change', () => {
    class Target {}
    record(Target, { decorator: 'First', arguments: [] });
    const before = readOwnRecords(Target);
    record(Target, { decorator: 'Second', arguments: [] });
    expect(before).toHaveLength(1);
  });

  it('leaves the records of a base class alone', () => {
    class Base {}
    class Derived extends Base {}
    record(Base, { decorator: 'Base', arguments: [] });
    record(Derived, { decorator: 'Derived', arguments: [] });
    expect(readOwnRecords(Base).map(({ decorator }) => decorator)).toEqual(['Base']);
    expect(readOwnRecords(Derived).map(({ decorator }) => decorator)).toEqual(['Derived']);
  });

  it('is found under a registered symbol and is not enumerable', () => {
    class Target {}
    record(Target, { decorator: 'Get', arguments: ['/'] });
    const key = Symbol.for('gatewright.records');
    expect(Reflect.get(Target, key)).toBe(readOwnRecords(Target));
    expect(Object.getOwnPropertyDescriptor(Target, key)).toMatchObject({ enumerable: false });
    expect(Object.keys(Target)).toEqual([]);
  });
});

describe('readOwnRecords', () => {
  it('has nothing of a class without decorators, nor of its base classes', () => {
    class Base {}
    class Derived extends Base {}
    record(Base, { decorator: 'Base', arguments: [] });
    expect(readOwnRecords(Derived)).toEqual([]);
  });
});

describe('readLineage', () => {
  class Base {}
  class Middle extends Base {}
  class Derived extends Middle {}

  it.each<[string, Class, readonly Class[]]>([
    ['the class alone where it extends nothing', Base, [Base]],
    ['base classes after it, the nearest first', Derived, [Derived, Middle, Base]],
  ])('has %s', (_, target, lineage) => {
    expect(readLineage(target)).toEqual(lineage);
  });

  it('ends at `extends null`', () => {
    class Rootless extends (null as unknown as typeof Object) {}
    expect(readLineage(Rootless)).toEqual([Rootless]);
  });

  it('includes built-in base classes', () => {
    class Problem extends Error {}
    expect(readLineage(Problem)).toEqual([Problem, Error]);
  });
});
