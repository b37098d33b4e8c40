import { plainToInstance } from 'class-transformer';
import fc from 'fast-check';
import '../../../src/metadata/reflect.js';
import { compileInstance } from './transforms/compile.js';
import { Expose, Type } from './transforms/decorators.js';
import { FIXTURES, type Fixture } from './transforms/fixtures.js';

const NAMES = [
  'id',
  'name',
  'title',
  'uid',
  'filename',
  'file_name',
  'secret',
  'photos',
  'cover',
  'parent',
  'kind',
  'panorama',
  'person',
  'top',
  'all',
  'set',
  'first',
  'last',
  'full',
  'greet',
  'both',
  'arrow',
  'incoming',
  'outgoing',
  'neither',
  'shown',
  'shownAs',
  'read',
  'readAs',
  'email',
  'password',
  '_id',
  '_name',
  'note',
  'other',
  'text',
  'when',
  'untyped',
  'map',
  'numbers',
  'texts',
  'flags',
  'date',
  'everything',
  'twice',
  'from',
  'back',
  'gone',
  'missing',
  'nested',
  'named',
  'from_base',
  'from_derived',
  'hidden',
  'fixed',
  'own',
  'count',
  'flag',
  'list',
  'any',
  'photo',
  'typed',
  'unset',
  'a-b',
  'in',
  'if',
  'plain',
  'value',
  'toString',
  '0',
  'size',
  'get',
  'hasOwnProperty',
  'length',
  'push',
] as const;

const leaf = fc.oneof(
  fc.constantFrom('landscape', 'portrait', '2020-01-02', '7', '', 'true', null, 0, -0, 1.5, 2 ** 60, true, false),
  fc.string({ maxLength: 5 }),
  fc.integer(),
);

/** Data by the names that the classes know, nested as they are. */
const data = fc.letrec((tie) => ({
  object: fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 8 }),
  value: fc.oneof({ depthSize: 'small', maxDepth: 4 }, leaf, tie('object'), fc.array(tie('value'), { maxLength: 3 })),
})).object;

/** Everything that can be told of a value: classes, own keys in their order, what collections hold. */
function tell(value: unknown): unknown {
  if (typeof value === 'function' || value === undefined) return typeof value;
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : value;
  if (value instanceof Date) return ['Date', value.getTime()];
  const elements = value instanceof Map || value instanceof Set ? [...value].map(tell) : [];
  const prototype = Object.getPrototypeOf(value) as object | null;
  return [prototype?.constructor.name, elements, Object.entries(value).map(([key, inner]) => [key, tell(inner)])];
}

/** What a function makes of data, or throws; and what is left of the data. */
function outcome(make: (plain: unknown) => unknown, json: string): string {
  const given: unknown = JSON.parse(json);
  try {
    return JSON.stringify({ made: tell(make(given)), left: given });
  } catch (error) {
    return JSON.stringify({ thrown: (error as Error).name, left: given });
  }
}

const titleOf = ({ target, options }: Fixture): string => `${target.name} ${JSON.stringify(options)}`;

describe('InstanceEmitter', () => {
  it.each(FIXTURES.map((fixture) => [titleOf(fixture), fixture] as const))(
    'makes of %s what plainToInstance makes',
    (_, { target, options }) => {
      const { toInstance, code } = compileInstance(target, options);
      const expected = (plain: unknown) => plainToInstance(target as new () => object, plain, options as object);
      fc.assert(
        fc.property(data, (plain) => {
          const json = JSON.stringify(plain);
          const [made, wanted] = [outcome(toInstance, json), outcome(expected, json)];
          if (made !== wanted) throw new Error(`${json}\n${made}\n${wanted}\n${code}`);
        }),
        { numRuns: Number(process.env['FUZZ_RUNS'] ?? 15) },
      );
    },
  );
});

class Renamed {
  @Expose({ name: 'other' }) name!: string;
}
class ByValue {
  @Type((options) => (options?.object['kind'] ? Renamed : ByValue)) it!: unknown;
}
class InMap {
  @Type(() => Renamed) map!: Map<string, Renamed>;
}
class NamedMap {
  @Type(() => Renamed, { discriminator: { property: 'kind', subTypes: [] } }) map!: Map<string, Renamed>;
}
class Promised {
  @Type(() => Renamed) it!: Promise<Renamed>;
}
class OfUrl {
  @Type(() => URL) it!: URL;
}

describe('what is left to class-transformer', () => {
  it.each([
    [ByValue, 'ByValue.it: @Type decides the type by the value'],
    [InMap, 'InMap.map: a Map of objects whose class has @Transform or names of @Expose is left to class-transformer'],
    [NamedMap, 'NamedMap.map: a Map with a discriminator is left to class-transformer'],
    [Promised, 'Promised.it: the class that it is declared as is left to class-transformer'],
    [OfUrl, 'OfUrl.it: its type URL is left to class-transformer'],
  ])('%p is refused with the reason', (target, reason) => {
    expect(() => compileInstance(target)).toThrow(reason);
  });
});
