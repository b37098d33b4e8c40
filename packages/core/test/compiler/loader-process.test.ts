import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { analyzeApplication, type CompilerAnalysis } from '../../src/compiler/analyze.js';
import { coreFile } from '../../src/compiler/core-file.js';
import { createProject, IMPORTS, type Project } from './project.js';

let project: Project;
afterEach(() => project.remove());

/** An application that writes down the process it is loaded in. */
const prepare = async (code: string, imports = ''): Promise<void> => {
  project = await createProject({
    'src/a.controller.ts': `${IMPORTS}
import { writeFileSync } from 'node:fs';
${imports}
writeFileSync('pid', String(process.pid));
${code}
@Controller() export class A { @Get() get() { return 1; } }`,
  });
};

const analyzed = (): Promise<CompilerAnalysis> =>
  analyzeApplication({ root: project.root, controllers: 'src/*.controller.ts' });

const exists = (name: string): Promise<boolean> =>
  stat(path.join(project.root, name)).then(
    () => true,
    () => false,
  );

const isRunning = async (): Promise<boolean> => {
  const pid = Number(await readFile(path.join(project.root, 'pid'), 'utf8'));
  try {
    process.kill(pid, 0);
    // a process whose end nobody has heard of yet
    return !/\) Z /.test(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
  } catch {
    return false;
  }
};

const ends = async (): Promise<boolean> => {
  for (let tries = 0; tries < 200 && (await isRunning()); tries++) await sleep(25);
  return !(await isRunning());
};

/** A plan with nothing to compare, and one whose code cannot be read. */
const plan = (codes: readonly string[]) => ({
  compiled: codes.map((code) => ({
    code,
    bindings: [],
    compiled: { A: { class: 'A', validation: undefined, options: {}, local: 'a', isEager: false } },
    hasOutput: false,
    dtos: {},
  })),
  root: project.root,
  mixtures: 1,
  seed: 1,
});

describe('the process that an application is loaded in', () => {
  it('answers as often as it is asked, and runs nothing of the application meanwhile', async () => {
    await prepare(
      `createServer().listen(0, '127.0.0.1');
setInterval(() => writeFileSync('ticked', ''), 1);
process.stdin.on('data', () => {}).on('end', () => writeFileSync('ticked', ''));
setTimeout(() => { throw new Error('later'); }, 1);
void Promise.reject(new Error('nobody waits for it'));`,
      "import { createServer } from 'node:http';",
    );
    const analysis = await analyzed();
    expect(Object.keys(analysis.collected.exports)).toEqual(['A']);
    await sleep(50);
    expect(await analysis.verify(plan([]))).toEqual([]);
    const broken = [{ dto: 'A', difference: expect.stringContaining('Unexpected') }];
    expect(await analysis.verify(plan(['const a =']))).toEqual(broken);
    expect(await Promise.all([analysis.verify(plan([])), analysis.verify(plan(['const a =']))])).toEqual([[], broken]);
    // what is asked at once comes as one text
    const many = Array.from({ length: 50 }, () => analysis.verify(plan(['const a ='])));
    expect(await Promise.all(many)).toEqual(many.map(() => broken));
    expect(await isRunning()).toBe(true);
    expect(await exists('ticked')).toBe(false);
    analysis.end();
    expect(await ends()).toBe(true);
  });

  it('says how it ended, to whoever asks it afterwards', async () => {
    await prepare('');
    const analysis = await analyzed();
    analysis.end();
    await expect(analysis.verify(plan([]))).rejects.toThrow(/the process ended with status/);
  });

  it('ends where the application is refused', async () => {
    await prepare('class Hidden {}\n@Controller() class B { @Get() get() {} }');
    await expect(analyzed()).rejects.toThrow('B');
    expect(await ends()).toBe(true);
  });

  it.each([
    ['ends', ''],
    ['is killed', 'process.kill(process.pid, "SIGKILL");'],
  ])('keeps no process that forgets it, and ends where that %s', async (_how, last) => {
    await prepare('setInterval(() => {}, 1000);');
    const script = `import { analyzeApplication } from ${JSON.stringify(pathToFileURL(coreFile('compiler/analyze.js')).href)};
await analyzeApplication({ root: ${JSON.stringify(project.root)}, controllers: 'src/*.controller.ts' });
console.log('analysed');${last}`;
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { timeout: 60_000 });
    const { stdout } = await run.catch((error: { readonly stdout: string }) => error);
    expect(stdout).toBe('analysed\n');
    expect(await ends()).toBe(true);
  });
});
