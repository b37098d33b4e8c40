import { Transform, Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MinLength,
  ValidateNested,
} from 'class-validator';
import type { Failure } from '../../src/http/validation-failed.js';
// class-transformer's @Type asks for it
import '../../src/metadata/reflect.js';
import { bindDto, bindDtoList } from '../../src/validation/index.js';

class Address {
  @IsString()
  city!: string;

  @Length(5, 5)
  zip!: string;
}

class Item {
  @IsInt()
  @Max(10)
  count!: number;
}

class Order {
  @IsString()
  @MinLength(2)
  title!: string;

  @IsOptional()
  @IsEmail()
  email?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => Address)
  address?: Address;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => Item)
  items?: Item[];

  @IsOptional()
  @IsString({ each: true })
  tags?: string[];

  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
  @Allow()
  note?: unknown;
}

const body = { in: 'body', path: '', required: true } as const;

const bind = async (value: unknown, place: Parameters<typeof bindDto>[2] = body) => {
  const failures: Failure[] = [];
  const instance = await bindDto(value, Order, place, failures);
  return { instance, failures };
};

const linesOf = async (value: unknown, place?: Parameters<typeof bindDto>[2]) =>
  (await bind(value, place)).failures.map(({ path, message, constraint }) => `${path}: ${message} [${constraint}]`);

describe('bindDto', () => {
  it('makes an instance, nested ones too', async () => {
    const { instance, failures } = await bind({
      title: 'Milk',
      address: { city: 'Bern', zip: '30000' },
      items: [{ count: 1 }],
      note: ' x ',
    });
    expect(failures).toEqual([]);
    expect(instance).toBeInstanceOf(Order);
    const order = instance as Order;
    expect(order.address).toBeInstanceOf(Address);
    expect(order.items?.[0]).toBeInstanceOf(Item);
    expect(order.note).toBe('x');
  });

  it('strips what is not declared, at any depth', async () => {
    const { instance } = await bind({
      title: 'Milk',
      isAdmin: true,
      address: { city: 'Bern', zip: '30000', owner: 1 },
      items: [{ count: 1, price: 0 }],
    });
    expect(JSON.parse(JSON.stringify(instance))).toEqual({
      title: 'Milk',
      address: { city: 'Bern', zip: '30000' },
      items: [{ count: 1 }],
    });
  });

  it('reports every rule that is broken, by the path to the value', async () => {
    expect(
      await linesOf({
        title: 5,
        email: 'x',
        address: { city: 1, zip: '1' },
        items: [{ count: 1 }, { count: 99 }, { count: 'a' }],
        tags: ['a', 1],
      }),
    ).toEqual([
      'title: title must be longer than or equal to 2 characters [minLength]',
      'title: title must be a string [isString]',
      'email: email must be an email [isEmail]',
      'address.city: city must be a string [isString]',
      'address.zip: zip must be longer than or equal to 5 characters [isLength]',
      'items.1.count: count must not be greater than 10 [max]',
      'items.2.count: count must not be greater than 10 [max]',
      'items.2.count: count must be an integer number [isInt]',
      'tags: each value in tags must be a string [isString]',
    ]);
  });

  it('puts the path of the place in front', async () => {
    expect(await linesOf({ title: 'a' }, { in: 'body', path: 'order' })).toEqual([
      'order.title: title must be longer than or equal to 2 characters [minLength]',
    ]);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['text', 'text'],
    ['a number', 5],
    ['a boolean', true],
    ['an array', []],
    ['an array of one', [{ title: 'Milk' }]],
  ])('refuses %s', async (_, value) => {
    expect(await bind(value)).toEqual({
      instance: undefined,
      failures: [{ in: 'body', path: '', message: 'the body must be an object', constraint: 'object' }],
    });
  });

  it('refuses a missing value where it is required, and names the property', async () => {
    expect(await linesOf(undefined)).toEqual([': the body is required [required]']);
    expect(await linesOf(undefined, { in: 'body', path: 'order', required: true })).toEqual([
      'order: order is required [required]',
    ]);
    expect(await bind(undefined, { in: 'body', path: '' })).toEqual({ instance: undefined, failures: [] });
    expect(await linesOf(null, { in: 'query', path: '', required: false })).toEqual([
      ': the query must be an object [object]',
    ]);
  });

  it.each([
    ['{"constructor":1}', 'the body must not have the property "constructor" [unsafeKey]'],
    ['{"__proto__":{"title":"Milk"}}', 'the body must not have the property "__proto__" [unsafeKey]'],
    [
      '{"title":"Milk","address":{"constructor":{"prototype":{"x":1}}}}',
      'the body must not have the property "constructor" [unsafeKey]',
    ],
    [
      '{"title":"Milk","items":[{"count":1,"prototype":1}]}',
      'the body must not have the property "prototype" [unsafeKey]',
    ],
    [`{"note":${'['.repeat(70)}${']'.repeat(70)}}`, 'the body must not be nested deeper than 64 [depth]'],
  ])('refuses %s before the libraries see it', async (json, line) => {
    expect(await linesOf(JSON.parse(json))).toEqual([`: ${line}`]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(await linesOf({ title: 'Milk' })).toEqual([]);
  });

  it.each([
    ['toString', { title: 'Milk', toString: 'x' }],
    ['then', JSON.parse('{"title":"Milk","then":"x"}')],
    ['hasOwnProperty', { title: 'Milk', hasOwnProperty: 1 }],
    ['valueOf', { title: 'Milk', address: { city: 'Bern', zip: '30000', valueOf: 1 } }],
  ])('strips the property %s', async (name, value) => {
    const { instance, failures } = await bind(value);
    expect(failures).toEqual([]);
    expect(Object.keys(instance as object)).not.toContain(name);
  });

  it('reports text and lists where nested objects are wanted', async () => {
    expect(await linesOf({ title: 'Milk', address: 'Bern', items: ['x', null] })).toEqual([
      'address: nested property address must be either object or array [nestedValidation]',
      'items.0: each value in nested property items must be either object or array [nestedValidation]',
      'items.1: each value in nested property items must be either object or array [nestedValidation]',
    ]);
    expect(await linesOf({ title: 'Milk', items: 'x' })).toContain('items: items must be an array [isArray]');
  });

  it('names a nested value of which nothing is known by the path to it', async () => {
    class Plain {
      @ValidateNested()
      child!: object;
    }
    const failures: Failure[] = [];
    await bindDto({ child: { a: 1 } }, Plain, body, failures);
    expect(failures).toEqual([
      {
        in: 'body',
        path: 'child',
        message: 'an unknown value was passed to the validate function',
        constraint: 'unknownValue',
      },
    ]);
  });
});

describe('bindDtoList', () => {
  const list = async (value: unknown, place: Parameters<typeof bindDto>[2] = body) => {
    const failures: Failure[] = [];
    return { value: await bindDtoList(value, Item, place, failures), failures };
  };

  it('makes an instance of each element', async () => {
    const { value, failures } = await list([{ count: 1 }, { count: 2, extra: true }]);
    expect(failures).toEqual([]);
    expect(value).toStrictEqual([Object.assign(new Item(), { count: 1 }), Object.assign(new Item(), { count: 2 })]);
    expect(await list([])).toEqual({ value: [], failures: [] });
  });

  it('reports each element that is wrong, by its position', async () => {
    const { failures } = await list([
      { count: 99 },
      null,
      undefined,
      'x',
      { count: 1 },
      [1],
      JSON.parse('{"constructor":1}'),
    ]);
    expect(failures.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      '0.count: count must not be greater than 10',
      '1: 1 must be an object',
      '2: 2 is required',
      '3: 3 must be an object',
      '5: 5 must be an object',
      '6: 6 must not have the property "constructor"',
    ]);
  });

  it('puts the path of the place in front', async () => {
    expect((await list([{}, 1], { in: 'body', path: 'items' })).failures.map(({ path }) => path)).toEqual([
      'items.0.count',
      'items.0.count',
      'items.1',
    ]);
  });

  it.each([[null], ['ab'], [{}], [{ length: 1 }]])('refuses %j', async (value) => {
    expect(await list(value)).toEqual({
      value: undefined,
      failures: [{ in: 'body', path: '', message: 'the body must be an array', constraint: 'array' }],
    });
    expect((await list(value, { in: 'body', path: 'items' })).failures).toEqual([
      { in: 'body', path: 'items', message: 'items must be an array', constraint: 'array' },
    ]);
  });

  it('asks for a missing list only where it is required', async () => {
    expect(await list(undefined, { in: 'body', path: '' })).toEqual({ value: undefined, failures: [] });
    expect((await list(undefined)).failures).toMatchObject([{ message: 'the body is required' }]);
  });
});
