/** What cannot be compiled keeps the real libraries, and a build says why; what answers stays right. */
import path from 'node:path';
import { type BuiltFunction, build } from '../../../src/compiler/index.js';
import type { ReflectiveHandler } from '../../../src/index.js';
import { httpApiEvent } from '../../../src/testing/index.js';
import { createProject, IMPORTS, type Project } from '../project.js';

const OWN_CALL = 'its own code, or a package, calls class-validator or class-transformer';

interface Fallback {
  readonly name: string;
  readonly imports?: string;
  readonly code: string;
  /** What the method does with `input`. */
  readonly body?: string;
  readonly reason: object;
}

const fallback = (name: string, text: Omit<Fallback, 'name'>): Fallback => ({ name, ...text });

const PLAIN = 'class Input { @IsInt() n!: number; }';
const own = (controller: string) => ({ dto: `${controller}.post`, reason: OWN_CALL });

const FALLBACKS: readonly Fallback[] = [
  fallback('untraced', {
    imports: "import { IsInt as Deep } from 'class-validator/cjs/index.js';",
    code: 'class Input { @Deep() n!: number; }',
    reason: { property: 'n', reason: expect.stringContaining('was not made by') },
  }),
  fallback('promise', {
    code: 'class Input { @ValidatePromise() @IsInt() n!: number; }',
    reason: { property: 'n', reason: '@ValidatePromise waits for a value' },
  }),
  fallback('container', {
    code: `useContainer({ get: (target: new () => object) => new target() } as never, { fallback: true });\n${PLAIN}`,
    reason: own('Container'),
  }),
  fallback('validate', {
    code: PLAIN,
    body: "const errors = await validate(input); if (errors.length > 0) throw new Error('no');",
    reason: own('Validate'),
  }),
  fallback('instance', {
    imports: "import { plainToInstance } from 'class-transformer';",
    code: PLAIN,
    body: "if (plainToInstance(Input, { n: 1 }).n !== 1) throw new Error('no');",
    reason: own('Instance'),
  }),
  fallback('copy', {
    imports: "import { instanceToInstance } from 'class-transformer';",
    code: PLAIN,
    body: "if (!(instanceToInstance(input) instanceof Input)) throw new Error('no');",
    reason: own('Copy'),
  }),
  fallback('method', {
    imports: "import { TransformInstanceToPlain } from 'class-transformer';",
    code: `${PLAIN}\nclass Users { @TransformInstanceToPlain() get() { return new Input(); } }`,
    body: 'new Users().get();',
    reason: own('Method'),
  }),
  fallback('storage', {
    code: PLAIN,
    body: "if (getMetadataStorage().getTargetValidationMetadatas(Input, '', false, false).length !== 1) throw new Error('no');",
    reason: own('Storage'),
  }),
];

const controllerOf = ({ name, imports = '', code, body = '' }: Fallback): string => {
  const controller = name[0]?.toUpperCase() + name.slice(1);
  return `${IMPORTS}${imports}
import { getMetadataStorage, IsInt, useContainer, validate, ValidatePromise } from 'class-validator';
${code}
@Controller('/${name}') export class ${controller} { @Post() async post(@Body() input: Input) { ${body} return { made: input.constructor === Input, n: input.n }; } }`;
};

let project: Project;
let functions: readonly BuiltFunction[];
beforeAll(async () => {
  project = await createProject({
    ...Object.fromEntries(FALLBACKS.map((each) => [`src/${each.name}.controller.ts`, controllerOf(each)])),
    'src/beside.controller.ts': `${IMPORTS}import { IsInt, isEmpty } from 'class-validator';\n${PLAIN}
@Controller('/beside') export class Beside { @Post() post(@Body() input: Input) { return { made: input.constructor === Input, n: input.n, empty: isEmpty('') }; } }`,
  });
  ({ functions } = await build({ root: project.root, controllers: 'src/*.controller.ts', outDir: 'out' }));
});
afterAll(() => project.remove());

async function send(
  name: string,
  body: object,
): Promise<{ readonly status: number | undefined; readonly answer: unknown }> {
  const built = functions.find(({ id }) => id.toLowerCase() === `${name}.post`) as BuiltFunction;
  const { handler } = (await import(path.join(built.dir, built.entry))) as { readonly handler: ReflectiveHandler };
  const { statusCode, body: text } = await handler(httpApiEvent({ method: 'POST', path: `/${name}`, body }));
  return { status: statusCode, answer: JSON.parse(text ?? '') };
}

describe('a route that needs the libraries', () => {
  it.each(FALLBACKS)('$name: keeps them and says why', async ({ name, reason }) => {
    const built = functions.find(({ id }) => id.toLowerCase() === `${name}.post`);
    expect(built?.validation).toEqual({ kind: 'library', reasons: [expect.objectContaining(reason)] });
    expect(await send(name, { n: 1, other: 2 })).toEqual({ status: 200, answer: { made: true, n: 1 } });
    expect(await send(name, { n: 'x' })).toMatchObject({
      status: 400,
      answer: { errors: [{ in: 'body', path: 'n', message: 'n must be an integer number', constraint: 'isInt' }] },
    });
  });

  it('is not one that calls a predicate of class-validator', async () => {
    expect(functions.find(({ id }) => id === 'Beside.post')?.validation).toEqual({ kind: 'compiled', reasons: [] });
    expect(await send('beside', { n: 1 })).toEqual({ status: 200, answer: { made: true, n: 1, empty: true } });
  });
});
