import { loadConfig } from '../../src/compiler/index.js';
import { createProject, type Project } from './project.js';

let project: Project;
afterEach(() => project.remove());

const loaded = async (files: Readonly<Record<string, string>>) => {
  project = await createProject(files);
  return loadConfig(project.root);
};

const refused = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const error: unknown = await loaded(files).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'DefinitionError' });
  return (error as Error).message.replaceAll(project.root, '<root>');
};

describe('loadConfig', () => {
  it('loads TypeScript that imports other sources and packages, and knows its own place', async () => {
    const { config, file } = await loaded({
      'gatewright.config.ts': `import { defineConfig, type GatewrightConfig } from '@gatewright/core';
import { folder } from './local/folder.js';
const more: Partial<GatewrightConfig> = { outDir: folder, external: [import.meta.dirname, import.meta.filename, import.meta.url, __dirname] };
export default defineConfig({ controllers: ['src/*.controller.ts'], frontDoors: ['http-api'], minify: false, ...more });`,
      'local/folder.ts': 'export const folder: string = import.meta.dirname;',
    });
    const { root } = project;
    expect(file).toBe(`${root}/gatewright.config.ts`);
    expect(config).toEqual({
      controllers: ['src/*.controller.ts'],
      frontDoors: ['http-api'],
      minify: false,
      outDir: `${root}/local`,
      external: [root, `${root}/gatewright.config.ts`, `file://${root}/gatewright.config.ts`, root],
    });
  });

  it.each(['mts', 'js', 'mjs'])('loads gatewright.config.%s', async (extension) => {
    const { config } = await loaded({ [`gatewright.config.${extension}`]: `export default { controllers: 'x' };` });
    expect(config).toEqual({ controllers: 'x' });
  });

  it('takes defineConfig from its own module, and anything else from the package', async () => {
    const { config } = await loaded({
      'gatewright.config.ts': `import { defineConfig, type GatewrightConfig } from '@gatewright/core';
import { glob } from './glob.js';
export const isOwn: GatewrightConfig = { controllers: glob };
export default defineConfig({ controllers: glob });`,
      'glob.ts': `import { defineConfig, HttpError } from '@gatewright/core';
export const glob: string = defineConfig({ controllers: new HttpError(404, 'src/**/*.controller.ts').message }).controllers as string;`,
    });
    expect(config).toEqual({ controllers: 'src/**/*.controller.ts' });
  });

  it('says what to write where there is none', async () => {
    expect(await refused({})).toBe(
      `<root>: has no gatewright.config.ts; add one: export default defineConfig({ controllers: 'src/**/*.controller.ts' }) [CONFIG_MISSING]`,
    );
  });

  it('names every option that is unknown or of the wrong form', async () => {
    expect(
      await refused({
        'gatewright.config.ts': `export default { controllers: [], outdir: 'x', minify: 'yes', frontDoors: ['gateway'], external: 'a', dev: null, sourceMap: undefined };`,
      }),
    ).toBe(
      [
        'gatewright.config.ts: controllers is []; give a glob or an array of globs [CONFIG_INVALID]',
        'gatewright.config.ts: has no option "outdir"; use one of controllers, application, packaging, outDir, frontDoors, minify, sourceMap, external, nodeModules, cache, budgets, dev [CONFIG_INVALID]',
        'gatewright.config.ts: minify is "yes"; give true or false [CONFIG_INVALID]',
        `gatewright.config.ts: frontDoors is ["gateway"]; give an array of 'http-api', 'rest-api', 'function-url', 'alb' [CONFIG_INVALID]`,
        'gatewright.config.ts: external is "a"; give an array of package names [CONFIG_INVALID]',
        'gatewright.config.ts: dev is null; give an object [CONFIG_INVALID]',
      ].join('\n'),
    );
  });

  it.each([
    ['a number', '5'],
    ['null', 'null'],
    ['an unknown name', '{ functions: {}, bytes: 1 }'],
    ['a text', "{ function: '300 kB' }"],
    ['less than nothing', '{ application: -1 }'],
    ['functions that are no object', '{ functions: 5 }'],
    ['a function without a number', '{ functions: { "A.get": 1, "A.list": null } }'],
  ])('refuses %s as budgets', async (_name, budgets) => {
    expect(
      await refused({ 'gatewright.config.ts': `export default { controllers: 'x', budgets: ${budgets} };` }),
    ).toMatch(
      /^gatewright\.config\.ts: budgets is .*; give \{ function, application, functions \} with numbers of bytes \[CONFIG_INVALID\]$/,
    );
  });

  it('takes budgets of any function, of all, and of single ones', async () => {
    const budgets = { function: 300_000, application: 0, functions: { 'A.get': 1 } };
    const { config } = await loaded({
      'gatewright.config.ts': `export default { controllers: 'x', budgets: ${JSON.stringify(budgets)} };`,
    });
    expect(config.budgets).toEqual(budgets);
  });

  it('asks for controllers', async () => {
    expect(await refused({ 'gatewright.config.ts': 'export default {};' })).toBe(
      'gatewright.config.ts: controllers is undefined; give a glob or an array of globs [CONFIG_INVALID]',
    );
  });

  it.each([
    ['nothing', 'export const x = 1;'],
    ['null', 'export default null;'],
  ])('refuses %s as the configuration', async (_name, code) => {
    expect(await refused({ 'gatewright.config.ts': code })).toBe(
      'gatewright.config.ts: has no configuration as its default export; write export default defineConfig({ ... }) [CONFIG_INVALID]',
    );
  });

  it('tells what the file throws', async () => {
    expect(await refused({ 'gatewright.config.ts': `throw new Error('no STAGE');` })).toBe(
      'gatewright.config.ts: threw while it was loaded: no STAGE; correct it [CONFIG_INVALID]',
    );
    await project.remove();
    expect(await refused({ 'gatewright.config.ts': `throw 'text';` })).toBe(
      'gatewright.config.ts: threw while it was loaded: text; correct it [CONFIG_INVALID]',
    );
  });

  it('tells where the file is no valid source', async () => {
    expect(await refused({ 'gatewright.config.ts': 'export default {' })).toMatch(
      /^gatewright\.config\.ts:1:\d+: .* \[SOURCE_INVALID\]$/,
    );
  });
});
