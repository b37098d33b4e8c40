import type { Node } from '@oxc-project/types';
import { parseSync } from 'rolldown/utils';
import { dottedName, walk } from '../../src/compiler/syntax.js';

const parse = (code: string): Node => parseSync('a.ts', code).program;

describe('walk', () => {
  it('enters every node in source order with its parent, past holes and what is no node', () => {
    const seen: string[] = [];
    walk(parse('[, a, /x/, 1n]'), (node, parent) => {
      seen.push(`${parent?.type ?? ''} > ${node.type}`);
      return true;
    });
    expect(seen).toEqual([
      ' > Program',
      'Program > ExpressionStatement',
      'ExpressionStatement > ArrayExpression',
      'ArrayExpression > Identifier',
      'ArrayExpression > Literal',
      'ArrayExpression > Literal',
    ]);
  });

  it('leaves out what is below a node that is refused', () => {
    const seen: string[] = [];
    walk(parse('a(() => b); c'), (node) => {
      if (node.type === 'Identifier') seen.push(node.name);
      return node.type !== 'ArrowFunctionExpression';
    });
    expect(seen).toEqual(['a', 'c']);
  });
});

describe('dottedName', () => {
  it.each([
    ['a', 'a'],
    ['a.b.c', 'a.b.c'],
    ['a[b]', undefined],
    ['a["b"].c', undefined],
    ['a().b', undefined],
    ['this.a', undefined],
    ['a.#b', undefined],
    ['"a"', undefined],
  ])('of %s is %s', (code, name) => {
    const names: (string | undefined)[] = [];
    walk(parse(`class A { #b = 1; static { x(${code}); } }`), (node) => {
      if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'x')
        names.push(dottedName(node.arguments[0] as Node));
      return true;
    });
    expect(names).toEqual([name]);
  });
});
