import path from 'node:path';
import { build } from '../../../src/compiler/index.js';
import type { ReflectiveHandler } from '../../../src/index.js';
import { httpApiEvent } from '../../../src/testing/index.js';
import { createProject, IMPORTS, type Project } from '../project.js';

const ENUMS = `export enum Text { A = 'a', B = '2' }
export enum Numeric { A, B = 5, C = -1 }
export enum Mixed { A = 'a', B = 1 }
export enum Empty {}
export const Role = { admin: '1', user: '2' } as const;
export type Role = (typeof Role)[keyof typeof Role];
`;

/** What tsc declares, and of the enums' file or this one. */
const DTO = `import { Type } from 'class-transformer';
import { Allow } from 'class-validator';
enum Local { A = '1' }
class Input {
  @Allow() text!: Text; @Allow() numeric?: Numeric; @Allow() mixed!: Mixed; @Allow() empty!: Empty; @Allow() role!: Role;
  @Allow() local!: Local; @Allow() member!: Text.A; @Allow() missing!: Interface; @Allow() @Type() typed!: Numeric;
  @Allow() @Type(() => String) listed!: Text;
}
`;

const BODY = { text: 2, numeric: '5', mixed: '1', empty: '1', role: 1, local: 1, missing: '1', typed: '5' };

let project: Project;
let handlers: Map<string, ReflectiveHandler>;
beforeAll(async () => {
  project = await createProject({
    'src/enums.ts': ENUMS,
    'src/interface.ts': 'export interface Interface { a: 1 }',
    'src/a.controller.ts': `${IMPORTS}import { Validation } from '@gatewright/core';
import { validate } from 'class-validator';
import { Empty, Mixed, Numeric, Role, Text } from './enums.js';
import type { Interface } from './interface.js';
${DTO}
@Controller()
@Validation({ transformOptions: { enableImplicitConversion: true } })
export class A {
  @Post('/compiled') compiled(@Body() input: Input) { return input; }
  @Post('/library') library(@Body() input: Input) { return validate === undefined ? 1 : input; }
}`,
  });
  const { functions } = await build({ root: project.root, controllers: 'src/*.controller.ts', outDir: 'out' });
  handlers = new Map(
    await Promise.all(
      functions.map(async ({ dir, entry, id }) => {
        const { handler } = (await import(path.join(dir, entry))) as { readonly handler: ReflectiveHandler };
        return [id, handler] as const;
      }),
    ),
  );
});
afterAll(() => project.remove());

const answer = async (id: string, body: object) => {
  const handler = handlers.get(id) as ReflectiveHandler;
  const { statusCode, body: text } = await handler(httpApiEvent({ method: 'POST', path: `/${id.slice(2)}`, body }));
  return [statusCode, JSON.parse(text ?? '')];
};

describe.each(['A.compiled', 'A.library'])('implicit conversion in %s', (id) => {
  it('converts enums as tsc declares them', async () => {
    expect(await answer(id, BODY)).toEqual([
      200,
      { text: '2', numeric: 5, mixed: '1', empty: '1', role: '1', local: '1', missing: '1', typed: 5 },
    ]);
  });

  it('takes objects and arrays where an enum is declared', async () => {
    expect(await answer(id, { text: {}, numeric: [1], mixed: { a: 1 }, listed: [1] })).toEqual([
      200,
      { text: '[object Object]', numeric: [1], mixed: { a: 1 }, listed: ['1'] },
    ]);
  });
});
