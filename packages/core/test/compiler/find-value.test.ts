import type { Collected } from '../../src/compiler/collect.js';
import { checkValues, findRecorded, findValue } from '../../src/compiler/find-value.js';
import type { LoadedApplication } from '../../src/compiler/load-application.js';
import { parseModule } from '../../src/compiler/source-module.js';
import type { ValuePlace } from '../../src/model/value-table.js';

const FILE = '/project/src/a.ts';
const IMPORT = `import { Body, Controller, Get, provide, Use } from '@gatewright/core';\n`;
const KEY = 'A@Use';
const PROVIDERS = { providers: {}, owner: '', refused: [] };

/** An application of one module and one value; its classes have their names as keys, one without a name `default`. */
function load(code: string, place: Partial<ValuePlace> = {}, more: Partial<Collected> = {}): LoadedApplication {
  const module = parseModule(FILE, IMPORT + code);
  const value: ValuePlace = { class: 'A', decorator: 'Use', occurrence: 0, count: 1, argument: 0, ...place };
  const collected: Collected = {
    application: {
      around: { layers: [], catches: [], refused: [] },
      providers: PROVIDERS,
      overrides: PROVIDERS,
      values: { [KEY]: value },
      controllers: [],
      classes: {},
    },
    declared: Object.fromEntries(
      [...module.classes].map(([start, { name = 'default' }]) => [name, { file: FILE, start }]),
    ),
    references: {},
    lineages: {},
    strays: {},
    provided: {},
    exports: {},
    dtos: {},
    schemas: {},
    ...more,
  };
  return { collected, modules: new Map([[FILE, module]]) };
}

/** What is found as `name: source`, with what is taken of it. */
function textOf(loaded: LoadedApplication): string | undefined {
  const found = findValue(loaded, KEY);
  if (found === undefined) return undefined;
  const { name, module, node, text = module.code.slice(node.start, node.end), access = '' } = found;
  return `${name}: ${text}${access}`;
}

describe('findValue', () => {
  it.each<[string, string, Partial<ValuePlace>, string]>([
    ['of a class', '@Use(one) class A {}', {}, 'gatewright_A___Use_0_0: one'],
    [
      'in the order of the source, past decorators of others',
      '@Use(one) @other(x) @Controller() @Use(two, three) class A {}',
      { occurrence: 1, count: 2, argument: 1 },
      'gatewright_A___Use_1_1: three',
    ],
    [
      'of the last method of that name which is no static',
      'class A { @Use(one) static get() {} @Use(two) "get"() {} @Use(three) ["get"]() {} }',
      { member: 'get' },
      'gatewright_A_get__Use_0_0: two',
    ],
    [
      'of a parameter',
      'class A { get(@Body(one) a, @Use(x) @Body(two) b) {} }',
      { member: 'get', parameter: 1, decorator: 'Body' },
      'gatewright_A_get_1_Body_0_0: two',
    ],
    [
      'of a method whose name is no identifier',
      'export class A { @Use(one) "get-it"() {} }',
      { member: 'get-it' },
      'gatewright_A_get_it__Use_0_0: one',
    ],
    ['of a class by its variable', 'const B = @Use(one) class A {}', {}, 'gatewright_B___Use_0_0: one'],
  ])('finds an argument %s', (_, code, place, text) => {
    expect(textOf(load(code, place))).toBe(text);
  });

  it.each<[string, string, Partial<ValuePlace>]>([
    ['the class is of a package', 'class Other {}', {}],
    ['no module can name the class', 'function make() { @Use(one) class A {} return A; }', {}],
    ['a function applies more decorators', '@Use(one) @more() class A {}', { count: 2 }],
    ['the decorator is not called', '@Use class A {}', {}],
    ['the argument is not written', '@Use(one) class A {}', { argument: 1 }],
    ['the argument is spread', '@Use(...all) class A {}', {}],
    ['there is no such method', 'class A { @Use(one) get() {} }', { member: 'list' }],
    ['the member is a property', 'class A { @Use(one) get = 1; }', { member: 'get' }],
    ['there is no such parameter', 'class A { get(@Use(one) a) {} }', { member: 'get', parameter: 1 }],
    ['the parameter has no decorator', 'class A { get(@Use(one) a, b) {} }', { member: 'get', parameter: 1 }],
  ])('finds nothing where %s', (_, code, place) => {
    expect(textOf(load(code, place))).toBeUndefined();
  });

  const provider = { index: 1, property: 'useFactory' } as const;
  const LIST = 'export const list = [provide(B, { useValue: 1 }), provide(A, { useFactory: () => 2 })];\n';
  const controller = { decorator: 'Controller', provider };
  const providedAt = (start: number, file = FILE) => ({ provided: { [KEY]: { file, start } } });

  it('finds the value of a provider in the call that made it', () => {
    const start = (IMPORT + LIST).lastIndexOf('provide(A');
    expect(textOf(load(LIST, controller, providedAt(start)))).toBe('gatewright_provide_1_useFactory: () => 2');
  });

  it.each<[string, Partial<Collected>]>([
    ['has no place', {}],
    ['is of a package', providedAt(0, '/project/node_modules/b/index.js')],
    ['was made by a function', providedAt(1)],
  ])('finds the value of a provider that %s where it is listed', (_, more) => {
    const code = '@Controller({ providers: listed() }) class A {}';
    expect(textOf(load(code, controller, more))).toBe(
      'gatewright_A___Controller_0_0: { providers: listed() }.providers[1].useFactory',
    );
    expect(textOf(load('class A {}', controller, more))).toBeUndefined();
  });
});

describe('findRecorded', () => {
  const place = { decorator: 'Use', occurrence: 0, argument: 0 };
  it.each<[string, LoadedApplication, object | undefined]>([
    [
      'a base class, by the controller that extends it',
      load('class A {}', { member: 'get' }, { lineages: { Other: ['Other'], C: ['C', 'B', 'A'] } }),
      { class: 'C', place: { depth: 2, class: undefined, member: 'get', ...place } },
    ],
    ['a class of the module', load('class A {}'), { class: 'A', place: { depth: 0, ...place } }],
    [
      'a class that is exported without a name',
      load('export default class {}', { class: 'default' }),
      { class: 'default', place: { depth: 0, ...place } },
    ],
    ['nothing of a class inside a function', load('function make() { class A {} }'), undefined],
    ['nothing of a class of a package', load('class Other {}'), undefined],
    [
      'the value of a provider, by the list it is in',
      load('class A {}', { provider: { index: 2, property: 'useValue' } }),
      { class: 'A', place: { depth: 0, ...place }, access: '.providers[2].useValue' },
    ],
    ['no class of a provider', load('class A {}', { provider: { index: 0, property: 'useClass' } }), undefined],
  ])('finds %s', (_, loaded, recorded) => {
    expect(findRecorded(loaded, KEY)).toEqual(recorded);
  });
});

describe('checkValues', () => {
  const linesOf = (loaded: LoadedApplication): string[] =>
    checkValues('/project', loaded).map(({ at, where, message, code }) => `${at} ${where} ${message} [${code}]`);
  const message = (decorator: string) =>
    `gets a value from @${decorator} that a handler cannot import, because the class is declared where no module can export it; declare it at the top level of a module [VALUE_NOT_REACHABLE]`;

  it.each<[string, LoadedApplication, string[]]>([
    ['what is written', load('@Use(one) class A {}'), []],
    ['what was recorded', load('@more() class A {}'), []],
    [
      'a class inside a function, with its place',
      load('function make() {\n  @Use(one) class A {}\n}'),
      [`src/a.ts:3:19 A ${message('Use')}`],
    ],
    [
      'a class without a name',
      load('make(class { get(@Body(one) a) {} });', { class: 'default', member: 'get', decorator: 'Body' }),
      [`src/a.ts:2:6 default.get ${message('Body')}`],
    ],
    ['a class of a package', load('class Other {}'), [`undefined A ${message('Use')}`]],
    [
      'a class in a provider that a function makes',
      load('@more() class A {}', { decorator: 'Controller', provider: { index: 0, property: 'useClass' } }),
      [
        'src/a.ts:2:15 A gets a value from @Controller that a handler cannot import, because a function makes the provider of a class and applies the decorator; write provide(...) in a list at the top level of a module [VALUE_NOT_REACHABLE]',
      ],
    ],
  ])('refuses only what no handler can import: %s', (_, loaded, lines) => {
    expect(linesOf(loaded)).toEqual(lines);
  });
});
