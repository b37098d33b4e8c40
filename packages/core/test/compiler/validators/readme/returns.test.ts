/** The classes of class-transformer's README as `@Returns`: compiled, an answer is what instanceToPlain makes of the instance. */
import path from 'node:path';
import { type BuiltFunction, build } from '../../../../src/compiler/index.js';
import type { ReflectiveHandler } from '../../../../src/index.js';
import { httpApiEvent } from '../../../../src/testing/index.js';
import { createProject, IMPORTS, type Project } from '../../project.js';
import { TRANSFORMER_SECTIONS } from './transformer-sections.js';

/** Every property that the sections' classes have. */
const DATA = `
const DATA = {
  id: 1, name: 'Ada', firstName: 'Ada', lastName: 'Lovelace', age: 36, password: 'p', email: 'a@b.co',
  _firstName: 'Ada', _lastName: 'Lovelace', _password: 'p', filename: 'f.jpg', unknownProp: 'u',
  photos: [{ id: 1, filename: 'f.jpg', __type: 'landscape' }], topPhoto: { id: 9, depth: 1245, __type: 'underwater' },
  registrationDate: new Date(0), count: 1, text: 't', flag: true, date: new Date(0), items: [{ name: 'n' }], total: 1,
  albums: [{ id: 1, name: 'a' }], skills: new Set([{ name: 's' }]), weapons: new Map([['w', { name: 'w', range: 1 }]]), prop: 'p',
};`;

const OTHERS = [
  'class Outer { @Expose() id: number; @Expose({ name: "all" }) @Type(() => Inner) items: Inner[]; }\nclass Inner { @Expose({ name: "called" }) @Transform(({ value }) => value + "!", { toPlainOnly: true }) name: string; }',
];

const classes = [
  ...TRANSFORMER_SECTIONS.flatMap((section) =>
    'code' in section
      ? Object.keys(section.takes).map((name) => ({ title: section.heading, code: section.code, name }))
      : [],
  ),
  ...OTHERS.map((code) => ({ title: 'a class with all of it', code, name: 'Outer' })),
];

const controllerOf = (code: string, name: string, index: number): string => `${IMPORTS}
import { Returns } from '@gatewright/core';
import { Exclude, Expose, instanceToPlain, Transform, Type } from 'class-transformer';
import { Allow, IsString } from 'class-validator';
${code}${DATA}
@Controller('/c${index}') export class C${index} {
  @Get('/compiled') @Returns(${name}) compiled() { return DATA; }
  @Get('/library') library() {
    return instanceToPlain(Object.create(${name}.prototype, Object.getOwnPropertyDescriptors(DATA)), { strategy: 'excludeAll' });
  }
}`;

let project: Project;
let functions: ReadonlyMap<string, BuiltFunction>;
beforeAll(async () => {
  project = await createProject(
    Object.fromEntries(
      classes.map(({ code, name }, index) => [`src/c${index}.controller.ts`, controllerOf(code, name, index)]),
    ),
  );
  const built = await build({ root: project.root, controllers: 'src/*.controller.ts', outDir: 'out' });
  functions = new Map(built.functions.map((each) => [each.id, each]));
});
afterAll(() => project.remove());

async function answer(id: string): Promise<string | undefined> {
  const { dir, entry } = functions.get(id) as BuiltFunction;
  const { handler } = (await import(path.join(dir, entry))) as { readonly handler: ReflectiveHandler };
  const { statusCode, body } = await handler(httpApiEvent({ method: 'GET', path: '/' }));
  expect(statusCode).toBe(200);
  return body;
}

describe('@Returns', () => {
  it.each(classes.map(({ title, name }, index) => [title, name, index] as const))(
    '%s: answers of %s what instanceToPlain makes',
    async (_title, _name, index) => {
      expect(functions.get(`C${index}.compiled`)?.validation).toEqual({ kind: 'compiled', reasons: [] });
      expect(await answer(`C${index}.compiled`)).toBe(await answer(`C${index}.library`));
    },
  );

  it('is not empty where something is exposed', async () => {
    expect(await answer(`C${classes.length - 1}.compiled`)).toBe('{"id":1,"all":[{"called":"n!"}]}');
  });
});
