import { type Plugin, rolldown } from 'rolldown';
import { joinPlugins, type ModulePlugin } from '../../src/compiler/join-plugins.js';

const bundle = async (plugins: readonly Plugin[]): Promise<string> => {
  const build = await rolldown({ input: '/entry.js', plugins: [...plugins], onLog() {} });
  const { output } = await build.generate({ format: 'esm' });
  await build.close();
  return output[0].code;
};

const asked: string[] = [];

const plugins: readonly ModulePlugin[] = [
  {
    name: 'listener',
    resolveId: {
      filter: { id: { exclude: /\?quiet$/ } },
      handler: (id) => {
        asked.push(`resolve ${id}`);
        return null;
      },
    },
    load: {
      filter: { id: /\.js$/ },
      handler: (id) => {
        asked.push(`load ${id}`);
        return null;
      },
    },
  },
  {
    name: 'entry',
    resolveId: { filter: { id: /entry\.js$/ }, handler: (id) => id },
    load: {
      filter: { id: /entry\.js$/ },
      handler: () => `import a from 'a.js';\nimport b from 'b.js?quiet';\nconsole.log(a, b);`,
    },
  },
  {
    name: 'values',
    resolveId: {
      filter: { id: /^[ab]\.js/ },
      // a plugin asks all of them again, itself too
      handler(id, importer) {
        return id === 'a.js' ? this.resolve('b.js?quiet', importer, { skipSelf: false }) : `/${id}`;
      },
    },
    load: { filter: { id: /^\/b\.js/ }, handler: async (id) => `export default ${JSON.stringify(id)};` },
  },
  {
    name: 'too late',
    load: { filter: { id: /./ }, handler: () => `throw new Error('an earlier plugin has answered');` },
  },
];

describe('joinPlugins', () => {
  it('asks each plugin for what its filter matches, until one answers', async () => {
    asked.length = 0;
    const code = await bundle([joinPlugins(plugins)]);
    expect(code).toContain('console.log(b_default, b_default)');
    expect(code).toContain('var b_default = "/b.js?quiet";');
    expect(asked.sort()).toEqual(['load /entry.js', 'resolve /entry.js', 'resolve a.js']);
  });

  it('makes what the plugins make one by one', async () => {
    expect(await bundle([joinPlugins(plugins)])).toBe(await bundle(plugins as readonly Plugin[]));
  });

  it('leaves to the bundler what no plugin answers', async () => {
    const missing: ModulePlugin = {
      name: 'entry',
      resolveId: { filter: { id: /entry\.js$/ }, handler: (id) => id },
      load: { filter: { id: /entry\.js$/ }, handler: () => `export { sep } from 'node:path';` },
    };
    expect(await bundle([joinPlugins([missing])])).toContain('from "node:path"');
  });
});
