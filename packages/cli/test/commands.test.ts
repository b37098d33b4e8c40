import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './cli-process.js';
import { CONFIG, TemporaryProject, TODOS } from './temporary-project.js';

describe('gatewright', () => {
  let project: TemporaryProject;
  beforeAll(() => {
    project = new TemporaryProject({ 'gatewright.config.ts': CONFIG, 'src/todos.controller.ts': TODOS });
  });
  afterAll(() => project.remove());

  it('routes prints a table', async () => {
    const { code, out, err } = await run(project.root, 'routes');
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n').map((line) => line.split(/ {2,}/));
    expect(lines[0]?.slice(1)).toEqual(['function', 'bytes', 'gzip', 'validation']);
    expect(lines.slice(1, 4).map(([method, path, id]) => [method, path, id])).toEqual([
      ['GET', '/todos', 'TodosController.list'],
      ['POST', '/todos', 'TodosController.create'],
      ['GET', '/todos/{id}', 'TodosController.get'],
    ]);
    expect(lines.slice(1, 4).map((cells) => cells.at(-1))).toEqual(
      [12, 24, 18].map((line) => `src/todos.controller.ts:${line}`),
    );
    expect(out).toMatch(/^GET +\/todos +TodosController\.list +[\d,]+ +[\d,]+ +none +src/m);
    expect(existsSync(join(project.root, '.gatewright'))).toBe(false);
  });

  it('routes --measure starts each function and calls it', async () => {
    const { code, out } = await run(project.root, 'routes', '--measure', '--json');
    // with --json nothing else is printed, though the application's services are started
    const routes = JSON.parse(out.replace(/services stopped\n/, '')) as {
      function: { id: string; gzip: number; measured: { initMilliseconds: number; firstCallMilliseconds: number } };
    }[];
    expect(code).toBe(0);
    for (const { function: built } of routes) {
      expect(built.gzip).toBeGreaterThan(100);
      expect(built.measured.initMilliseconds).toBeGreaterThan(0);
      expect(built.measured.firstCallMilliseconds).toBeGreaterThan(0);
    }
    expect((await run(project.root, 'routes', '--measure')).out).toMatch(/init +first call.*\d\.\d ms +\d+\.\d ms/s);
  });

  it('routes --measure says what cannot be started', async () => {
    const broken = new TemporaryProject({
      'gatewright.config.ts': `export default { controllers: 'src/*.ts' };`,
      'src/broken.ts': `import { Controller, Get } from '@gatewright/core';
class Table { name = (() => { throw new Error('TABLE is not set'); })(); }
const table = process.argv[1]?.includes('measure') ? new Table() : undefined;
@Controller('/') export class Broken { @Get() get() { return table; } }`,
    });
    try {
      const { code, out, err } = await run(broken.root, 'routes', '--measure');
      expect([code, err]).toEqual([0, 'warning: Broken.get cannot be measured: Error: TABLE is not set\n']);
      expect(out).toMatch(/none +- +- +src/);
    } finally {
      broken.remove();
    }
  });

  it('explain tells what a function holds', async () => {
    const { code, out } = await run(project.root, 'explain', 'TodosController.create');
    expect(code).toBe(0);
    expect(out).toMatch(/^TodosController\.create: [\d,]+ bytes, [\d,]+ after gzip\n\n/);
    expect(out).toMatch(/^@gatewright\/core \d+\.\d+\.\d+ +[\d,]+ +\d+\.\d %$/m);
    expect(out).toMatch(/^ {2}src\/todos\.controller\.ts +[\d,]+$/m);
    const { out: json } = await run(project.root, 'explain', 'TodosController.list', '--json');
    expect(JSON.parse(json)).toMatchObject({ id: 'TodosController.list', routes: ['TodosController.list'] });
  });

  it('explain tells how a package came, and what to do about it', async () => {
    const other = new TemporaryProject({
      'gatewright.config.ts': `export default { controllers: 'src/*.controller.ts' };`,
      'src/plain.controller.ts': `import { Controller, Get } from '@gatewright/core';
import { text } from './text.js';
@Controller('/') export class Plain { @Get() get() { return text; } }`,
      'src/text.ts': `import plain from 'plain';\nexport const { text } = plain;`,
      'node_modules/plain/package.json': '{ "name": "plain", "version": "1.0.0" }',
      'node_modules/plain/index.js': `exports.text = ${JSON.stringify('text '.repeat(100))};`,
    });
    try {
      const { out } = await run(other.root, 'explain', 'Plain.get');
      expect(out).toMatch(/^plain 1\.0\.0 +\d+ +\d+\.\d %$/m);
      expect(out).toContain('plain: src/plain.controller.ts -> src/text.ts -> plain\n  It is CommonJS,');
    } finally {
      other.remove();
    }
  });

  it('explain suggests the nearest route', async () => {
    const { code, err } = await run(project.root, 'explain', 'TodosController.lst');
    expect([code, err]).toEqual([1, expect.stringContaining('did you mean TodosController.list? [ROUTE_UNKNOWN]')]);
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

  it('build says how many functions are unchanged, and bundles them again with --no-cache', async () => {
    await run(project.root, 'build');
    expect((await run(project.root, 'build')).out).toMatch(/\n3 functions in \.gatewright, 3 of them unchanged\n$/);
    expect((await run(project.root, 'build', '--no-cache')).out).toMatch(/\n3 functions in \.gatewright\n$/);
  });

  it('build --out writes to a folder relative to the current one', async () => {
    const { code } = await run(join(project.root, 'src'), 'build', '--root', '..', '--out', '../elsewhere');
    expect(code).toBe(0);
    expect(existsSync(join(project.root, 'elsewhere', 'manifest.json'))).toBe(true);
  });

  it('routes, explain and build tell the same size', async () => {
    const { out } = await run(project.root, 'routes', '--json');
    const routes = JSON.parse(out) as { id: string; function: { bytes: number } }[];
    const { out: built } = await run(project.root, 'build', '--out', 'sizes');
    for (const {
      id,
      function: { bytes },
    } of routes) {
      const size = bytes.toLocaleString('en-US');
      expect(built).toMatch(new RegExp(`^${id} .* ${size} +bytes$`, 'm'));
      expect((await run(project.root, 'explain', id)).out).toContain(`${id}: ${size} bytes`);
    }
  });

  it('build prints authorizers after the routes', async () => {
    const gated = new TemporaryProject({
      'gatewright.config.ts': `export default { controllers: 'src/*.ts' };`,
      'src/gate.ts': `import { Authorize, Authorizer, Controller, Get, Headers } from '@gatewright/core';
@Controller('/gate') export class Gate {
  @Authorizer('users') check(@Headers('authorization') token?: string) { return token === 'ada'; }
  @Get() @Authorize('users') get() { return {}; }
}`,
    });
    try {
      const { out } = await run(gated.root, 'build');
      expect(out).toMatch(
        /^Gate\.get +GET +\/gate +[\d,]+ +bytes\nGate\.check +authorizer +users +[\d,]+ +bytes\n\n2 functions in/,
      );
    } finally {
      gated.remove();
    }
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
