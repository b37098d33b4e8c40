import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from '../../src/compiler/index.js';
import { functionUrlEvent, httpApiEvent, restApiEvent } from '../../src/testing/index.js';
import { createProject, type Project } from './project.js';

const PLACES = `import { Controller, Get, Injectable, Packaging, Param, Post, Body } from '@gatewright/core';

@Injectable()
export class Log { readonly lines: string[] = []; }

abstract class Base {
  protected tell(text: string): string { return 'told ' + text; }
  unused(): string { return 'never reached'; }
}

@Controller('/cats')
export class CatsController extends Base {
  constructor(private readonly log: Log) { super(); }
  @Get() list(): string[] { return this.log.lines; }
  @Get('/:name') get(@Param() name: string): string { return this.tell(name); }
  @Post('/:name') add(@Param() name: string, @Body() limit: number): number { return this.log.lines.push(name) + limit; }
}

@Controller('/dogs')
@Packaging('controller')
export class DogsController {
  constructor(private readonly log: Log) {}
  @Get() list(): string[] { return this.log.lines; }
  @Post() @Packaging('route') add(): number { return this.log.lines.push('dog'); }
}
`;

const JSON_TYPE = { 'content-type': 'application/json' };

type Handler = (event: unknown, context?: unknown) => Promise<{ readonly statusCode: number; readonly body?: string }>;

describe('build', () => {
  let project: Project;
  beforeAll(async () => {
    project = await createProject({ 'src/places.controller.ts': PLACES });
  });
  afterAll(() => project.remove());

  const built = async (packaging: 'route' | 'controller' | 'app', frontDoors = ['http-api', 'rest-api']) => {
    const { functions, manifest } = await build({
      root: project.root,
      controllers: 'src/*.controller.ts',
      outDir: `out-${packaging}-${frontDoors.join('-')}`,
      packaging,
      frontDoors: frontDoors as ['http-api'],
      minify: false,
      sourceMap: false,
    });
    const load = async (id: string): Promise<Handler> => {
      const found = functions.find((each) => each.id === id);
      if (found === undefined) throw new Error(`no function ${id}`);
      return (await import(path.join(found.dir, found.entry))).handler as Handler;
    };
    return { functions, manifest, load };
  };

  it('packs routes as the option says, where @Packaging says nothing', async () => {
    const { functions, manifest } = await built('app');
    expect(functions.map(({ id, routes }) => [id, routes])).toEqual([
      ['DogsController', ['DogsController.list']],
      ['DogsController.add', ['DogsController.add']],
      ['app', ['CatsController.add', 'CatsController.get', 'CatsController.list']],
    ]);
    expect(manifest.functions.map(({ id }) => id)).toEqual(functions.map(({ id }) => id));
    const perController = await built('controller');
    expect(perController.functions.map(({ id }) => id)).toEqual([
      'CatsController',
      'DogsController',
      'DogsController.add',
    ]);
  });

  it('makes everything once for all routes of a function, and keeps what any of them reaches', async () => {
    const { functions, load } = await built('app');
    const handler = await load('app');
    const events = [
      [{ method: 'POST', path: '/cats/tom', body: '5', headers: JSON_TYPE }, '/cats/{name}'],
      [{ method: 'GET', path: '/cats' }, '/cats'],
      [{ method: 'GET', path: '/cats/tom' }, '/cats/{name}'],
    ] as const;
    const answers: unknown[] = [];
    for (const [request, template] of events)
      for (const eventOf of [httpApiEvent, restApiEvent])
        answers.push((await handler(eventOf(request, { route: { method: request.method, path: template } }))).body);
    expect(answers).toEqual(['6', '7', '["tom","tom"]', '["tom","tom"]', 'told tom', 'told tom']);
    const app = functions.find(({ id }) => id === 'app');
    const code = await readFile(path.join(app?.dir as string, 'index.mjs'), 'utf8');
    expect(code).not.toContain('never reached');
    expect(code).not.toContain('DogsController');
  });

  it('answers events of routes that are in another function with 404', async () => {
    const { load } = await built('app');
    const event = httpApiEvent({ method: 'GET', path: '/dogs' }, { route: { method: 'GET', path: '/dogs' } });
    for (const given of [event, restApiEvent({ method: 'GET', path: '/dogs' }), {}, null])
      expect(await (await load('app'))(given)).toEqual({
        statusCode: 404,
        headers: { 'content-type': 'application/problem+json' },
        body: '{"title":"Not Found","status":404}',
      });
  });

  it('finds routes by path behind a Function URL, and behind the catch-all routes of an HTTP API', async () => {
    const { load } = await built('app', ['http-api', 'function-url']);
    const handler = await load('app');
    const request = { method: 'GET', path: '/cats/a%2Fb' };
    expect(await handler(functionUrlEvent(request))).toMatchObject({ statusCode: 200, body: 'told a/b' });
    for (const route of [
      { method: 'ANY', path: '$default' },
      { method: 'ANY', path: '/{proxy+}' },
    ])
      expect(await handler(httpApiEvent({ method: 'GET', path: '/cats/tom' }, { route }))).toMatchObject({
        body: 'told tom',
      });
    expect(await handler(functionUrlEvent({ method: 'OPTIONS', path: '/cats/tom' }))).toEqual({
      statusCode: 204,
      headers: { allow: 'GET, HEAD, POST' },
    });
  });

  it('takes a package as the module that names it sees it, whichever controller a function begins with', async () => {
    const controller = (name: string) => `import { Controller, Get } from '@gatewright/core';
import { Clock } from 'clock';
@Controller('/${name.toLowerCase()}')
export class ${name} {
  constructor(private readonly clock: Clock) {}
  @Get() now(): string { return this.clock.now(); }
}`;
    const clock = (folder: string, text: string) => ({
      [`${folder}/node_modules/clock/package.json`]:
        '{ "name": "clock", "version": "1.0.0", "type": "module", "exports": { "import": "./clock.js" } }',
      [`${folder}/node_modules/clock/clock.js`]: `import { Injectable } from '@gatewright/core';
export class Clock { now() { return '${text}'; } }
Injectable()(Clock);`,
    });
    const workspaces = await createProject({
      'src/a/a.controller.ts': controller('A'),
      'src/b/b.controller.ts': controller('B'),
      ...clock('src/a', 'first'),
      ...clock('src/b', 'second'),
    });
    const { functions } = await build({
      root: workspaces.root,
      controllers: 'src/*/*.controller.ts',
      outDir: 'out',
      packaging: 'app',
    });
    const [{ dir, entry }] = functions as [(typeof functions)[number]];
    const { handler } = (await import(path.join(dir, entry))) as { readonly handler: Handler };
    const answer = async (name: string) =>
      (await handler(httpApiEvent({ method: 'GET', path: name }, { route: { method: 'GET', path: name } }))).body;
    expect([await answer('/a'), await answer('/b')]).toEqual(['first', 'second']);
    await workspaces.remove();
  });

  it('keeps what others call of a controller that is injected into them', async () => {
    const injected = await createProject({
      'src/app.controller.ts': `import { Controller, Get, Injectable } from '@gatewright/core';
@Injectable()
@Controller('/inner')
export class Inner {
  @Get() get(): string { return 'inner'; }
  help(): string { return 'help'; }
}
@Controller('/outer')
export class Outer {
  constructor(private readonly inner: Inner) {}
  @Get() get(): string { return this.inner.help(); }
}`,
    });
    const { functions } = await build({
      root: injected.root,
      controllers: 'src/*.ts',
      outDir: 'out',
      packaging: 'app',
    });
    const { handler } = (await import(path.join(functions[0]?.dir as string, 'index.mjs'))) as { handler: Handler };
    const route = { method: 'GET', path: '/outer' };
    expect(await handler(httpApiEvent(route, { route }))).toMatchObject({ statusCode: 200, body: 'help' });
    await injected.remove();
  });

  it('refuses a packaging that is none, and options that one function cannot have twice', async () => {
    const controller = (packaging: string) => `import { Controller, Get, Lambda, Packaging } from '@gatewright/core';
@Controller('/a')
@Packaging('${packaging}' as 'app')
export class A {
  @Get() @Lambda({ architecture: 'arm64' }) one(): void {}
  @Get('/two') @Lambda({ architecture: 'x86_64' }) two(): void {}
}`;
    for (const [packaging, code] of [
      ['lambdalith', 'PACKAGING_INVALID'],
      ['app', 'LAMBDA_OPTIONS_DIFFER'],
    ] as const) {
      const wrong = await createProject({ 'src/a.controller.ts': controller(packaging) });
      const refused = build({ root: wrong.root, controllers: 'src/*.ts', outDir: 'out' });
      await expect(refused).rejects.toMatchObject({
        problems: expect.arrayContaining([expect.objectContaining({ code })]),
      });
      await wrong.remove();
    }
  });
});
