import type { CompilerAnalysis } from '../../src/compiler/analyze.js';
import { importOf } from '../../src/compiler/imports.js';
import { parseModule } from '../../src/compiler/source-module.js';

/** An analysis of one file, whose classes have their own names as keys; what each of them refers to may be given. */
const analysisOf = (
  code: string,
  references: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): CompilerAnalysis => {
  const module = parseModule('/project/src/a.ts', code);
  const declared = Object.fromEntries(
    [...module.classes].map(([start, { name }]) => [name ?? 'class', { file: module.file, start }]),
  );
  return {
    verify: async () => [],
    end() {},
    root: '/project',
    manifest: { version: 2, controllers: [], routes: [], functions: [], classes: {} },
    inputs: [],
    warnings: [],
    modules: new Map([[module.file, module]]),
    collected: {
      application: {
        around: { layers: [], catches: [], refused: [] },
        providers: { providers: {}, owner: '', refused: [] },
        overrides: { providers: {}, owner: '', refused: [] },
        values: {},
        controllers: [],
        classes: {},
      },
      declared,
      references,
      lineages: {},
      strays: {},
      dtos: {},
      schemas: {},
      provided: {},
      exports: { Routed: { module: '/project/src/index.ts', export: 'Again' } },
    },
  };
};

describe('importOf', () => {
  it.each([
    [
      'an exported controller, as it was found',
      'class Routed {}',
      'Routed',
      { module: '/project/src/index.ts', export: 'Again' },
    ],
    ['an exported class', 'export class Store {}', 'Store', { module: '/project/src/a.ts', export: 'Store' }],
    [
      'a class exported by another name',
      'class Store {} export { Store as Other };',
      'Store',
      { module: '/project/src/a.ts', export: 'Other' },
    ],
    [
      'a class exported by a name in quotes',
      `class Store {} export { Store as 'a store' };`,
      'Store',
      { module: '/project/src/a.ts', export: 'a store' },
    ],
    [
      'the default export',
      'export default class Store {}',
      'Store',
      { module: '/project/src/a.ts', export: 'default' },
    ],
    [
      'the default export, named later',
      'class Store {} export default Store;',
      'Store',
      { module: '/project/src/a.ts', export: 'default' },
    ],
    [
      'the default export, without a name',
      'export default class {}',
      'class',
      { module: '/project/src/a.ts', export: 'default' },
    ],
    [
      'a class in an exported variable',
      'export const Store = class {};',
      'Store',
      { module: '/project/src/a.ts', export: 'Store' },
    ],
    [
      'a named class in an exported variable',
      'export const Outer = class Inner {};',
      'Inner',
      { module: '/project/src/a.ts', export: 'Outer' },
    ],
    [
      'a class that is not exported',
      'class Store {}',
      'Store',
      { module: '/project/src/a.ts', export: 'gatewright_Store' },
    ],
    [
      'a class exported as a type only',
      'class Store {} export type { Store };',
      'Store',
      { module: '/project/src/a.ts', export: 'gatewright_Store' },
    ],
    [
      'a class exported by another module under its name',
      `class Store {} export { Store } from './other.js';`,
      'Store',
      { module: '/project/src/a.ts', export: 'gatewright_Store' },
    ],
    [
      'a named class in a variable',
      'const Outer = class Inner {};',
      'Inner',
      { module: '/project/src/a.ts', export: 'gatewright_Outer' },
    ],
  ])('imports %s', (_name, code, key, from) => {
    expect(importOf(analysisOf(code), key)).toEqual(from);
  });

  it.each([
    ['by its name', `import { Clock } from 'shared';`, 'Clock', { module: 'shared', export: 'Clock' }],
    [
      'by another name',
      `import { Clock as C } from '@scope/shared/clock.js';`,
      'C',
      { module: '@scope/shared/clock.js', export: 'Clock' },
    ],
    ['by default', `import Clock from 'shared';`, 'Clock', { module: 'shared', export: 'default' }],
    ['of a namespace', `import * as shared from 'shared';`, 'shared.Clock', { module: 'shared', export: 'Clock' }],
    [
      'by a file of the project that exports it again',
      `import { Clock } from '../lib/clock.js';`,
      'Clock',
      { module: '/project/lib/clock.js', export: 'Clock' },
    ],
  ])('imports a class of a package as the author does: %s', (_name, imports, name, from) => {
    const references = { Other: { Thing: 'Thing' }, Store: { Local: 'Clock#2', [name]: 'Clock' } };
    expect(
      importOf(analysisOf(`${imports}\nexport class Other {}\nexport class Store {}`, references), 'Clock'),
    ).toEqual({ ...from, importer: '/project/src/a.ts' });
  });

  it.each([
    ['that nothing names', '', {}],
    ['that a name stands for which is not imported', '', { Store: { Clock: 'Clock' } }],
    ['of an object that is imported', `import shared from 'shared';`, { Store: { 'shared.Clock': 'Clock' } }],
    ['deep in a namespace', `import * as shared from 'shared';`, { Store: { 'shared.times.Clock': 'Clock' } }],
  ])('refuses a class of a package %s', (_name, imports, references) => {
    expect(() => importOf(analysisOf(`${imports}\nexport class Store {}`, references), 'Clock')).toThrow(
      'Clock: cannot be imported by a handler, because it is declared in a package and no constructor or method names it as it is imported; import the class and write @Inject(Class) where it is needed [CLASS_NOT_REACHABLE]',
    );
  });

  it.each([
    ['inside a function', 'const make = () => class Local {};', 'Local', '1:26'],
    ['inside a call', 'export const Store = wrap(class Local {});', 'Local', '1:33'],
    ['inside a pattern', 'const { Store = class {} } = {};', 'class', '1:17'],
    ['in a namespace', 'export namespace N { export class Local {} }', 'Local', '1:35'],
  ])('refuses a class %s', (_name, code, key, place) => {
    expect(() => importOf(analysisOf(code), key)).toThrow(
      `src/a.ts:${place} ${key}: cannot be imported by a handler, because it is declared inside a function or has no name; declare it at the top level of a module [CLASS_NOT_REACHABLE]`,
    );
  });
});
