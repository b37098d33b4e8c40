import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildResult, build, type Manifest } from '../../src/compiler/index.js';
import { httpApiEvent, lambdaContext } from '../../src/testing/index.js';
import { createProject, type Project } from '../compiler/project.js';

const APPLICATION = `
import { Application, Controller, createHandler, Get, Injectable, Inject, Post, provide, resource, token, Use, Uses } from '@gatewright/core';
import type { HttpContext, Next } from '@gatewright/core';

export const CLOCK = token<() => number>('CLOCK');

@Uses({ audit: 'write' })
export abstract class Recorder {}

@Injectable()
@Uses({ todos: 'read' })
export class TodoStore extends Recorder {
  readonly table = resource('todos').name;
}

@Injectable()
@Uses({ sessions: ['read', 'dynamodb:Query'] })
export class Guard {
  use(_context: HttpContext, next: Next) { return next(); }
}

@Uses({ mails: 'send' })
export abstract class Mailer { abstract send(): void; }

@Uses({ replaced: 'read' })
export abstract class Replaced {}

@Uses({ replacing: 'read' })
export class Replacing {}

@Application({ providers: [
  provide(Mailer, { useFactory: () => ({ send() {} }) }),
  provide(Replaced, { useClass: Replacing as never }),
  provide(CLOCK, { useValue: Date.now }),
] })
@Uses({ settings: [] })
export class App {}

@Controller('/todos')
export class TodosController {
  constructor(readonly todos: TodoStore, @Inject(CLOCK) readonly clock: () => number) {}

  @Get()
  list() { return { table: this.todos.table }; }

  @Post()
  @Uses({ todos: 'write', orderEvents: 'grantPutEventsTo' })
  @Use(Guard)
  create() { return {}; }
}

@Controller('/mails')
@Uses({ mailLog: 'read' })
export class MailsController {
  constructor(readonly mailer: Mailer, readonly replaced: Replaced) {}
  @Post()
  send() { return {}; }
}

@Controller('/health')
export class HealthController {
  @Get()
  get() { return { healthy: true }; }
}
`;

const AFTER = { settings: [] };

describe('Uses', () => {
  let project: Project;
  let result: BuildResult;
  let manifest: Manifest;
  const usesOf = (id: string) => manifest.routes.find((route) => route.id === id)?.uses;

  beforeAll(async () => {
    project = await createProject({ 'app.ts': APPLICATION });
    result = await build({ root: project.root, controllers: 'app.ts', application: 'app.ts', outDir: 'out' });
    manifest = JSON.parse(await readFile(path.join(project.root, 'out', 'manifest.json'), 'utf8'));
  });
  afterAll(() => project.remove());

  it('tells of each route what the code made for it uses, base classes, middleware and the application with it', () => {
    expect(usesOf('TodosController.list')).toEqual({ audit: ['write'], ...AFTER, todos: ['read'] });
    expect(usesOf('TodosController.create')).toEqual({
      audit: ['write'],
      orderEvents: ['grantPutEventsTo'],
      sessions: ['dynamodb:Query', 'read'],
      ...AFTER,
      todos: ['read', 'write'],
    });
    expect(usesOf('HealthController.get')).toEqual(AFTER);
  });

  it('counts what a factory makes as what it is provided for, and what replaces a class in its place', () => {
    expect(usesOf('MailsController.send')).toEqual({
      mailLog: ['read'],
      mails: ['send'],
      replacing: ['read'],
      ...AFTER,
    });
  });

  it('leaves neither decorator nor resource names in bundles that need none', async () => {
    const { dir } = result.functions.find(({ id }) => id === 'HealthController.get') ?? { dir: '' };
    const [file = ''] = (await readdir(dir)).filter((name) => name.endsWith('.mjs') || name.endsWith('.js'));
    const code = await readFile(path.join(dir, file), 'utf8');
    expect(code).toContain('healthy');
    expect(code).not.toMatch(/audit|settings|is not set/);
  });

  it('reads the name of a resource where the handler runs', async () => {
    process.env.TODOS_NAME = 'todos-table';
    const { dir, entry } = result.functions.find(({ id }) => id === 'TodosController.list') ?? { dir: '', entry: '' };
    const { handler } = await import(path.join(dir, entry));
    const answer = await handler(httpApiEvent({ method: 'GET', path: '/todos' }), lambdaContext());
    expect(JSON.parse(answer.body)).toEqual({ table: 'todos-table' });
    delete process.env.TODOS_NAME;
  });
});
