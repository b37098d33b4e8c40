import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BundleContext, bundleHandler, codeBytes } from '../../src/compiler/bundle.js';
import type { BundleOptions } from '../../src/compiler/options.js';
import { RuntimeModule } from '../../src/compiler/runtime-module.js';
import { parseModule } from '../../src/compiler/source-module.js';
import { ValidationLibraries } from '../../src/compiler/validation-libraries.js';
import { createProject, type Project } from './project.js';

const SOURCE = `import { Controller, Get } from '@gatewright/core';\n@Controller() export class A { @Get() get() { return 'get marker'; } }`;

let project: Project;
beforeEach(async () => {
  project = await createProject({ 'src/a.ts': SOURCE });
});
afterEach(() => project.remove());

const bundled = (code: string, options: BundleOptions = {}, more: Partial<BundleContext> = {}) => {
  const { root } = project;
  const context: BundleContext = {
    root,
    options,
    functionsDir: path.join(root, 'out'),
    sources: new Map(),
    modules: new Map(),
    stripped: new Map(),
    libraries: new ValidationLibraries(root),
    runtime: new RuntimeModule(),
    imported: new Set(),
    dtos: new Map(),
    ...more,
  };
  const input = {
    id: 'A.get',
    code,
    classNames: [],
    controllerFile: path.join(root, 'src/a.ts'),
    strip: () => ({ members: new Map(), exports: new Map(), recorded: new Set<number>(), values: new Map() }),
    strippedFiles: [],
  };
  return bundleHandler(input, context);
};

const codeOf = async (code: string, options: BundleOptions = {}, more: Partial<BundleContext> = {}): Promise<string> =>
  String((await bundled(code, options, more)).files.find(({ name }) => name === 'index.mjs')?.content);

describe('bundleHandler', () => {
  it('parses modules that the analysis did not, and those that changed since', async () => {
    const file = path.join(project.root, 'src/a.ts');
    const handler = `import { A } from './a.js';\nexport const handler = () => new A().get();`;
    for (const modules of [new Map(), new Map([[file, parseModule(file, 'export class A { old() {} }')]])]) {
      const code = await codeOf(handler, {}, { modules });
      expect(code).toContain('get marker');
      expect(code).not.toMatch(/decorate|gatewright\.records/);
      expect(modules.get(file)?.code).toBe(await readFile(file, 'utf8'));
    }
  });

  it('reads and strips a module that several handlers share once in a build', async () => {
    const build = (): Pick<BundleContext, 'sources' | 'stripped'> => ({ sources: new Map(), stripped: new Map() });
    const handler = `import { A } from './a.js';\nexport const handler = () => new A().get();`;
    const shared = build();
    const first = await codeOf(handler, {}, shared);
    expect([...shared.stripped.keys()]).toEqual([expect.stringContaining(path.join(project.root, 'src/a.ts'))]);
    await project.write({ 'src/a.ts': SOURCE.replace('get marker', 'new marker') });
    expect(await codeOf(handler, {}, shared)).toBe(first);
    expect(await codeOf(handler, {}, build())).toContain('new marker');
  });

  it('gives a package more of the run time than the handler imports, once', async () => {
    await project.write({
      'node_modules/parser/package.json': '{ "type": "module", "main": "index.js" }',
      'node_modules/parser/index.js': `import { parseJson } from '@gatewright/core/runtime';\nimport { Conflict } from '@gatewright/core';\nexport const read = (text) => { if (text === '') throw new Conflict('parser marker'); return parseJson(text); };`,
    });
    const handler = `import { toProblem } from '@gatewright/core/runtime';\nimport { read } from 'parser';\nexport const handler = (text) => { try { return read(text); } catch (error) { return toProblem(error); } };`;
    const { files } = await bundled(handler);
    await project.write(Object.fromEntries(files.map(({ name, content }) => [`out/${name}`, String(content)])));
    const { handler: run } = (await import(path.join(project.root, 'out/index.mjs'))) as {
      readonly handler: (text: string) => { readonly statusCode: number };
    };
    expect(run('{"a":[1]}')).toEqual({ a: [1] });
    // two copies of an error's class would not know each other
    expect(run('').statusCode).toBe(409);
  });

  it("maps what is the author's, and nothing of this package", async () => {
    const code = `import { toProblem } from '@gatewright/core/runtime';\nimport { A } from './a.js';\nexport const handler = () => { try { return new A().get(); } catch (error) { return toProblem(error); } };`;
    const { files } = await bundled(code);
    const map = JSON.parse(String(files.find(({ name }) => name === 'index.mjs.map')?.content)) as Record<
      string,
      string[]
    >;
    expect(map.sources?.map((source) => path.basename(source))).toEqual(['a.ts', 'A.get.handler.js']);
    // as they were written: nothing of what was stripped or linked
    expect(map.sourcesContent).toEqual([SOURCE, code]);
  });

  it('tells what cannot be bundled as a mistake in the sources', async () => {
    await expect(bundled(`import './missing.js';`)).rejects.toThrow(
      /missing\.js.*; correct the file \[SOURCE_INVALID\]/,
    );
  });

  it.each([
    ['thing', 'thing', true],
    ['thing', 'thing/deep', true],
    ['thing', 'thing-else', false],
    ['@scope/*', '@scope/thing', true],
    ['@scope/*', '@scoped/thing', false],
    ['thing/*', 'thing/deep', true],
    ['thing/*', 'thing', false],
    ['a.b', 'aXb', false],
  ])('with %s external, leaves %s out: %s', async (external, specifier, isLeftOut) => {
    await project.write({ [`node_modules/${specifier}/index.js`]: 'export const thing = "bundled thing";' });
    const code = await codeOf(
      `import { thing } from ${JSON.stringify(specifier)};\nexport const handler = () => thing;`,
      { external: [external] },
    );
    expect(code.includes('bundled thing')).toBe(!isLeftOut);
  });

  it('leaves other files that end like a handler to themselves', async () => {
    await project.write({ 'src/other.handler.js': 'export const other = "other marker";' });
    expect(await codeOf(`import { other } from './other.handler.js';\nexport const handler = () => other;`)).toContain(
      'other marker',
    );
  });
});

describe('codeBytes', () => {
  it('adds up what is no source map, in bytes', () => {
    expect(
      codeBytes([
        { name: 'index.mjs', content: 'é' },
        { name: 'index.mjs.map', content: 'long' },
        { name: 'a.bin', content: new Uint8Array(3) },
      ]),
    ).toBe(5);
  });
});
