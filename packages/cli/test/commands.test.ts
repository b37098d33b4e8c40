import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { run } from './cli-process.js';
import { CONFIG, TemporaryProject, TODOS } from './temporary-project.js';

jest.setTimeout(60_000);

describe('gatewright', () => {
  let project: TemporaryProject;
  beforeAll(() => {
    project = new TemporaryProject({ 'gatewright.config.ts': CONFIG, 'src/todos.controller.ts': TODOS });
  });
  afterAll(() => project.remove());

  it('routes prints a table', async () => {
    const { code, out, err } = await run(project.root, 'routes');
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`GET   /todos       TodosController.list    src/todos.controller.ts:12
POST  /todos       TodosController.create  src/todos.controller.ts:24
GET   /todos/{id}  TodosController.get     src/todos.controller.ts:18
`);
  });

  it('routes --json prints the routes of the manifest and nothing else', async () => {
    const { code, out } = await run(join(project.root, 'src'), 'routes', '--json', '--root', '..');
    expect(code).toBe(0);
    expect((JSON.parse(out) as { id: string }[]).map(({ id }) => id)).toEqual([
      'TodosController.create',
      'TodosController.get',
      'TodosController.list',
    ]);
  });

  it('build writes the functions and prints their sizes', async () => {
    const { code, out, err } = await run(project.root, 'build');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^TodosController\.list +GET +\/todos +[\d,]+ {2}bytes$/m);
    expect(out).toMatch(/\n\n3 functions in \.gatewright\n$/);
    expect(existsSync(join(project.root, '.gatewright', 'manifest.json'))).toBe(true);
  });

  it('build --out writes to a folder relative to the current one', async () => {
    const { code } = await run(join(project.root, 'src'), 'build', '--root', '..', '--out', '../elsewhere');
    expect(code).toBe(0);
    expect(existsSync(join(project.root, 'elsewhere', 'manifest.json'))).toBe(true);
  });

  it.each(['build', 'routes', 'dev'])(
    '%s says what is wrong with the project, without a stack trace',
    async (command) => {
      const empty = new TemporaryProject({});
      try {
        const { code, out, err } = await run(empty.root, command);
        expect([code, out]).toEqual([1, '']);
        expect(err).toContain('gatewright.config.ts');
        expect(err).not.toMatch(/^\s+at /m);
      } finally {
        empty.remove();
      }
    },
  );

  it.each([
    [['frob'], "error: unknown command 'frob'"],
    [['dev', '--port', '70000'], 'A port is a whole number from 0 to 65535.'],
    [['build', '--frob'], "error: unknown option '--frob'"],
    [['build', 'frob'], 'error: too many arguments'],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await run(project.root, ...args);
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
  });

  it('has help and a version', async () => {
    expect((await run(project.root, '--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await run(project.root, '--help')).out).toMatch(/dev \[options\].*build \[options\].*routes \[options\]/s);
    expect((await run(project.root, 'help', 'dev')).out).toContain('--port <number>');
  });
});
