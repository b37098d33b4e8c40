import type { CompiledDtos } from '../../../src/compiler/validators/compile-dtos.js';
import type { DtoDescription, ValidationDescription } from '../../../src/compiler/validators/dto-description.js';
import { dtoShape } from '../../../src/compiler/validators/dto-shape.js';
import type { Class } from '../../../src/metadata/record.js';
import { ClassTable } from '../../../src/model/class-table.js';

const place = (key: string) => ({
  library: 'class-validator' as const,
  factory: 'Max',
  class: key,
  property: 'count',
  index: 0,
});

const rule = (key: string, limit: number): ValidationDescription => ({
  type: 'customValidation',
  constraint: 'max',
  property: 'count',
  place: place(key),
  arguments: [{ json: limit, reference: { ...place(key), argument: 0 } }],
  each: false,
  groups: [],
});

interface Change {
  readonly limit?: number;
  readonly code?: string;
  readonly whitelist?: boolean;
  readonly dto?: Partial<DtoDescription>;
}

/** The shape of a class with one rule. */
function shapeOf(target: Class, { limit = 5, code = '', whitelist = true, dto = {} }: Change = {}): string | undefined {
  const classes = new ClassTable();
  const key = classes.keyOf(target);
  const compiled: CompiledDtos = {
    code: `function validate${key}(object) { ${code} }\nconst ${key.toLowerCase()}Dto = {};`,
    bindings: [{ local: key, binding: { kind: 'class', class: key } }],
    compiled: {
      [`${key} {}`]: {
        class: key,
        validation: undefined,
        options: { whitelist },
        local: `${key.toLowerCase()}Dto`,
        isEager: false,
      },
    },
    hasOutput: false,
    dtos: {
      [key]: {
        class: key,
        name: key,
        ancestors: [],
        validations: [rule(key, limit)],
        selections: {},
        transforms: [],
        designTypes: {},
        unsupported: [],
        ...dto,
      },
    },
  };
  return dtoShape(compiled, classes);
}

describe('the shape of a DTO', () => {
  class One {}
  class Two {}

  it('is the same for classes that differ in their names', () => {
    expect(shapeOf(One)).toBeDefined();
    expect(shapeOf(Two)).toBe(shapeOf(One));
  });

  it.each<[string, Change]>([
    ['the argument of a rule', { limit: 6 }],
    ['the code', { code: 'return;' }],
    ['the options', { whitelist: false }],
    ['a declared type', { dto: { designTypes: { count: { builtIn: 'Number' } } } }],
    ['a value that the author gave, even the name of the class', { dto: { initial: { count: { json: 'Two' } } } }],
  ])('differs with %s', (_what, change) => {
    expect(shapeOf(Two, change)).toBeDefined();
    expect(shapeOf(Two, change)).not.toBe(shapeOf(One));
  });

  it('differs with what instances hold that no decorator is about', () => {
    class Held {
      limit = 20;
    }
    class Read {
      get limit(): number {
        return 20;
      }
    }
    const shapes = [One, Held, Read, class Other extends Held {}].map((target) => shapeOf(target));
    expect(new Set(shapes).size).toBe(4);
  });

  it('differs where nothing is known of a value but where it stands', () => {
    const given = (key: string): Change => ({
      dto: {
        validations: [{ ...rule(key, 5), arguments: [{ reference: { ...place(key), argument: 0 } }] }],
      },
    });
    expect(shapeOf(Two, given('Two'))).not.toBe(shapeOf(One, given('One')));
  });

  it('is not known where instances hold what JSON cannot, or cannot be made', () => {
    class Dated {
      at = new Date(0);
    }
    class Refusing {
      constructor() {
        throw new Error('no');
      }
    }
    expect([Dated, Refusing].map((target) => shapeOf(target))).toEqual([undefined, undefined]);
  });
});
