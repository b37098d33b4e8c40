import { type ClassTransformOptions, instanceToPlain } from 'class-transformer';
import fc from 'fast-check';
import type { OutputOptions } from '../../../src/model/output-options.js';
import { PlainMaker } from '../../../src/validation/compiled/to-plain.js';
import { Exclude, Expose, Transform, Type } from './decorators.js';

class Tag {
  @Expose() text!: unknown;
  hidden = 'h';
}

@Expose()
class All {
  a = 1;
  @Exclude() b = 2;
  @Expose({ name: 'see' }) c = 3;
}

class Other {
  a = 1;
}

class Base {
  @Expose({ name: 'base_name' }) name!: unknown;
  @Transform(({ value }) => [value, 'b']) @Expose() text!: unknown;
  @Exclude() @Expose() secret!: unknown;
  @Expose() overridden!: unknown;
  @Exclude() shown!: unknown;
}

class User extends Base {
  @Expose() id!: unknown;
  @Transform(({ value }) => [value, 'd1']) @Transform(({ value }) => [value, 'd2']) declare text: unknown;
  @Expose({ name: 'over' }) declare overridden: unknown;
  @Expose() declare shown: unknown;
  @Expose({ groups: ['admin'] }) role!: unknown;
  @Expose({ groups: [] }) other!: unknown;
  @Expose({ since: 2, until: 4 }) versioned!: unknown;
  @Expose({ since: 0, until: 0, name: 'always' }) unbound!: unknown;
  @Expose({ groups: ['user'], since: 3 }) groupedLater!: unknown;
  @Expose()
  @Transform(() => 'old', { until: 3 })
  @Transform(() => 'new', { since: 2, groups: ['user'] })
  changed!: unknown;
  @Transform(() => 'n', { groups: [] }) @Expose() never!: unknown;
  _internal!: unknown;
  @Expose({ toClassOnly: true }) incoming!: unknown;
  @Expose({ toPlainOnly: true }) outgoing!: unknown;
  @Expose({ toPlainOnly: true, toClassOnly: true }) ways!: unknown;
  @Exclude({ toClassOnly: true }) @Expose() both!: unknown;
  @Expose() @Type(() => Date) when!: unknown;
  @Expose() @Type(() => Number) count!: unknown;
  @Expose() @Type(() => String) label!: unknown;
  @Expose() @Type(() => Boolean) flag!: unknown;
  @Expose() @Type(() => Tag) tag!: unknown;
  @Expose() @Type(({ object }: { object?: { id?: unknown } } = {}) => (object?.id ? Tag : Other)) decided!: unknown;
  @Expose() untyped!: unknown;
  @Expose()
  @Type(() => Tag, {
    discriminator: {
      property: 'kind',
      subTypes: [
        { name: 'tag', value: Tag },
        { name: 'all', value: All },
      ],
    },
  })
  named!: unknown;
  @Expose()
  @Transform(({ value, key, obj, type, options }) => [value, key, Object.keys(obj), type, options])
  everything!: unknown;
  @Transform(() => 'c', { toClassOnly: true }) @Expose() toClass!: unknown;
  @Transform(() => 'p', { toPlainOnly: true, since: 3 }) @Expose() toPlain!: unknown;
  @Transform(() => 'g', { groups: ['admin'] }) @Expose() grouped!: unknown;
  @Expose() get computed(): unknown {
    return [this.id];
  }
  @Expose({ name: 'called' }) call(): unknown {
    return { of: this.id };
  }
}

@Exclude()
class None {
  a = 1;
  @Expose() b = 2;
}

@Exclude()
@Expose()
class Both {
  a = 1;
  @Expose() b = 2;
}

const make = (target: new () => object) => (values: object) => Object.assign(new target(), values);
const writable = Object.keys(new User());

/** Values of every kind, nested; made again for each of both. */
const values = fc.letrec<{ value: () => unknown; user: () => object }>((tie) => ({
  user: fc
    .dictionary(fc.constantFrom(...writable, 'more'), tie('value'), { maxKeys: 8, noNullPrototype: true })
    .map(
      (entries) => () => make(User)(Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, value()]))),
    ),
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc
      .constantFrom<unknown>('', 'a', '2020-01-02', 0, 1, true, null, undefined, Number.NaN)
      .map((value) => () => value),
    fc.constantFrom(
      () => new Date(5),
      () => new All(),
      () => new None(),
      () => new Both(),
      () => new Other(),
      () => make(Tag)({ text: 1 }),
      () => ({ a: 1 }),
      () => Buffer.from('ab'),
      () =>
        new Map<string, unknown>([
          ['a', new All()],
          ['__proto__', 1],
        ]),
      () => new Set([1, new All()]),
      () => () => 'made',
      () => 10n,
      () => [new All(), [new Tag()]],
      () => new (class extends All {})(),
    ),
    tie('user'),
    fc.array(tie('value'), { maxLength: 3 }).map((list) => () => list.map((value) => value())),
  ),
}));

const tell = (_: string, value: unknown): unknown => {
  if (typeof value === 'bigint' || value === undefined || Number.isNaN(value)) return String(value);
  return value instanceof Map ? ['Map', ...value] : typeof value === 'function' ? 'function' : value;
};

function outcome(plain: (instance: object) => unknown, value: object): string {
  try {
    return JSON.stringify([plain(value), value], tell);
  } catch (error) {
    return (error as Error).name;
  }
}

const toPlain = (value: object): unknown => new PlainMaker({}).plain(value);

const real = (value: object, options: OutputOptions = {}): unknown =>
  instanceToPlain(value, { strategy: 'excludeAll', ...options } as ClassTransformOptions);

/** Bounds, groups and prefixes that decorators above have, and others. */
const options = fc.record(
  {
    strategy: fc.constantFrom('excludeAll', 'exposeAll'),
    groups: fc.subarray(['admin', 'user', 'other']),
    version: fc.constantFrom(0, 1, 2, 3, 4, 5),
    excludePrefixes: fc.subarray(['_', 'to', 'n', 'hid']),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<OutputOptions>;

describe('PlainMaker', () => {
  it('makes of any value what instanceToPlain makes', () => {
    fc.assert(
      fc.property(values.user, options, (value, said) => {
        const maker = new PlainMaker(said);
        expect(outcome((user) => maker.plain(user), value())).toBe(outcome((user) => real(user, said), value()));
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 600) },
    );
  });

  it.each([new All(), new None(), new Both(), new Other(), new Tag()])(
    'makes of %p what instanceToPlain makes',
    (value) => {
      expect(toPlain(value)).toEqual(real(value));
    },
  );

  it('waits for promises', async () => {
    const user = make(User)({ id: Promise.resolve(new All()) });
    const { id } = toPlain(user) as { id: Promise<unknown> };
    expect(await id).toEqual({ a: 1, see: 3 });
  });
});
