import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildResult } from '../../src/compiler/index.js';
import { build } from '../../src/compiler/index.js';
import type { ReflectiveHandler } from '../../src/index.js';
import { httpApiEvent, lambdaContext, restApiEvent } from '../../src/testing/index.js';
import { createProject, IMPORTS, type Project } from './project.js';

let project: Project;
afterEach(() => project.remove());

const options = (outDir = 'out') => ({ root: project.root, controllers: 'src/**/*.controller.ts', outDir });

const built = async (
  files: Readonly<Record<string, string>>,
  more: Partial<Parameters<typeof build>[0]> = {},
): Promise<BuildResult> => {
  project = await createProject(files);
  return build({ ...options(), ...more });
};

const codeOf = async (result: BuildResult, id: string): Promise<string> => {
  const found = result.functions.find((entry) => entry.id === id);
  return readFile(path.join(found?.dir ?? '', found?.entry ?? ''), 'utf8');
};

const handlerOf = async (result: BuildResult, id: string): Promise<ReflectiveHandler> => {
  const found = result.functions.find((entry) => entry.id === id);
  const module = (await import(path.join(found?.dir ?? '', found?.entry ?? ''))) as {
    readonly handler: ReflectiveHandler;
  };
  return module.handler;
};

/** All files below a folder with their contents. */
const contents = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const pairs = await Promise.all(
    files.map(async (file) => [path.relative(folder, file), await readFile(file, 'utf8')] as const),
  );
  return Object.fromEntries(pairs.sort());
};

const USERS = {
  'src/users.controller.ts': `${IMPORTS}
import { IsEmail, Length } from 'class-validator';
import { CreateUser } from './create-user.js';
import { Report } from './report.js';

class Inline { @Length(1, 5) name!: string }

@Injectable()
class Store { readonly users: string[] = []; }

@Controller('/users')
export class UsersController {
  constructor(private readonly store: Store) {}
  @Get('/hello/:name') hello(@Param('name') name: string) { return { hello: this.greet(name) }; }
  private greet(name: string) { return 'greeting ' + name; }
  @Get('/report') report() { return new Report().run(); }
  @Post() create(@Body() input: CreateUser) { this.store.users.push(input.name); return { count: this.store.users.length }; }
  @Put() replace(@Body() input: Inline) { return input; }
}
`,
  'src/create-user.ts': `import { IsEmail, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
export class Address { @Length(1, 50) street!: string }
export class CreateUser {
  @Length(1, 50) name!: string;
  @IsEmail() email!: string;
  @IsInt() @Min(0) @Max(150) age!: number;
  @IsOptional() @IsString({ each: true }) tags?: string[];
  @ValidateNested() @Type(() => Address) address!: Address;
}
`,
  'src/report.ts': `console.log('report loaded'); export class Report { run() { return 'report marker' } }`,
};

describe('build', () => {
  it('writes a manifest and a folder with a handler and its source map for each route', async () => {
    const result = await built(USERS);
    const files = Object.keys(await contents(result.outDir));
    expect(files).toEqual([
      'functions/UsersController.create/index.mjs',
      'functions/UsersController.create/index.mjs.map',
      'functions/UsersController.hello/index.mjs',
      'functions/UsersController.hello/index.mjs.map',
      'functions/UsersController.replace/index.mjs',
      'functions/UsersController.replace/index.mjs.map',
      'functions/UsersController.report/index.mjs',
      'functions/UsersController.report/index.mjs.map',
      'manifest.json',
    ]);
    expect(JSON.parse(await readFile(path.join(result.outDir, 'manifest.json'), 'utf8'))).toEqual(result.manifest);
  });

  it('leaves no decorator, no validation library and nothing of other routes in a route without a DTO', async () => {
    const result = await built(USERS);
    const code = await codeOf(result, 'UsersController.hello');
    expect(code).toContain('greeting');
    expect(code).not.toMatch(
      /report|count:|decorate|metadata|Reflect|class-validator|isLength|gatewright\.records|\/hello/,
    );
    expect(code.length).toBeLessThan(2_300);
  });

  it.each([
    ['http-api', 1_500],
    ['rest-api', 1_550],
    ['function-url', 2_610],
    ['alb', 2_810],
  ] as const)('makes a hello for the front door %s of less than %i bytes', async (frontDoor, bytes) => {
    const source = `import { Controller, Get } from '@gatewright/core';
      @Controller('/hello') export class HelloController { @Get() hello() { return { hello: 'world' }; } }`;
    const result = await built({ 'src/hello.controller.ts': source }, { frontDoors: [frontDoor] });
    const code = await codeOf(result, 'HelloController.hello');
    expect(code).toMatch(/application\/problem\+json/);
    expect(code).toMatch(/console\.error/);
    expect(code.length).toBeLessThan(bytes);
  });

  it('keeps of a DTO route what its compiled rules call, without framework decorators', async () => {
    const result = await built(USERS);
    const code = await codeOf(result, 'UsersController.create');
    expect(code).not.toMatch(/gatewright\.records|report|isURL|greeting/);
    const bytes = Object.fromEntries(result.functions.map((entry) => [entry.id, entry.bytes]));
    expect(bytes['UsersController.create']).toBeLessThan(22_000);
    expect(bytes['UsersController.replace']).toBeLessThan(12_000);
  });

  it('makes handlers that answer both payload formats', async () => {
    const result = await built(USERS);
    const hello = await handlerOf(result, 'UsersController.hello');
    const route = { method: 'GET', path: '/users/hello/{name}' };
    const request = { method: 'GET', path: '/users/hello/A%20B' };
    const expected = {
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"hello":"greeting A B"}',
    };
    expect(await hello(httpApiEvent(request, { route }), lambdaContext())).toEqual(expected);
    expect(await hello(restApiEvent(request, { route }), lambdaContext())).toEqual(expected);
  });

  it('keeps state between invocations of one function', async () => {
    const result = await built(USERS);
    const create = await handlerOf(result, 'UsersController.create');
    const event = httpApiEvent({
      method: 'POST',
      path: '/users',
      body: { name: 'A', email: 'a@b.co', age: 1, address: { street: 's' } },
    });
    expect(await create(event)).toMatchObject({ body: '{"count":1}' });
    expect(await create(event)).toMatchObject({ body: '{"count":2}' });
  });

  it('is the same byte for byte each time', async () => {
    const first = await contents((await built(USERS)).outDir);
    const second = await contents((await build(options('again'))).outDir);
    expect(second).toEqual(first);
  });

  it('replaces an earlier build as a whole', async () => {
    const result = await built(USERS);
    await project.write({ 'src/users.controller.ts': `${IMPORTS}@Controller() export class Only { @Get() get() {} }` });
    await build(options());
    expect(Object.keys(await contents(result.outDir))).toEqual([
      'functions/Only.get/index.mjs',
      'functions/Only.get/index.mjs.map',
      'manifest.json',
    ]);
  });

  it('refuses a folder with files that no build wrote, and leaves it as it is', async () => {
    project = await createProject({ ...USERS, 'out/precious.txt': 'mine' });
    await expect(build(options())).rejects.toThrow(
      /has files that no build has written \(precious\.txt\).* \[OUT_DIR_NOT_EMPTY\]/,
    );
    await writeFile(path.join(project.root, 'out', 'manifest.json'), '{}');
    await expect(build(options())).rejects.toThrow('[OUT_DIR_NOT_EMPTY]');
    expect(await contents(path.join(project.root, 'out'))).toEqual({ 'manifest.json': '{}', 'precious.txt': 'mine' });
    await expect(build(options('src/report.ts'))).rejects.toThrow('ENOTDIR');
  });

  it('writes nothing when something is wrong, and keeps the build before', async () => {
    const result = await built(USERS);
    const before = await contents(result.outDir);
    await project.write({
      'src/users.controller.ts': `${IMPORTS}@Controller() export class Broken { @Get('/:id') get() {} }`,
    });
    await expect(build(options())).rejects.toThrow('[PATH_PARAMETER_UNBOUND]');
    expect(await contents(result.outDir)).toEqual(before);
    expect(await readdir(project.root)).not.toContainEqual(expect.stringContaining('.next'));
  });

  it('writes nothing when a handler cannot be bundled', async () => {
    project = await createProject({
      'src/a.controller.ts': `${IMPORTS}
const make = () => { @Injectable() class Local {} return Local; };
const Local = make();
@Controller() export class A { constructor(@Inject(Local) local: object) {} @Get() get() {} }`,
    });
    await expect(build(options())).rejects.toThrow(
      'src/a.controller.ts:3:42 Local: cannot be imported by a handler, because it is declared inside a function or has no name; declare it at the top level of a module [CLASS_NOT_REACHABLE]',
    );
    expect(await readdir(project.root)).not.toContain('out');
  });

  it('says what to install where a library that validates DTOs is missing', async () => {
    project = await createProject(USERS);
    await rm(path.join(project.root, 'node_modules', 'class-transformer'));
    await project.write({
      'src/create-user.ts': `import { Length } from 'class-validator';\nexport class CreateUser { @Length(1, 50) name!: string }`,
    });
    await expect(build(options())).rejects.toThrow(
      'UsersController.create (POST /users): takes or returns a DTO, and class-transformer is not installed; run npm install class-validator class-transformer [LIBRARY_MISSING]',
    );
  });

  it('bundles the AWS SDK, and leaves out what is said to be provided by the run time', async () => {
    const files = {
      'src/a.controller.ts': `${IMPORTS}import { thing } from '@aws-sdk/thing';\n@Controller() export class A { @Get() get() { return thing; } }`,
      'node_modules/@aws-sdk/thing/index.js': 'exports.thing = "provided";',
    };
    const bundled = await codeOf(await built(files), 'A.get');
    expect(bundled).toContain('provided');
    expect(bundled).not.toContain('@aws-sdk');
    const left = await codeOf(await build({ ...options('left'), external: ['@aws-sdk/*'] }), 'A.get');
    expect(left).toMatch(/from\s*["'`]@aws-sdk\/thing["'`]/);
    expect(left).not.toContain('provided');
  });

  it('writes readable code without source maps where asked', async () => {
    const result = await built(USERS, { minify: false, sourceMap: false, frontDoors: ['http-api'] });
    const code = await codeOf(result, 'UsersController.hello');
    expect(code).toContain('const handler = async (event, context) => {');
    expect(code).not.toContain('multiValueHeaders');
    expect(Object.keys(await contents(result.outDir))).not.toContainEqual(expect.stringContaining('.map'));
  });

  it('maps the handler to the line of the author', async () => {
    const result = await built(USERS);
    const map = JSON.parse(
      await codeOf(result, 'UsersController.hello').then(() =>
        readFile(path.join(result.outDir, 'functions/UsersController.hello/index.mjs.map'), 'utf8'),
      ),
    ) as { readonly sources: readonly string[] };
    expect(map.sources).toContain('../../../src/users.controller.ts');
  });

  it('splits what is imported dynamically into files of its own', async () => {
    const result = await built({
      'src/a.controller.ts': `${IMPORTS}@Controller() export class A { @Get() async get() { return (await import('./later.js')).later; } }`,
      'src/later.ts': `export const later = 'lazy';`,
    });
    const handler = await handlerOf(result, 'A.get');
    expect(await readdir(path.join(result.outDir, 'functions', 'A.get'))).toHaveLength(4);
    expect(await handler(httpApiEvent({ method: 'GET', path: '/' }))).toMatchObject({ body: 'lazy' });
  });

  it('imports classes of packages as the controller does', async () => {
    const result = await built({
      'node_modules/shared/package.json': '{ "name": "shared", "type": "module", "exports": "./index.js" }',
      'node_modules/shared/index.js': `import { Injectable } from '@gatewright/core';\nexport class Clock { now() { return 'package time'; } }\nInjectable()(Clock);`,
      'src/a.controller.ts': `${IMPORTS}import { Clock } from 'shared';\n@Controller() export class A { constructor(private readonly clock: Clock) {} @Get() get() { return this.clock.now(); } }`,
    });
    const handler = await handlerOf(result, 'A.get');
    expect(await handler(httpApiEvent({ method: 'GET', path: '/' }))).toMatchObject({ body: 'package time' });
  });

  it.each([
    ['nothing', undefined],
    ['decorators off', { experimentalDecorators: false, emitDecoratorMetadata: false }],
    ['decorators on', { experimentalDecorators: true, emitDecoratorMetadata: true }],
    ['imports kept verbatim', { verbatimModuleSyntax: true, module: 'nodenext' }],
    ['assigned class fields', { useDefineForClassFields: false, target: 'es2020' }],
    ['modern class fields', { useDefineForClassFields: true, target: 'esnext' }],
  ])('gives the same answers whatever the tsconfig says: %s', async (_name, compilerOptions) => {
    const result = await built({
      ...USERS,
      ...(compilerOptions === undefined ? {} : { 'tsconfig.json': JSON.stringify({ compilerOptions }) }),
    });
    const create = await handlerOf(result, 'UsersController.create');
    const post = (body: object) => create(httpApiEvent({ method: 'POST', path: '/users', body }));
    expect(await post({ name: 'A', email: 'a@b.co', age: 1, address: { street: 's' } })).toMatchObject({
      statusCode: 200,
      body: '{"count":1}',
    });
    expect(JSON.parse((await post({ name: '', email: 'a@b.co', age: 1, address: {} })).body ?? '').errors).toHaveLength(
      2,
    );
    expect(await codeOf(result, 'UsersController.hello')).not.toMatch(/isLength|report/);
  });
});

describe('build, of a tree with a symbolic link', () => {
  it('reads sources of another workspace as the project’s own', async () => {
    const shared = await createProject({
      'dto.ts': `import { IsInt } from 'class-validator';\nexport class Input { @IsInt() n!: number }`,
      'package.json': '{"name":"shared-dto","exports":"./dto.ts"}',
    });
    try {
      project = await createProject({
        'src/a.controller.ts': `${IMPORTS}import { Input } from 'shared-dto';\n@Controller() export class A { @Post() post(@Body() input: Input) { return input; } }`,
      });
      const { symlink } = await import('node:fs/promises');
      await mkdir(path.join(project.root, 'node_modules'), { recursive: true });
      await symlink(shared.root, path.join(project.root, 'node_modules', 'shared-dto'));
      const handler = await handlerOf(await build(options()), 'A.post');
      expect(await handler(httpApiEvent({ method: 'POST', path: '/', body: { n: 'x' } }))).toMatchObject({
        statusCode: 400,
      });
      expect(await handler(httpApiEvent({ method: 'POST', path: '/', body: { n: 1 } }))).toMatchObject({
        body: '{"n":1}',
      });
    } finally {
      await shared.remove();
    }
  });
});

describe('build, on another machine', () => {
  it('is the same byte for byte wherever the project lies', async () => {
    const here = await contents((await built(USERS)).outDir);
    const elsewhere = await createProject({});
    try {
      await elsewhere.write(Object.fromEntries(Object.entries(USERS).map(([name, code]) => [`deep/er/${name}`, code])));
      const root = path.join(elsewhere.root, 'deep', 'er');
      const { symlink } = await import('node:fs/promises');
      await symlink(path.join(elsewhere.root, 'node_modules'), path.join(root, 'node_modules'));
      const result = await build({ root, controllers: 'src/**/*.controller.ts', outDir: 'out' });
      const there = await contents(result.outDir);
      expect(Object.keys(there)).toEqual(Object.keys(here));
      // the packages of these tests are links to this repository, whose relative place differs; nobody's projects are such
      for (const [name, content] of Object.entries(there)) if (!name.endsWith('.map')) expect(content).toBe(here[name]);
      expect(JSON.stringify(there)).not.toContain(elsewhere.root);
    } finally {
      await elsewhere.remove();
    }
  });

  it('is the same with source maps, copied packages and middleware of composed decorators, of two copies and in two runs', async () => {
    const files = {
      'package.json': '{ "name": "app" }',
      'src/audit.ts': `import { Header, Use } from '@gatewright/core';
const marks = [Use(async (_context: unknown, next: () => unknown) => next()), Header('x-a', 'b')];
export const Audit = (target: object, name: string, descriptor: PropertyDescriptor) => { for (const mark of marks) mark(target, name, descriptor); };`,
      'src/a.controller.ts': `${IMPORTS}import { Audit } from './audit.js';\nimport { files } from 'files';\n@Controller() export class A { @Get() @Audit get() { return files(); } @Get('/other') other() { return 1; } }`,
      'node_modules/files/package.json': '{ "name": "files", "dependencies": { "more": "1" } }',
      'node_modules/files/index.js': 'exports.files = () => require("more");',
      'node_modules/more/package.json': '{ "name": "more" }',
      'node_modules/more/index.js': 'module.exports = "more";',
    };
    const elsewhere = await createProject(files);
    try {
      const more = { cache: false, nodeModules: ['files'] };
      const first = await contents((await built(files, more)).outDir);
      expect(Object.keys(first)).toContain(path.join('functions', 'A.get', 'node_modules', 'more', 'index.js'));
      expect(await contents((await build({ ...options(), ...more })).outDir)).toEqual(first);
      const there = await build({
        root: elsewhere.root,
        controllers: 'src/**/*.controller.ts',
        outDir: 'out',
        ...more,
      });
      expect(await contents(there.outDir)).toEqual(first);
    } finally {
      await elsewhere.remove();
    }
  });
});
