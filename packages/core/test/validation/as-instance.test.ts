import { Type } from 'class-transformer';
import '../../src/metadata/reflect.js';
import { asInstance } from '../../src/validation/as-instance.js';

class Leaf {
  n?: number;
}

class Node {
  @Type(() => Leaf) leaf?: unknown;
  @Type(() => Node) next?: unknown;
  @Type(() => Date) date?: unknown;
  other?: unknown;
}

class Wide extends Node {}

const node = (given: object): Node => Object.assign(new Node(), given);
const leafOf = (value: object): unknown => (value as Node).leaf;

describe('asInstance', () => {
  it('gives a record its class, and records inside it what @Type names', () => {
    const record = { leaf: { n: 1 }, next: { leaf: Object.assign(Object.create(null), { n: 2 }) }, other: { n: 3 } };
    const made = asInstance(record, Wide) as Wide;
    expect(made).toBeInstanceOf(Wide);
    expect(made.leaf).toBeInstanceOf(Leaf);
    expect(made.next).toBeInstanceOf(Node);
    expect(leafOf(made.next as Node)).toEqual(Object.assign(new Leaf(), { n: 2 }));
    expect(made.other).toBe(record.other);
    expect(Object.keys(made)).toEqual(Object.keys(record));
    expect(record.leaf).not.toBeInstanceOf(Leaf);
  });

  it('gives it to elements of arrays, sets and maps', () => {
    const leaf = { n: 1 };
    expect(leafOf(asInstance({ leaf: [[leaf]] }, Node))).toEqual([[expect.any(Leaf)]]);
    expect([...(leafOf(asInstance({ leaf: new Set([leaf]) }, Node)) as Set<unknown>)]).toEqual([expect.any(Leaf)]);
    expect([...(leafOf(asInstance({ leaf: new Map([['k', leaf]]) }, Node)) as Map<unknown, unknown>)]).toEqual([
      ['k', expect.any(Leaf)],
    ]);
  });

  it('takes an instance as it is that holds no record', () => {
    for (const leaf of [
      new Leaf(),
      [new Leaf(), null],
      new Set([new Leaf()]),
      new Map([[1, new Leaf()]]),
      'x',
      undefined,
    ]) {
      const given = node({ leaf });
      expect(asInstance(given, Node)).toBe(given);
    }
  });

  it('leaves an instance that holds a record alone', () => {
    const given = Object.freeze(node({ leaf: { n: 1 }, other: 2 }));
    const made = asInstance(given, Node) as Node;
    expect(made.leaf).toBeInstanceOf(Leaf);
    expect(made.other).toBe(2);
    expect(given.leaf).not.toBeInstanceOf(Leaf);
  });

  it('makes no Date of a record, and nothing of what is of another class', () => {
    const url = new URL('https://a.test');
    const date = { n: 1 };
    const made = asInstance({ date, leaf: url }, Node) as Node;
    expect(made.date).toBe(date);
    expect(made.leaf).toBe(url);
  });

  it('ends where a value leads to itself', () => {
    const record: { next?: object } = {};
    record.next = record;
    const made = asInstance(record, Node) as Node;
    expect(made.next).toBe(made);
    const one = node({});
    one.next = one;
    expect(asInstance(one, Node)).toBe(one);
  });

  it('takes no class from a record', () => {
    const made = asInstance(JSON.parse('{ "constructor": 1, "__proto__": { "leaf": 2 } }'), Node) as Node;
    expect(made).toBeInstanceOf(Node);
    expect(made.constructor).toBe(Node);
    expect(made.leaf).toBeUndefined();
  });
});
