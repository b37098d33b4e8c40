import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { jest } from '@jest/globals';
import { build } from '../../src/compiler/index.js';
import { moduleClosure, namedIndex, OWN } from '../../src/compiler/library-modules.js';
import type { ReflectiveHandler } from '../../src/index.js';
import { httpApiEvent } from '../../src/testing/index.js';
import { createProject, IMPORTS, type Project } from './project.js';

let project: Project;
afterEach(async () => {
  jest.restoreAllMocks();
  await project.remove();
});

/** A route that posts what `code` declares as `Input`, and what it answers. */
const posted = async (code: string, body: object, method = 'post(@Body() input: Input) { return input; }') => {
  project = await createProject(
    { 'src/a.controller.ts': `${IMPORTS}${code}\n@Controller() export class A { @Post() ${method} }` },
    ['reflect-metadata'],
  );
  const { functions } = await build({ root: project.root, controllers: 'src/*.controller.ts', outDir: 'out' });
  const [built] = functions;
  if (built === undefined) throw new Error('nothing built');
  const entry = path.join(built.dir, built.entry);
  const { handler } = (await import(entry)) as { readonly handler: ReflectiveHandler };
  const { statusCode, body: text } = await handler(httpApiEvent({ method: 'POST', path: '/', body }));
  return {
    bytes: built.bytes,
    code: await readFile(entry, 'utf8'),
    status: statusCode,
    answer: JSON.parse(text ?? '') as { readonly errors?: readonly { readonly constraint: string }[] },
  };
};

describe('the validation libraries in a bundle', () => {
  it('hold of IsStrongPassword what it needs: under 45 KB', async () => {
    const { bytes, status, answer } = await posted(
      `import { IsStrongPassword } from 'class-validator';\nclass Input { @IsStrongPassword() password!: string; }`,
      { password: 'weak' },
    );
    expect(status).toBe(400);
    expect(answer.errors?.map(({ constraint }) => constraint)).toEqual(['isStrongPassword']);
    expect(bytes).toBeLessThan(45_000);
  });

  it('leave nothing of decorators that nobody asks for', async () => {
    const { code } = await posted(`import { IsInt } from 'class-validator';\nclass Input { @IsInt() n!: number; }`, {});
    expect(code).not.toMatch(/decorate|design:type/);
  });

  it('leave declared types where something reads them', async () => {
    const { answer } = await posted(
      `import 'reflect-metadata';\nimport { IsInt } from 'class-validator';\nclass Input { @IsInt() n!: number; }`,
      { n: 1 },
      `post(@Body() input: Input) { return { type: Reflect.getMetadata('design:type', input, 'n').name }; }`,
    );
    expect(answer).toEqual({ type: 'Number' });
  });

  it('take a strong password', async () => {
    const { status } = await posted(
      `import { IsStrongPassword } from 'class-validator';\nclass Input { @IsStrongPassword() password!: string; }`,
      { password: 'aB3$efgh9' },
    );
    expect(status).toBe(200);
  });

  it.each([
    ['+49 30 901820', 200],
    ['+49 1', 400],
  ])('know whether %s is a phone number', async (phone, expected) => {
    const { status, answer } = await posted(
      `import { IsPhoneNumber } from 'class-validator';\nclass Input { @IsPhoneNumber() phone!: string; }`,
      { phone },
    );
    expect([status, answer]).toEqual([expected, expect.anything()]);
  });

  it('serve the author’s own calls as well as those of handlers', async () => {
    const { answer } = await posted(
      `import { instanceToPlain, plainToInstance, Transform, Type } from 'class-transformer';
import { IsInt, isEmail, validate, validateSync, ValidateNested } from 'class-validator';
class Inner { @IsInt() n!: number; }
class Input { @Transform(({ value }) => value * 2) @IsInt() twice!: number; @ValidateNested() @Type(() => Inner) inner!: Inner; }`,
      { twice: 2, inner: { n: 1 } },
      `async post(@Body() input: Input) { const bad = plainToInstance(Input, { twice: 1, inner: { n: 'x' } }); return { plain: instanceToPlain(input), errors: [(await validate(bad)).length, validateSync(bad)[0]?.children?.length], email: isEmail('a@b.co') }; }`,
    );
    expect(answer).toEqual({ plain: { twice: 8, inner: { n: 1 } }, errors: [1, 1], email: true });
  });

  it('may be imported whole', async () => {
    const { answer } = await posted(
      `import * as validator from 'class-validator';\nclass Input { @validator.IsInt() n!: number; }`,
      { n: 1 },
      'post(@Body() input: Input) { return { n: input.n, int: validator.isInt(1) }; }',
    );
    expect(answer).toEqual({ n: 1, int: true });
  });
});

describe('an index of a library', () => {
  const library = async (files: Readonly<Record<string, string>>) => {
    project = await createProject(files);
    return path.join(project.root, 'lib/index.js');
  };

  it('names what it exports, nested and in folders, each once and by the module that has it', async () => {
    const index = await library({
      'lib/index.js': `export * from './folder';\nexport * from './file';\nexport * from './with.js';\nexport { renamed as again } from './file';\nexport * as space from './file';\nexport default 1;\nexport const own = 1;`,
      'lib/folder/index.js': `export * from './deep';\nexport const folder = 1;`,
      'lib/folder/deep.js': 'export const deep = 1, same = 1;',
      'lib/file.js': 'export const file = 1, renamed = 1, same = 2;',
      'lib/with.js': 'export class With {}',
    });
    const lib = path.dirname(index);
    const file = (name: string) => JSON.stringify(path.join(lib, name));
    expect(namedIndex(index).split('\n').sort()).toEqual(
      [
        `export { again, space, own } from ${JSON.stringify(index + OWN)};`,
        `export { deep, same } from ${file('folder/deep.js')};`,
        `export { file, renamed } from ${file('file.js')};`,
        `export { folder } from ${file('folder/index.js')};`,
        `export { With } from ${file('with.js')};`,
      ].sort(),
    );
  });

  it('leads to every module it needs, cycles too, and of an index’s own part only what it exports itself', async () => {
    const index = await library({
      'lib/index.js': `import { a } from './a.js';\nexport * from './b.js';\nexport const own = a;`,
      'lib/a.js': `import './c.js';\nexport const a = 1;`,
      'lib/b.js': 'export const b = 1;',
      'lib/c.js': `import './a.js';\nexport { a as c } from './a.js';`,
    });
    const lib = path.dirname(index);
    expect(Object.fromEntries(moduleClosure(index + OWN, new Map()))).toEqual({
      [index + OWN]: ['own'],
      [path.join(lib, 'a.js')]: ['a'],
      [path.join(lib, 'c.js')]: ['c'],
    });
  });
});
