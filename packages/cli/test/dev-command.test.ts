import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliProcess } from './cli-process.js';
import { CONFIG, TemporaryProject, TODOS } from './temporary-project.js';

describe('gatewright dev', () => {
  let project: TemporaryProject;
  let cli: CliProcess | undefined;

  beforeEach(() => {
    project = new TemporaryProject({ 'gatewright.config.ts': CONFIG, 'src/todos.controller.ts': TODOS });
  });
  afterEach(async () => {
    cli?.kill('SIGKILL');
    await cli?.ended;
    cli = undefined;
    project.remove();
  });

  const start = async (...args: string[]): Promise<string> => {
    cli = new CliProcess(project.root, ['dev', '--port', '0', ...args]);
    return (await cli.until(/Local gateway on (http:\S+)/))[1] ?? '';
  };
  const jsonOf = async (url: string): Promise<unknown> => (await fetch(url)).json();

  it('serves the compiled handlers, follows changes, and leaves nothing behind', async () => {
    const url = await start();
    await cli?.until(new RegExp(`curl ${url}/todos\n`));
    expect(await jsonOf(`${url}/todos`)).toEqual({ greeting: 'hello', table: 'local' });
    await cli?.until(/\[TodosController\.list\] listing/);
    await cli?.until(/GET \/todos 200 \d+ ms TodosController\.list/);

    const post = (body: string) =>
      fetch(`${url}/todos`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(await (await post('{"title":"a"}')).json()).toEqual({ title: 'a' });
    expect((await post('{"title":1}')).status).toBe(400);
    expect(await jsonOf(`${url}/todos/stack`)).toEqual({
      stack: expect.stringMatching(/src\/todos\.controller\.ts:19:41/),
    });
    expect((await fetch(`${url}/nothing`)).status).toBe(404);

    // A change that cannot be built: the last good build is still served.
    project.write('src/todos.controller.ts', TODOS.replace('return { id }', 'return { id, }}'));
    await cli?.until(/The last good build is still served/);
    expect(await jsonOf(`${url}/todos/1`)).toEqual({ id: '1' });

    project.write('src/todos.controller.ts', TODOS.replace('return { id }', "return { id, is: 'changed' }"));
    await cli?.until(/Rebuilt in \d+ ms/);
    expect(await jsonOf(`${url}/todos/1`)).toEqual({ id: '1', is: 'changed' });

    project.write(
      'src/notes/notes.controller.ts',
      "import { Controller, Get } from '@gatewright/core';\n@Controller('/notes') export class NotesController { @Get() list(): string[] { return ['n']; } }\n",
    );
    await cli?.until(/NotesController\.list/);
    expect(await jsonOf(`${url}/notes`)).toEqual(['n']);

    project.write('gatewright.config.ts', CONFIG.replace("'hello'", "'good day'"));
    let todos: unknown;
    for (let waited = 0; waited < 30_000 && !JSON.stringify(todos)?.includes('good day'); waited += 100) {
      await sleep(100);
      todos = await jsonOf(`${url}/todos`);
    }
    expect(todos).toEqual({ greeting: 'good day', table: 'local' });

    cli?.kill('SIGTERM');
    expect(await cli?.ended).toBe(0);
    expect(cli?.out).toContain('services stopped');
    expect(readdirSync(join(project.root, 'node_modules/.cache/gatewright/dev'))).toEqual([]);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('validates answers where the configuration says so', async () => {
    project.write(
      'src/users.controller.ts',
      `import { Controller, Get, Returns } from '@gatewright/core';
import { Expose } from 'class-transformer';
import { IsInt } from 'class-validator';
class User { @Expose() @IsInt() id!: number; }
@Controller('/users') export class UsersController { @Get() @Returns(User) get(): object { return { id: 'x' }; } }
`,
    );
    project.write('gatewright.config.ts', CONFIG.replace(/dev: \{/, 'dev: { validateAnswers: true,'));
    const url = await start();
    expect((await fetch(`${url}/users`)).status).toBe(500);
    await cli?.until(
      /UsersController\.get \(GET \/users\): what it returned is no valid User: id: id must be an integer/,
    );
  });

  it('waits for a change when the first build fails', async () => {
    project.write('src/todos.controller.ts', 'export const nothing = 1;');
    cli = new CliProcess(project.root, ['dev', '--port', '0']);
    await cli.until(/Waiting for a change/);
    project.write('src/todos.controller.ts', TODOS);
    const url = (await cli.until(/Local gateway on (http:\S+)/))[1] ?? '';
    expect((await fetch(`${url}/todos/1`)).status).toBe(200);
    cli.kill('SIGINT');
    expect(await cli.ended).toBe(0);
  });

  it('stops what it started when a port is in use, and says so in one line', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      cli = new CliProcess(project.root, ['dev'], { PORT: String(port) });
      expect(await cli.ended).toBe(1);
      expect(cli.err).toBe(`port ${port} of 127.0.0.1 is in use; choose another one with --port\n`);
      expect(cli.out).toBe('');
    } finally {
      server.close();
    }
  });

  it('ends with the npm that runs it, though npm tells only the shell between them', async () => {
    const shell = ['sh', '-c', '"$0" "$@" & wait'];
    cli = new CliProcess(project.root, ['dev', '--port', '0'], { npm_lifecycle_event: 'start' }, shell);
    await cli.until(/Local gateway on/);
    cli.kill('SIGKILL');
    // the pipes are closed when the last process that writes to them has ended; the shell itself has no exit code
    expect(await cli.ended).toBeNull();
  });

  it('ends with the error of dev.start', async () => {
    const start = "start: () => { setInterval(() => {}, 1000); throw new Error('no docker'); },";
    project.write('gatewright.config.ts', CONFIG.replace(/start: .*/, start));
    cli = new CliProcess(project.root, ['dev', '--port', '0']);
    expect(await cli.ended).toBe(1);
    expect(cli.err).toContain('no docker');
    expect(existsSync(join(project.root, '.gatewright'))).toBe(false);
  });
});
