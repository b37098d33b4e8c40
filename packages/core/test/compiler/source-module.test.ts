import {
  decoratorsOf,
  frameworkName,
  memberName,
  parameterDecorators,
  parseModule,
} from '../../src/compiler/source-module.js';

const classIn = (code: string, file = '/a.ts') => {
  const module = parseModule(file, code);
  const [source] = module.classes.values();
  if (source === undefined) throw new Error('no class');
  return { module, source };
};

describe('parseModule', () => {
  it('reads imports by their local names', () => {
    const { imports } = parseModule(
      '/a.ts',
      `import a, { b as c, type D, default as e } from 'x'; import * as f from 'y'; import type G from 'z'; import 'effects';`,
    );
    expect(Object.fromEntries(imports)).toEqual({
      a: { specifier: 'x', imported: 'default', typeOnly: false },
      c: { specifier: 'x', imported: 'b', typeOnly: false },
      D: { specifier: 'x', imported: 'D', typeOnly: true },
      e: { specifier: 'x', imported: 'default', typeOnly: false },
      f: { specifier: 'y', imported: '*', typeOnly: false },
      G: { specifier: 'z', imported: 'default', typeOnly: true },
    });
  });

  it('leaves out classes that are only declared', () => {
    expect(parseModule('/a.ts', 'declare class A {} export declare class B {} export class C {}').classes.size).toBe(1);
  });

  it.each([
    ['class A {}', { name: 'A', binding: 'A' }],
    ['export class A {}', { name: 'A', binding: 'A', exportName: 'A' }],
    ['export default class A {}', { name: 'A', binding: 'A', exportName: 'default' }],
    ['export default class {}', { exportName: 'default' }],
    ['class A {} export { A as default };', { name: 'A', binding: 'A', exportName: 'default' }],
    ['class A {} export { A as B };', { name: 'A', binding: 'A', exportName: 'B' }],
    ['let A = class B {}; export { A };', { name: 'B', binding: 'A', exportName: 'A' }],
    ['f(class {})', {}],
    ['() => { class A {} }', { name: 'A' }],
    ['class A {} () => { }', { name: 'A', binding: 'A' }],
  ])('tells by what names %j is known', (code, names) => {
    const { node: _node, ...rest } = classIn(code).source;
    expect(rest).toEqual(names);
  });

  it('does not take a class inside a function for the exported one of its name', () => {
    expect(classIn('const f = () => class A {}; export { A };').source).toEqual({ node: expect.anything(), name: 'A' });
  });
});

describe('decorators', () => {
  it.each([
    [`import { Get } from '@gatewright/core';`, '@Get()', 'Get'],
    [`import { Get as Read } from '@gatewright/core';`, '@Read', 'Get'],
    [`import * as core from '@gatewright/core';`, '@core.Get()', 'Get'],
    [`import core = require('@gatewright/core');`, '@core.Get()', undefined],
    [`import { Get } from './mine.js';`, '@Get()', undefined],
    ['', '@Get()', undefined],
    ['', '@(make())()', undefined],
  ])('%s %s is the framework’s %s', (imports, decorator, name) => {
    const { module, source } = classIn(`${imports} ${decorator} class A {}`);
    expect(decoratorsOf(source.node).map((entry) => frameworkName(module, entry))).toEqual([name]);
  });

  it('are found on members and their parameters, whatever the member is', () => {
    const { source } = classIn(
      'class A { @a b(@c d, e) {} @f g = 1; static {} [key: string]: unknown; @h accessor i = 1; }',
    );
    expect(
      source.node.body.body.map((member) => [decoratorsOf(member).length, parameterDecorators(member).length]),
    ).toEqual([
      [1, 1],
      [1, 0],
      [0, 0],
      [0, 0],
      [1, 0],
    ]);
    expect(parameterDecorators(classIn('class A { a(b) {} }', '/a.js').source.node.body.body[0] as never)).toEqual([]);
  });
});

describe('memberName', () => {
  it.each([
    ['a() {}', 'a'],
    [`'a b'() {}`, 'a b'],
    ['7() {}', '7'],
    ['#a() {}', undefined],
    ['[a]() {}', undefined],
    ['[key: string]: unknown', undefined],
    ['static {}', undefined],
  ])('of %s is %s', (member, name) => {
    expect(memberName(classIn(`class A { ${member} }`).source.node.body.body[0] as never)).toBe(name);
  });
});
