import { Allow, IsArray, IsBoolean, IsDate, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { Inject, Injectable } from '../../src/decorators/injectable.js';
import { record } from '../../src/metadata/record.js';
import { ClassTable } from '../../src/model/class-table.js';
import { readClass } from '../../src/model/read-class.js';

@Injectable()
class Store {}

@Injectable()
class Service {
  constructor(
    readonly store: Store,
    readonly name: string,
    @Inject(Store) readonly other: object,
  ) {}
}

@Injectable()
class Implicit extends Service {}

@Injectable()
class Explicit extends Service {
  constructor(store: Store) {
    super(store, 'explicit', store);
  }
}

@Injectable()
class WithoutParameters extends Service {
  constructor() {
    super({}, 'none', {});
  }
}

class Undecorated extends Service {}

class Bare {
  constructor(
    readonly first: Store,
    readonly second: Store,
  ) {}
}

class BareImplicit extends Bare {}

@Injectable()
class Alone {}

class Dto {
  @IsString()
  @MaxLength(10)
  name!: string;

  @IsInt()
  age?: number;

  unchecked?: string;
}

class DerivedDto extends Dto {
  @IsString()
  city!: string;
}

const read = (target: new (...values: never[]) => unknown) => readClass(target, new ClassTable());

describe('readClass', () => {
  const store = { token: 'Store' };
  const noClass = { reason: 'not a class' };
  const noMetadata = { reason: 'no metadata' };

  it.each<[string, new (...values: never[]) => unknown, readonly unknown[]]>([
    ['a class without a constructor has none', Alone, []],
    ['types and @Inject tell a constructor’s', Service, [store, noClass, store]],
    ['an implicit constructor has those of the base class', Implicit, [store, noClass, store]],
    ['a constructor of its own replaces those of the base class', Explicit, [store]],
    ['a constructor without parameters has none, whatever the base class needs', WithoutParameters, []],
    ['a class without decorators has those of its base class', Undecorated, [store, noClass, store]],
    ['parameters of a class without metadata are counted', Bare, [noMetadata, noMetadata]],
    ['and inherited', BareImplicit, [noMetadata, noMetadata]],
  ])('dependencies: %s', (_, target, dependencies) => {
    expect(read(target).dependencies).toEqual(dependencies);
  });

  it('takes @Inject where there is no metadata', () => {
    class Untyped {
      constructor(readonly first: unknown) {}
    }
    Inject(Store)(Untyped, undefined, 0);
    expect(read(Untyped).dependencies).toEqual([store]);
  });

  it('tells @Inject on a method apart from one on the constructor', () => {
    class Untyped {
      constructor(readonly first: unknown) {}

      method(value: unknown): unknown {
        return value;
      }
    }
    record(Untyped, { decorator: 'Inject', arguments: [Store], member: 'method', parameter: 0 });
    expect(read(Untyped).dependencies).toEqual([noMetadata]);
  });

  it('knows an injectable by its own mark', () => {
    expect(read(Store)).toMatchObject({ name: 'Store', injectable: true });
    expect(read(Undecorated)).toMatchObject({ name: 'Undecorated', injectable: false });
  });

  it('has the validated properties with their types, by name, inherited ones included', () => {
    expect(read(Dto).properties).toEqual({ age: { kind: 'number' }, name: { kind: 'string' } });
    expect(Object.keys(read(DerivedDto).properties)).toEqual(['age', 'city', 'name']);
    expect(read(Alone).properties).toEqual({});
  });

  it('has the elements of an array that rules for each of them tell', () => {
    class Lists {
      @IsOptional()
      @IsInt({ each: true })
      ids!: number[];

      @IsDate({ each: true })
      days!: Date[];

      @IsBoolean({ each: true })
      single!: boolean;

      @IsArray()
      @IsInt()
      any!: unknown[];
    }
    expect(read(Lists).properties).toEqual({
      ids: { kind: 'array', items: { kind: 'number' } },
      days: { kind: 'array', items: { kind: 'date' } },
      single: { kind: 'boolean' },
      any: { kind: 'array' },
    });
  });

  it('has the type of the initial value of a property without a declared type', () => {
    class Defaults {
      @Allow()
      limit = 20;

      @Allow()
      since = new Date(0);

      @Allow()
      tags = ['a'];

      @Allow()
      declared?: string;
    }
    expect(read(Defaults).properties).toEqual({
      declared: { kind: 'string' },
      limit: { kind: 'number' },
      since: { kind: 'date' },
      tags: { kind: expect.stringMatching(/^(?:missing|object)$/) },
    });
  });

  it('does without the initial values of a class that cannot be constructed without arguments', () => {
    class Strict {
      @Allow()
      value;

      constructor(source: { readonly value: number }) {
        this.value = source.value;
      }
    }
    expect(read(Strict).properties).toEqual({ value: { kind: expect.stringMatching(/^(?:missing|object)$/) } });
  });

  it('has no properties where class-validator is not loaded', () => {
    const shared = globalThis as { classValidatorMetadataStorage?: unknown };
    const storage = shared.classValidatorMetadataStorage;
    try {
      shared.classValidatorMetadataStorage = undefined;
      expect(read(Dto).properties).toEqual({});
    } finally {
      shared.classValidatorMetadataStorage = storage;
    }
  });
});
