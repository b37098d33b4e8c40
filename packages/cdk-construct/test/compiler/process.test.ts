import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';

const dir = mkdtempSync(join(tmpdir(), 'gatewright-'));
const workerFile = join(dir, 'worker.mjs');
jest.unstable_mockModule('../../src/compiler/worker-file.js', () => ({ COMPILE_WORKER_FILE: workerFile }));
const { runCompiler } = await import('../../src/compiler/process.js');

const request = {
  task: 'build',
  root: '/app',
  controllers: 'src/*.ts',
  bundling: { minify: false },
  frontDoor: 'http-api',
} as const;
const compilation = {
  manifest: { version: 2, controllers: [], routes: [], functions: [], classes: {} },
  warnings: [],
  folders: {},
};

/** Runs a worker whose code sees what it was sent as `request`, and answers with `reply(value)`. */
function run(code: string) {
  writeFileSync(
    workerFile,
    `import { readFileSync, writeFileSync } from 'node:fs';
     const request = JSON.parse(readFileSync(0, 'utf8'));
     const reply = (value) => writeFileSync(3, JSON.stringify(value));
     ${code}`,
  );
  return runCompiler(request);
}

function messageOf(code: string): string {
  try {
    run(code);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('runCompiler', () => {
  it('sends the request and returns the compilation', () => {
    expect(run(`reply({ compilation: { manifest: request, warnings: [], folders: {} } })`)).toEqual({
      ...compilation,
      manifest: request,
    });
  });

  it('reads a compilation of any size', () => {
    const { warnings } = run(`reply({ compilation: { warnings: ['x'.repeat(5_000_000)] } })`);

    expect(warnings[0]).toHaveLength(5_000_000);
  });

  it('throws the message of a refusal and nothing else', () => {
    expect(messageOf(`reply({ message: 'src/a.ts:1:2 A.b: no; yes [CODE]\\nsrc/c.ts:3:4 C.d: no; yes [CODE]' })`)).toBe(
      'src/a.ts:1:2 A.b: no; yes [CODE]\nsrc/c.ts:3:4 C.d: no; yes [CODE]',
    );
  });

  it('keeps the options of this process from the compiler', () => {
    const before = process.env.NODE_OPTIONS;
    process.env.NODE_OPTIONS = '--no-warnings';
    try {
      const { warnings } = run(`reply({ compilation: { warnings: [process.env.NODE_OPTIONS, ...process.execArgv] } })`);
      expect(warnings).toEqual(['']);
    } finally {
      process.env.NODE_OPTIONS = before;
    }
  });

  it('shows what the application prints while it is read', () => {
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    run(`console.log('to output'); console.error('to error'); reply({ compilation: {} })`);
    const shown = write.mock.calls.join('');
    write.mockRestore();

    expect(shown).toBe('to output\nto error\n');
  });

  it.each([
    ['an exit', 'process.exit(3)', 'exit 3'],
    ['a signal', `process.kill(process.pid, 'SIGKILL')`, 'exit SIGKILL'],
  ])('tells of %s without an answer', (_, code, how) => {
    expect(messageOf(code)).toBe(
      `/app: the compiler stopped without an answer (${how}); look at its output [COMPILER_STOPPED]`,
    );
  });

  it('shows the output of a compiler that stopped', () => {
    expect(messageOf(`console.log('halfway'); throw new TypeError('broken')`)).toMatch(
      /\(exit 1\); look at its output \[COMPILER_STOPPED\]\nhalfway\n[\s\S]*TypeError: broken/,
    );
  });

  it('tells why the compiler cannot be started', () => {
    const execPath = process.execPath;
    process.execPath = join(dir, 'no-node');
    try {
      expect(messageOf('')).toMatch(/^\/app: the compiler stopped without an answer \(spawnSync .* ENOENT\)/);
    } finally {
      process.execPath = execPath;
    }
  });
});
