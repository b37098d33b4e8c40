import { readParameterTypes, readPropertyType } from '../../src/metadata/reflect.js';

const Mark = (): ClassDecorator & MethodDecorator & PropertyDecorator => () => {};

class Store {}

@Mark()
class Base {
  @Mark()
  size?: number;

  constructor(readonly store: Store) {}

  @Mark()
  list(count: number, at: Date): string {
    return `${count}${at}`;
  }
}

@Mark()
class Implicit extends Base {}

class Overriding extends Base {
  override list(count: number, at: Date): string {
    return `${count}${at}`;
  }
}

class Plain {
  size = 1;
}

describe('readParameterTypes', () => {
  it('has the types of the constructor that the class itself declares', () => {
    expect(readParameterTypes(Base)).toEqual([Store]);
    expect(readParameterTypes(Implicit)).toBeUndefined();
    expect(readParameterTypes(Plain)).toBeUndefined();
  });

  it('has the types of a method, those of the overridden one where the override has no decorator', () => {
    expect(readParameterTypes(Base, 'list')).toEqual([Number, Date]);
    expect(readParameterTypes(Overriding, 'list')).toEqual([Number, Date]);
    expect(readParameterTypes(Base, 'missing')).toBeUndefined();
  });
});

describe('readPropertyType', () => {
  it('has the declared type of a decorated property, inherited ones included', () => {
    expect(readPropertyType(Implicit, 'size')).toBe(Number);
    expect(readPropertyType(Plain, 'size')).toBeUndefined();
  });
});
