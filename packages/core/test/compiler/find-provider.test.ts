import { findCalls, findProvided } from '../../src/compiler/find-provider.js';
import { parseModule } from '../../src/compiler/source-module.js';
import { stripModule } from '../../src/compiler/strip.js';
import type { ProviderProperty } from '../../src/model/value-table.js';

const parse = (code: string) => parseModule('/project/a.ts', code);
const IMPORT = `import { provide, token, Controller } from '@gatewright/core';\n`;

/** What is imported for a property of the first call of `provide`. */
const textOf = (code: string, property: ProviderProperty = 'useFactory'): string | undefined => {
  const module = parse(IMPORT + code);
  const [call] = findCalls(module, 'provide');
  const found = call && findProvided(module, call.node.start, property);
  return found && (found.text ?? module.code.slice(found.node.start, found.node.end));
};

describe('findCalls', () => {
  it.each([
    ['a list', 'export const list = [provide(A, {})];', 1],
    ['a constant and a list of it', 'const one = provide(A, {}); export default [one, provide(B, {})] as const;', 2],
    ['options', 'const options = { providers: [provide(A, {})] satisfies unknown[] };', 1],
    [
      'a choice',
      'export const list = [process.env.A ? provide(A, {}) : provide(A, {}), ...(B ? [provide(B, {})] : [])];',
      3,
    ],
    ['a decorator', '@Controller({ providers: [provide(A, {})] }) export class C {}', 1],
    ['a function, where it may run more often', 'const list = (name) => [provide(name, {})];', 0],
    [
      'a block, whose names its module does not know',
      'const list = []; for (const name of names) list.push(provide(name, {}));',
      0,
    ],
    ['an argument of something else', 'export const list = freeze([provide(A, {})]);', 0],
    [
      'a function of the same name',
      'namespace own { const provide = 1; } export const list = [other.provide(A, {})];',
      0,
    ],
  ])('in %s', (_, code, count) => {
    expect(findCalls(parse(IMPORT + code), 'provide')).toHaveLength(count);
  });

  it('knows the function by whatever name it is imported', () => {
    expect(
      findCalls(parse(`import { provide as p } from '@gatewright/core'; export const a = [p(A, {})];`), 'provide'),
    ).toHaveLength(1);
    expect(
      findCalls(parse(`import * as gw from '@gatewright/core'; export const a = [gw.provide(A, {})];`), 'provide'),
    ).toHaveLength(1);
    expect(
      findCalls(parse(`import { provide } from './own.js'; export const a = [provide(A, {})];`), 'provide'),
    ).toEqual([]);
  });
});

describe('findProvided', () => {
  it.each([
    ['a property', 'const a = provide(A, { useFactory: () => 1, inject: [B] });', '() => 1'],
    ['a quoted property', `const a = provide(A, { 'useFactory': make });`, 'make'],
    ['a shorthand', 'const a = provide(A, { useFactory });', 'useFactory'],
    [
      'a method',
      'const a = provide(A, { async useFactory(b) { return b; }, inject: [B] });',
      '({ async useFactory(b) { return b; } }).useFactory',
    ],
    [
      'an accessor',
      'const a = provide(A, { get useFactory() { return make; } });',
      '({ get useFactory() { return make; } }).useFactory',
    ],
    ['options from elsewhere', 'const a = provide(A, options);', '(options).useFactory'],
    [
      'options that something is spread into last',
      'const a = provide(A, { useFactory: make, ...options });',
      '({ useFactory: make, ...options }).useFactory',
    ],
    ['a property after what is spread', 'const a = provide(A, { ...options, useFactory: make });', 'make'],
    ['a computed property', `const a = provide(A, { ['useFactory']: make });`, `({ ['useFactory']: make }).useFactory`],
  ])('takes %s', (_, code, text) => {
    expect(textOf(code)).toBe(text);
  });

  it('finds nothing in spread arguments, nor where no call is', () => {
    expect(textOf('const a = provide(...given);')).toBeUndefined();
    expect(findProvided(parse(IMPORT), 5, 'useValue')).toBeUndefined();
  });
});

describe('stripModule', () => {
  it('leaves nothing of providers but what is asked for', () => {
    const module = parse(
      `${IMPORT}import { other } from './other.js';
import { make } from './make.js';
export const TOKEN = token('TOKEN');
export const list = [provide(TOKEN, { useFactory: make }), provide(OTHER, { useValue: other() })];
`,
    );
    const [call] = findCalls(module, 'provide');
    const found = findProvided(module, call?.node.start ?? -1, 'useFactory');
    if (found === undefined) throw new Error('no provider');
    const options = {
      members: new Map(),
      exports: new Map(),
      recorded: new Set<number>(),
      values: new Map([['made', found]]),
    };
    const code = stripModule(module, options)?.toString();
    expect(code).not.toContain('./other.js');
    expect(code).toContain(`import { make } from './make.js';
export const TOKEN = /* @__PURE__ */ token('TOKEN');
export const list = [void 0, void 0];`);
    expect(code).toContain('export const made = (make);');
  });
});
