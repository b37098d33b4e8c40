import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './cli-process.js';
import { CONFIG, TemporaryProject, TODOS } from './temporary-project.js';

/** A controller with as many routes as asked for. */
const large = (routes: number): string => `
import { Controller, Get } from '@gatewright/core';
@Controller('/large')
export class LargeController {
${Array.from({ length: routes }, (_, index) => `  @Get('/${index}') get${index}(): string { return ''; }`).join('\n')}
}
`;

describe('gatewright plan', () => {
  let project: TemporaryProject;
  beforeEach(() => {
    project = new TemporaryProject({ 'gatewright.config.ts': CONFIG, 'src/todos.controller.ts': TODOS });
  });
  afterEach(() => project.remove());

  it('prints how much of each quota is used', async () => {
    const { code, out, err } = await run(project.root, 'plan');

    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`http-api: 3 routes, 3 functions

stack (its own)              21  of 500                    4 %
integrations of an HTTP API   3  of 300                    1 %
routes of an HTTP API         3  of 300, which AWS raises  1 %

Grants, alarms and what else is added to the functions are not counted.
`);
  });

  it('plans a REST API in nested stacks, as JSON', async () => {
    const { code, out } = await run(project.root, 'plan', '--api', 'rest-api', '--stacks', 'per-controller', '--json');

    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      frontDoor: 'rest-api',
      stacks: [
        { id: '', resources: 4 + 3 + 1 },
        { id: 'TodosController', resources: 9 },
      ],
      problems: [],
    });
  });

  it('warns from 80 % on, and ends with an error where a quota is passed', async () => {
    project.write('src/todos.controller.ts', large(70));
    const near = await run(project.root, 'plan');
    expect(near.code).toBe(0);
    expect(near.err).toMatch(/^warning: http-api: 423 of 500 resources .* are used, more than 80 %/);

    project.write('src/todos.controller.ts', large(90));
    const passed = await run(project.root, 'plan');
    expect(passed.code).toBe(1);
    expect(passed.out).toContain('543  of 500');
    expect(passed.err).toMatch(
      /its routes make 543 resources .*; set stacks: 'per-controller'.*\[RESOURCES_EXCEEDED\]/,
    );
  });

  it('says what to install where there is no construct', async () => {
    rmSync(join(project.root, 'node_modules/@gatewright/cdk-construct'));
    const { code, err } = await run(project.root, 'plan');

    expect(code).toBe(1);
    expect(err).toContain('npm install --save-dev @gatewright/cdk-construct');
    expect(err).not.toMatch(/^\s+at /m);
  });
});
