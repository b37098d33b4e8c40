import { writeFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BuildOptions, type BuildProgress, build } from '../../../src/compiler/index.js';
import { createProject, IMPORTS, type Project } from '../project.js';

const FILES = {
  'tsconfig.json': '{ "extends": "./base.json", "compilerOptions": { "paths": { "~/*": ["./src/*"] } } }',
  'base.json': '{ // as TypeScript reads it\n "compilerOptions": { "useDefineForClassFields": true, }, }',
  'package.json': '{ "name": "application" }',
  'src/users.controller.ts': `${IMPORTS}
import { Length } from 'class-validator';
import { Greeter } from '~/greeter';
import { farewell } from './farewell.js';
import { title } from 'titles';
import texts from './texts.json';
class CreateUser { @Length(1, 50) name!: string }
class Base { constructor() { (this as { name?: string }).name = 'base'; } }
class Derived extends Base { name?: string; }
@Controller('/users')
export class UsersController {
  constructor(private readonly greeter: Greeter) {}
  @Get('/hello') hello() { return { text: this.greeter.greet(), title: title('hello') }; }
  @Get('/bye') bye() { return farewell(texts.bye); }
  @Get('/fields') fields() { return new Derived(); }
  @Get('/optional') async optional() { return import('maybe').catch(() => 'nothing'); }
  @Post() create(@Body() input: CreateUser) { return input; }
}
`,
  'src/greeter.ts': `import { Injectable } from '@gatewright/core';\n@Injectable() export class Greeter { greet() { return 'hello'; } }`,
  'src/farewell.js': 'export const farewell = (text) => text + " from JavaScript";',
  'src/texts.json': '{ "bye": "bye" }',
  'node_modules/titles/package.json':
    '{ "name": "titles", "version": "1.0.0", "type": "module", "exports": { ".": "./one.js", "./package.json": "./package.json" } }',
  'node_modules/titles/one.js': "import './effect.js'; export const title = (text) => 'one ' + text;",
  'node_modules/titles/two.js': "export const title = (text) => 'two ' + text;",
  'node_modules/titles/effect.js': 'globalThis.titles = 1;',
};

const ALL = ['bye', 'create', 'fields', 'hello', 'optional'];

let project: Project;
beforeEach(async () => {
  project = await createProject(FILES);
  await settle();
});
afterEach(() => project.remove());

/** A file that was written while the clock of its file system ticked is not trusted. */
const settle = (): Promise<void> => pause(60);

const change = async (files: Readonly<Record<string, string>>): Promise<void> => {
  await project.write(files);
  await settle();
};

const edit = async (file: string, from: string, to: string): Promise<void> => {
  const text = await readFile(path.join(project.root, file), 'utf8');
  expect(text).toContain(from);
  await change({ [file]: text.replace(from, to) });
};

/** Builds, and returns the names of the routes that were bundled. */
const bundled = async (options: Partial<BuildOptions> = {}): Promise<string[]> => {
  const made: BuildProgress[] = [];
  await build({
    root: project.root,
    controllers: 'src/*.controller.ts',
    outDir: 'out',
    ...options,
    onProgress: (progress) => {
      made.push(progress);
      options.onProgress?.(progress);
    },
  });
  expect(made.map(({ done }) => done)).toEqual(ALL.map((_, index) => index + 1));
  return made.flatMap(({ id, isCached }) => (isCached ? [] : id.replace('UsersController.', ''))).sort();
};

const contents = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const pairs = files.map(async (file) => [path.relative(folder, file), await readFile(file, 'utf8')] as const);
  return Object.fromEntries((await Promise.all(pairs)).sort());
};

/** What is built with what is stored is what is built without. */
const expectSame = async (options: Partial<BuildOptions> = {}): Promise<string[]> => {
  const made = await bundled(options);
  const folder = path.join(project.root, options.outDir ?? 'out');
  const cached = await contents(folder);
  expect(await bundled({ ...options, cache: false })).toEqual(ALL);
  expect(cached).toEqual(await contents(folder));
  return made;
};

const entries = async (): Promise<string[]> => (await readdir(store())).filter((name) => name !== 'pruned');

const store = (): string => path.join(project.root, 'node_modules/.cache/gatewright/bundles');

describe('a build after another', () => {
  it('bundles the routes that an edited file is a part of, and again when the edit is taken back', async () => {
    expect(await expectSame()).toEqual(ALL);
    expect(await bundled()).toEqual([]);
    await edit('src/greeter.ts', `'hello'`, `'good day'`);
    expect(await expectSame()).toEqual(ALL);
    await edit('src/greeter.ts', `'good day'`, `'hello'`);
    await edit('src/farewell.js', 'JavaScript', 'ECMAScript');
    expect(await expectSame()).toEqual(ALL);
    await edit('src/texts.json', '"bye" }', '"goodbye" }');
    expect(await expectSame()).toEqual(['bye']);
    expect(await bundled()).toEqual([]);
  });

  it('knows a validator from itself with known options', async () => {
    await edit('src/users.controller.ts', 'import { Length }', 'import { IsEmail, Length }');
    await edit('src/users.controller.ts', '@Length(1, 50) name!: string', '@Length(1, 50) @IsEmail() name!: string');
    await bundled();
    expect(await bundled()).toEqual([]);
  });

  it('follows a tsconfig, and what it extends', async () => {
    await bundled();
    await edit('base.json', 'true', 'false');
    expect(await expectSame()).toEqual(ALL);
    await change({ 'src/other/greeter.ts': FILES['src/greeter.ts'].replace(`'hello'`, `'other'`) });
    expect(await bundled()).toEqual([]);
    await edit('tsconfig.json', './src/*', './src/other/*');
    expect(await expectSame()).toEqual(ALL);
  });

  it('follows a package: its version, what it exports, its side effects, its modules', async () => {
    await bundled();
    const file = 'node_modules/titles/package.json';
    for (const [from, to] of [
      ['"1.0.0"', '"1.0.1"'],
      ['./one.js', './two.js'],
      ['./two.js', './one.js'],
      ['"type"', '"sideEffects": false, "type"'],
      ['"sideEffects": false, ', ''],
    ] as const) {
      await edit(file, from, to);
      expect(await expectSame()).toEqual(['hello']);
    }
    await edit('node_modules/titles/effect.js', '1', '2');
    expect(await expectSame()).toEqual(['hello']);
  });

  it('sees files that imports lead to since they are there', async () => {
    await bundled();
    for (const [file, content, made] of [
      ['src/farewell.ts', 'export const farewell = () => "TypeScript";', ['bye']],
      ['src/node_modules/titles/index.js', 'export const title = () => "nearer";', ['hello']],
      ['node_modules/maybe/index.js', 'export default "installed";', ['optional']],
      ['src/package.json', '{ "type": "module", "sideEffects": false }', ALL],
    ] as const) {
      await change({ [file]: content });
      expect(await expectSame()).toEqual(made);
    }
    for (const name of ['src/farewell.ts', 'src/node_modules', 'node_modules/maybe', 'src/package.json'])
      await rm(path.join(project.root, name), { recursive: true });
    await settle();
    expect(await expectSame()).toEqual(ALL);
  });

  it.each<[string, Partial<BuildOptions>]>([
    ['minify', { minify: false }],
    ['source maps', { sourceMap: false }],
    ['external packages', { external: ['titles'] }],
    ['front doors', { frontDoors: ['alb'] }],
    ['the output folder, to which source maps are relative', { outDir: 'deep/er/out' }],
  ])('keeps %s apart', async (_, options) => {
    await bundled();
    expect(await expectSame(options)).toEqual(ALL);
    expect(await bundled(options)).toEqual([]);
    expect(await bundled()).toEqual([]);
  });

  it('makes maps that are right from another folder at the same depth', async () => {
    await bundled({ outDir: 'lib/out' });
    expect(await expectSame({ outDir: 'src/out' })).toEqual(ALL);
  });
});

describe('the store', () => {
  it('is not believed where an entry is not what was written', async () => {
    const damages = [
      (text: string) => text.slice(0, text.length / 2),
      (text: string) => text.replace(/UsersController|hello|bye/g, 'changed'),
      () => '',
    ];
    await bundled();
    for (const damage of damages) {
      for (const name of await entries()) {
        const file = path.join(store(), name);
        await writeFile(file, damage(await readFile(file, 'utf8')));
      }
      expect(await expectSame()).toEqual(ALL);
    }
    expect(await bundled()).toEqual([]);
  });

  it.each([
    ['src/greeter.ts', `'hello'`],
    ['node_modules/titles/one.js', `'one '`],
  ])('has nothing of a build during which %s was changed', async (name, text) => {
    const file = path.join(project.root, name);
    const before = await readFile(file, 'utf8');
    await bundled({
      // some functions are bundled by then, and others are not
      onProgress: ({ done }) => {
        if (done === 1) writeFileSync(file, before.replace(text, `'meanwhile'`));
      },
    });
    await settle();
    expect(await expectSame()).toContain('hello');
    await change({ [name]: before });
    expect(await expectSame()).toContain('hello');
  });

  it('is shared by builds at the same time', async () => {
    await Promise.all([bundled({ outDir: 'one' }), bundled({ outDir: 'two' })]);
    expect(await contents(path.join(project.root, 'one'))).toEqual(await contents(path.join(project.root, 'two')));
    expect(await entries()).toHaveLength(ALL.length);
    expect(await bundled({ outDir: 'one' })).toEqual([]);
  });
});
