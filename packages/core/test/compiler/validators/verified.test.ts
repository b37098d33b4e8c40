import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from '../../../src/compiler/index.js';
import type { CompiledDtos } from '../../../src/compiler/validators/compile-dtos.js';
import type { DtoDescription, ValidationDescription } from '../../../src/compiler/validators/dto-description.js';
import { KnownProperties, propertyKey } from '../../../src/compiler/validators/known-properties.js';
import { verifyCompiled } from '../../../src/compiler/validators/verified.js';
import type { VerificationPlan } from '../../../src/compiler/validators/verify-dtos.js';
import { createProject, IMPORTS } from '../project.js';

const compiled = (code: string): CompiledDtos => ({ code, bindings: [], compiled: {}, dtos: {}, hasOutput: false });

describe('a verdict', () => {
  it('is asked for once for a code, and again when the compiler is another', async () => {
    const project = await createProject({});
    const asked: string[][] = [];
    const verify = async ({ compiled: fresh }: VerificationPlan) => {
      asked.push(fresh.map(({ code }) => code));
      return fresh.map(() => undefined);
    };
    const { root } = project;
    await verifyCompiled([compiled('one')], { root, core: 'first', verify });
    await verifyCompiled([compiled('one'), compiled('two')], { root, core: 'first', verify });
    await verifyCompiled([compiled('one'), compiled('two')], { root, core: 'first', verify });
    await verifyCompiled([compiled('one')], { root, core: 'second', verify });
    expect(asked).toEqual([['one'], ['two'], ['one']]);
    await project.remove();
  });
});

describe('a build', () => {
  const CONTROLLER = `${IMPORTS}
import { IsInt } from 'class-validator';
export class Item { @IsInt() count!: number }
@Controller('/items')
export class Items {
  @Get() list(): string[] { return []; }
  @Post() create(@Body() input: Item): number { return input.count; }
}`;

  it('bundles functions again whose DTOs turn out to differ, with the libraries', async () => {
    const project = await createProject({ 'src/a.controller.ts': CONTROLLER });
    const { root } = project;
    const built = async () => {
      const { functions, warnings } = await build({ root, controllers: 'src/*.controller.ts', outDir: 'out' });
      const codes = functions.map(({ dir, entry }) => readFile(path.join(dir, entry), 'utf8'));
      return { kinds: functions.map(({ validation }) => validation.kind), warnings, codes: await Promise.all(codes) };
    };
    const first = await built();
    expect(first.kinds.sort()).toEqual(['compiled', 'none']);
    const folder = path.join(root, 'node_modules/.cache/gatewright/validators');
    const [file] = (await readdir(folder)).map((name) => path.join(folder, name)) as [string];
    await writeFile(file, JSON.stringify({ verdict: { dto: 'Item', difference: 'for {}, count: 1 instead of 2' } }));
    const differing = await built();
    expect(differing.kinds.sort()).toEqual(['library', 'none']);
    expect(differing.warnings).toEqual([expect.stringContaining('for {}, count: 1 instead of 2')]);
    expect(differing.codes.filter((code) => code.includes('./validation.mjs'))).toHaveLength(1);
    // what was bundled meanwhile is found where it belongs, and only there
    expect((await built()).codes).toEqual(differing.codes);
    await writeFile(file, '{}');
    expect(await built()).toEqual(first);
    await project.remove();
  });
});

const rule = (property: string, more: Partial<ValidationDescription> = {}): ValidationDescription => ({
  type: 'customValidation',
  constraint: 'min',
  property,
  place: { library: 'class-validator', factory: 'Min', class: 'A', property, index: 0 },
  arguments: [
    {
      json: 1,
      reference: { library: 'class-validator', factory: 'Min', class: 'A', property, index: 0, argument: 0 },
    },
  ],
  each: false,
  groups: [],
  ...more,
});

const dto = (validations: readonly ValidationDescription[], more: Partial<DtoDescription> = {}): DtoDescription => ({
  class: 'A',
  name: 'A',
  ancestors: [],
  validations,
  selections: {},
  transforms: [],
  designTypes: {},
  unsupported: [],
  ...more,
});

describe('properties with the same rules', () => {
  const keyOf = (property: string, description: DtoDescription) => propertyKey(property, description, {});

  it('are told by their rules and types, not by their names', () => {
    const known = keyOf('age', dto([rule('age')]));
    expect(known).toEqual(keyOf('count', dto([rule('name', { constraint: 'other' }), rule('count')])));
    expect(known).not.toEqual(keyOf('age', dto([rule('age', { each: true })])));
    expect(known).not.toEqual(keyOf('age', dto([rule('age', { arguments: [{ json: 2 }] })])));
    expect(known).not.toEqual(keyOf('age', dto([rule('age')], { designTypes: { age: { builtIn: 'Number' } } })));
    expect(known).not.toEqual(keyOf('age', dto([rule('age')], { initial: { age: { json: 20 } } })));
  });

  it('differ where a value is a function of the author’s, or class-transformer knows of the class', () => {
    const given = (property: string) => {
      const { reference } = rule(property).arguments[0] as { readonly reference: NonNullable<unknown> };
      return rule(property, { arguments: [{ reference } as ValidationDescription['arguments'][number]] });
    };
    expect(keyOf('age', dto([given('age')]))).not.toEqual(keyOf('count', dto([given('count')])));
    const place = { library: 'class-transformer', factory: 'Expose', class: 'A', index: 0 } as const;
    expect(keyOf('age', dto([rule('age')], { transforms: [{ kind: 'expose', place, options: {} }] }))).toBeUndefined();
  });

  it('are told by the classes that they hold', () => {
    const place = { library: 'class-transformer', factory: 'Type', class: 'A', property: 'age', index: 0 } as const;
    const typed = (held: string, property = 'age') =>
      dto([rule('age')], { transforms: [{ kind: 'type', place, property, options: {}, type: { class: held } }] });
    expect(keyOf('age', typed('B'))).toBeDefined();
    expect(keyOf('age', typed('B'))).not.toEqual(keyOf('age', typed('C')));
    expect(keyOf('age', typed('B', 'other'))).toEqual(keyOf('age', dto([rule('age')])));
  });

  it('are tried with all values once, and with some of them afterwards', () => {
    const values = Array.from({ length: 20 }, (_, index) => index);
    const known = new KnownProperties();
    expect(known.sample('key', values)).toEqual(values);
    expect(known.withRight('key', values)).toEqual(values);
    known.add('key', 7);
    expect(known.sample('key', values)).toEqual([0, 8, 16]);
    expect(known.withRight('key', values)).toEqual([7, ...values]);
    known.add(undefined, 1);
    expect(known.sample(undefined, values)).toEqual(values);
    known.clear();
    expect(known.sample('key', values)).toEqual(values);
  });
});
