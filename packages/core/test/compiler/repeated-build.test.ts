import { build, type Manifest } from '../../src/compiler/index.js';
import { createProject, type Project } from './project.js';

let project: Project;
afterEach(async () => {
  delete process.env.REPEATED_PREFIX;
  await project.remove();
});

const controller = (path: string): string =>
  `import { Controller, Get } from '@gatewright/core';
import { answer } from './answer.js';
@Controller(process.env.REPEATED_PREFIX ?? 'none')
export class RepeatedController {
  @Get(${JSON.stringify(path)}) get() {
    return answer;
  }
}`;

const rebuild = async (): Promise<Manifest['routes']> => {
  const { manifest } = await build({
    root: project.root,
    controllers: 'src/*.controller.ts',
    outDir: 'out',
    isRepeated: true,
  });
  return manifest.routes;
};

it('sees edits and the environment of now, in a process that was started before', async () => {
  project = await createProject({
    'src/repeated.controller.ts': controller('/a'),
    'src/answer.ts': 'export const answer = { text: 1 };',
  });
  expect(await rebuild()).toMatchObject([{ path: '/none/a' }]);
  process.env.REPEATED_PREFIX = 'first';
  expect(await rebuild()).toMatchObject([{ path: '/first/a' }]);
  await project.write({ 'src/repeated.controller.ts': controller('/b') });
  process.env.REPEATED_PREFIX = 'second';
  expect(await rebuild()).toMatchObject([{ path: '/second/b' }]);
  delete process.env.REPEATED_PREFIX;
  expect(await rebuild()).toMatchObject([{ path: '/none/b' }]);
});

it('goes on after a build that failed', async () => {
  project = await createProject({
    'src/repeated.controller.ts': controller('/a'),
    'src/answer.ts': 'throw new Error("not yet"); export const answer = 1;',
  });
  await expect(rebuild()).rejects.toThrow('src/answer.ts:1:7: threw while it was loaded: not yet');
  await project.write({ 'src/answer.ts': 'export const answer = (' });
  await expect(rebuild()).rejects.toThrow('src/answer.ts');
  await project.write({ 'src/answer.ts': 'export const answer = { text: 1 };' });
  expect(await rebuild()).toMatchObject([{ path: '/none/a' }]);
});
