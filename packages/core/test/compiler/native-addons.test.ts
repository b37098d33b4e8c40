import path from 'node:path';
import { nativeAddons } from '../../src/compiler/native-addons.js';
import { parseModule } from '../../src/compiler/source-module.js';
import type { Problem } from '../../src/errors/definition-error.js';

const ROOT = path.resolve('/app');

/** What is said of an addon, after modules have asked for these imports. */
function refused(addon: string, code: string, imports: readonly (readonly [specifier: string, importer: string])[]) {
  const file = path.join(ROOT, 'src', 'a.ts');
  const problems: Problem[] = [];
  const { resolveId, load } = nativeAddons(problems, {
    root: ROOT,
    modules: new Map([[file, parseModule(file, code)]]),
  });
  for (const [specifier, importer] of imports)
    Reflect.apply(resolveId?.handler as () => void, undefined, [specifier, path.join(ROOT, importer)]);
  Reflect.apply(load?.handler as () => void, undefined, [path.join(ROOT, addon)]);
  return problems.map(({ at, where, message }) => ({ at, where, fix: message.split('; ')[1] }));
}

describe('native addons', () => {
  it('are told with the import that leads to them, through packages', () => {
    const code = "import { a } from 'other';\nimport { b } from '@x/outer/b';\n";
    expect(
      refused('node_modules/inner/build/i.node', code, [
        ['other', 'src/a.ts'],
        ['@x/outer/b', 'src/a.ts'],
        ['inner', 'node_modules/@x/outer/b.js'],
        ['@x/outer', 'node_modules/inner/index.js'],
        ['./build/i.node', 'node_modules/inner/index.js'],
      ]),
    ).toEqual([
      {
        at: 'src/a.ts:2:19',
        where: 'inner',
        fix: "write nodeModules: ['inner'] (or the package that imports it) to copy it beside the handler",
      },
    ]);
  });

  it('of the project are told with their own import', () => {
    expect(refused('src/own.node', "\nconst own = require('./own.node');", [['./own.node', 'src/a.ts']])).toEqual([
      { at: 'src/a.ts:2:21', where: 'own.node', fix: 'put it into a package and list that in nodeModules' },
    ]);
  });

  it.each([
    ['no module of the author asks for', [['inner', 'node_modules/outer/index.js']]],
    ['only an emitted handler asks for', [['inner', 'src/A.get.handler.js']]],
    ['the source names otherwise', [['inner', 'src/a.ts']]],
  ] as const)('that %s are told without a place', (_, imports) => {
    expect(refused('node_modules/inner/i.node', 'export {};', imports)).toMatchObject([
      { at: undefined, where: 'inner' },
    ]);
  });
});
