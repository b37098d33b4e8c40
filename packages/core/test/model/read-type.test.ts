import { ClassTable } from '../../src/model/class-table.js';
import { readExplicitType, readType } from '../../src/model/read-type.js';

class User {}

enum Order {
  Asc = 'asc',
  Desc = 'desc',
}

enum Level {
  Low,
  High,
}

describe('readType', () => {
  it.each<[string, unknown, unknown]>([
    ['undefined as missing', undefined, { kind: 'missing' }],
    ['Object', Object, { kind: 'object' }],
    ['null as object', null, { kind: 'object' }],
    ['other values as object', 5, { kind: 'object' }],
    ['Array without its elements', Array, { kind: 'array' }],
    ['String', String, { kind: 'string' }],
    ['Number', Number, { kind: 'number' }],
    ['Boolean', Boolean, { kind: 'boolean' }],
    ['BigInt', BigInt, { kind: 'bigint' }],
    ['Date', Date, { kind: 'date' }],
    ['a class by its key', User, { kind: 'class', class: 'User' }],
    ['an enum of text', Order, { kind: 'string' }],
    ['an enum of numbers', Level, { kind: 'number' }],
    ['an empty enum', {}, { kind: 'string' }],
  ])('reads %s', (_, value, type) => {
    expect(readType(value, new ClassTable())).toEqual(type);
  });
});

describe('readExplicitType', () => {
  it.each<[string, unknown, unknown]>([
    ['nothing', undefined, undefined],
    ['a class', User, { kind: 'class', class: 'User' }],
    ['Object as any value', Object, { kind: 'unknown' }],
    ['a constructor', Number, { kind: 'number' }],
    ['an array of a class', [User], { kind: 'array', items: { kind: 'class', class: 'User' } }],
    ['an array of a constructor', [BigInt], { kind: 'array', items: { kind: 'bigint' } }],
    ['an array of any values', [Object], { kind: 'array', items: { kind: 'unknown' } }],
    ['an empty array, whose elements are not known', [], { kind: 'array' }],
    ['an array of null, whose elements are not known', [null], { kind: 'array' }],
  ])('reads %s', (_, value, type) => {
    expect(readExplicitType(value, new ClassTable())).toEqual(type);
  });
});
