import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from '../../src/compiler/index.js';
import { httpApiEvent } from '../../src/testing/index.js';
import { createProject, type Project } from './project.js';

let project: Project;
afterEach(() => project.remove());

const CONTROLLER = `import { Controller, Get } from '@gatewright/core';
import { fail } from './fail.js';

@Controller('/x')
export class FailingController {
  @Get('/other') other() {
    return 'other';
  }

  @Get() get() {
    return this.help(fail);
  }

  private help(call: () => void) {
    return call();
  }
}
`;

it.each(['route', 'app'] as const)(
  'names the line and column of the author in the stack of an error, in minified code packed by %s',
  async (packaging) => {
    project = await createProject({
      'src/failing.controller.ts': CONTROLLER,
      'src/fail.ts': `export function fail(): never {\n  throw new TypeError('failed');\n}\n`,
    });
    const { functions } = await build({
      root: project.root,
      controllers: 'src/*.controller.ts',
      outDir: 'out',
      packaging,
    });
    const dir = functions.find(({ routes }) => routes.includes('FailingController.get'))?.dir as string;
    const request = { method: 'GET', path: '/x' };
    const event = JSON.stringify(httpApiEvent(request, { route: request }));
    const script = path.join(project.root, 'run.mjs');
    await writeFile(
      script,
      `import { handler } from ${JSON.stringify(path.join(dir, 'index.mjs'))};\nawait handler(${event}, {});`,
    );
    const { stderr } = await promisify(execFile)(process.execPath, ['--enable-source-maps', script]);
    const { stack } = (JSON.parse(stderr) as { readonly error: { readonly stack: string } }).error;
    const places = [...stack.matchAll(/src\/([\w.]+:\d+:\d+)/g)].map(([, place]) => place);
    expect(places.slice(0, 3)).toEqual(['fail.ts:2:13', 'failing.controller.ts:15:12', 'failing.controller.ts:11:17']);
  },
);
