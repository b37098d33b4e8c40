import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from '../../../src/compiler/index.js';
import type { ReflectiveHandler } from '../../../src/index.js';
import { httpApiEvent } from '../../../src/testing/index.js';
import { createProject, IMPORTS, type Project } from '../project.js';

let project: Project;
afterEach(() => project.remove());

/** A package that imports of this one what no handler does. */
const PACKAGE = {
  'node_modules/teapots/package.json': '{ "name": "teapots", "type": "module", "exports": "./index.js" }',
  'node_modules/teapots/index.js': `import { HttpError, MediaType } from '@gatewright/core';
export const teapot = (given) => new HttpError(418, String(MediaType === undefined) + given);`,
};

const DTO = `import { Expose, Transform } from 'class-transformer';
import { IsInt, Max } from 'class-validator';
import { teapot } from 'teapots';
class Input {
  @Expose() @Transform(({ value }) => value * 2) @IsInt() @Max(Number('10')) n!: number;
}
class Output { @Expose({ name: 'm' }) n!: number; }
`;

const METHODS = [
  ['takes', '@Post() post(@Body() input: Input) { throw teapot(input.n); }'],
  [
    'takes and returns',
    '@Post() @Returns(Output) post(@Body() input: Input) { if (input.n > 4) throw teapot(input.n); return input; }',
  ],
] as const;

describe('a bundle with all of the run time', () => {
  it.each(METHODS)('%s compiled DTOs', async (_, method) => {
    project = await createProject({
      ...PACKAGE,
      'src/a.controller.ts': `${IMPORTS}import { Returns } from '@gatewright/core';\n${DTO}@Controller() export class A { ${method} }`,
    });
    const { functions } = await build({ root: project.root, controllers: 'src/*.controller.ts', outDir: 'out' });
    const built = functions[0]!;
    expect(built.validation).toEqual({ kind: 'compiled', reasons: [] });
    const { handler } = (await import(path.join(built.dir, built.entry))) as { readonly handler: ReflectiveHandler };
    const answers = await Promise.all(
      [3, 20].map(async (n) => {
        const { statusCode, body } = await handler(httpApiEvent({ method: 'POST', path: '/', body: { n } }));
        return [statusCode, JSON.parse(body ?? '')];
      }),
    );
    expect(answers).toEqual([
      [418, expect.objectContaining({ detail: 'false6' })],
      [400, expect.objectContaining({ errors: [expect.objectContaining({ constraint: 'max' })] })],
    ]);
  });

  it('needs neither library where no route has a DTO', async () => {
    project = await createProject({
      ...PACKAGE,
      'src/a.controller.ts': `${IMPORTS}import { teapot } from 'teapots';
@Controller() export class A { @Get() get() { throw teapot(1); } }`,
    });
    for (const name of ['class-validator', 'class-transformer'])
      await rm(path.join(project.root, 'node_modules', name));
    const { functions } = await build({ root: project.root, controllers: 'src/*.controller.ts', outDir: 'out' });
    const { handler } = (await import(path.join(functions[0]!.dir, functions[0]!.entry))) as {
      readonly handler: ReflectiveHandler;
    };
    expect(await handler(httpApiEvent({ method: 'GET', path: '/' }))).toMatchObject({ statusCode: 418 });
  });
});
