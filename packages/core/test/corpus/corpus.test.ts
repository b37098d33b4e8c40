import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildResult, type BuiltFunction, build, type Manifest } from '../../src/compiler/index.js';
import { expandGlobs } from '../../src/compiler/project-files.js';
import { httpApiEvent } from '../../src/testing/index.js';
import { createProject, type Project } from '../compiler/project.js';
import { type CaseFolder, type CaseRequest, readCases, writeCase } from './case.js';
import { bundleReflective } from './reflective.js';

/** What `answers.mjs` says. */
interface Answers {
  readonly results?: readonly { readonly statusCode: number; readonly body: string; readonly headers: object }[];
  readonly error?: string;
  readonly codes?: readonly string[];
  readonly logged: readonly string[];
}

const GLOB = '**/*.controller.*';
let child: ChildProcess;
let project: Project;
/** Where functions are deployed to: no package of the project can be reached from there. */
let cloud: Project;

beforeAll(() => {
  child = fork(path.join(import.meta.dirname, 'answers.mjs'), { execArgv: [] });
});
afterAll(() => {
  child.disconnect();
});
beforeEach(async () => {
  cloud = await createProject({});
});
afterEach(async () => {
  await project.remove();
  await cloud.remove();
});

async function ask(file: string, route: string, events: readonly object[], application?: string): Promise<Answers> {
  child.send({ file, route, events, application });
  const [answers] = (await once(child, 'message')) as [Answers];
  return answers;
}

/** Moves a function to where nothing is but itself and what the run time provides. */
async function deploy({ id, dir, entry }: BuiltFunction, { provided = [] }: CaseFolder): Promise<string> {
  const task = path.join(cloud.root, 'var', 'task', id);
  await cp(dir, task, { recursive: true, verbatimSymlinks: true });
  for (const name of provided)
    await cp(path.join(project.root, 'node_modules', name), path.join(cloud.root, 'var', 'node_modules', name), {
      recursive: true,
    });
  return path.join(task, entry);
}

const eventOf = ({ routes }: Manifest, { route: id, ...request }: CaseRequest): object => {
  const { method, path: template } = routes.find((entry) => entry.id === id) ?? { method: '', path: '' };
  return httpApiEvent({ ...request, method } as never, { route: { method, path: template } });
};

/** A function's own code. */
async function codeOf({ dir }: BuiltFunction): Promise<string> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.mjs') && name !== 'validation.mjs');
  return (await Promise.all(names.sort().map((name) => readFile(path.join(dir, name), 'utf8')))).join('\n');
}

const readAnswer = ({ body, headers }: NonNullable<Answers['results']>[number]): unknown =>
  /json$/.test(String((headers as Record<string, unknown>)['content-type'])) ? JSON.parse(body) : body;

async function checkRoute(entry: CaseFolder, result: BuildResult, route: string, bundle: string): Promise<void> {
  const requests = entry.requests.filter((request) => request.route === route);
  const events = requests.map((request) => eventOf(result.manifest, request));
  const built = result.functions.find(({ id }) => id === route) as BuiltFunction;
  const compiled = await ask(await deploy(built, entry), route, events);
  expect(compiled).toEqual({ results: expect.any(Array), logged: [] });
  for (const [index, { status = 200, answer }] of requests.entries()) {
    const given = compiled.results?.[index] as NonNullable<Answers['results']>[number];
    expect([given.statusCode, readAnswer(given)]).toMatchObject([status, answer]);
  }
  const reflective = await ask(bundle, route, events, entry.application?.class);
  if (entry.unreflective === undefined) expect(reflective).toStrictEqual(compiled);
  else expect(reflective.codes).toEqual(entry.unreflective);
  const code = await codeOf(built);
  for (const text of entry.present?.[route] ?? []) expect(code).toContain(text);
  for (const text of entry.absent?.[route] ?? []) expect(code).not.toContain(text);
}

describe('odd TypeScript', () => {
  it.each(readCases().map((entry) => [`${entry.name}: ${entry.title}`, entry] as const))(
    '%s',
    async (_name, entry) => {
      project = await writeCase(entry);
      const root = path.join(project.root, entry.root ?? '');
      const application = entry.application && { application: entry.application.file };
      const building = build({ root, controllers: GLOB, outDir: 'out', ...application, ...entry.build });
      if (entry.refused !== undefined) {
        const { message } = (await building.catch((error: unknown) => error)) as Error;
        expect(message.replaceAll(project.root, '').split('\n')).toEqual(entry.refused);
        return;
      }
      const result = await building;
      expect(result.warnings).toEqual((entry.warnings ?? []).map((text) => expect.stringContaining(text)));
      const more = entry.application ? [path.join(root, entry.application.file)] : [];
      const bundle = await bundleReflective(root, [...(await expandGlobs(root, GLOB)), ...more]);
      for (const route of new Set(entry.requests.map((request) => request.route)))
        await checkRoute(entry, result, route, bundle);
    },
    60_000,
  );
});
