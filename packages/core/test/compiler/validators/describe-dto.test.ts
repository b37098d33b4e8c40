import { analyzeApplication } from '../../../src/compiler/analyze.js';
import { type DtoDescription, selectionKey } from '../../../src/compiler/validators/dto-description.js';
import { createProject, IMPORTS, type Project } from '../project.js';

let project: Project;
afterEach(() => project.remove());

/** What is read of the DTOs in a controller's file. */
async function describeDtos(
  code: string,
  files: Record<string, string> = {},
): Promise<Readonly<Record<string, DtoDescription>>> {
  project = await createProject({
    'src/a.controller.ts': `${IMPORTS}
import { Exclude, Expose, Transform, Type } from 'class-transformer';
import { IsEmail, IsInt, IsOptional, IsString, Length, Matches, Max, Min, registerDecorator, Validate, ValidateBy, ValidateIf, ValidateNested, ValidatorConstraint } from 'class-validator';
${code}
@Controller() export class A { @Post() post(@Body() input: Input) { return input; } }`,
    ...files,
  });
  const { collected, end } = await analyzeApplication({ root: project.root, controllers: 'src/*.controller.ts' });
  end();
  return collected.dtos;
}

describe('the description of a DTO', () => {
  it('tells each rule with the decorator that made it, in the order of the storage', async () => {
    const { Input } = await describeDtos(
      `class Input { @Max(150) @IsInt() age!: number; @Length(1, 50) name!: string; }`,
    );
    expect(Input?.validations).toEqual([
      {
        type: 'customValidation',
        constraint: 'isInt',
        property: 'age',
        place: { library: 'class-validator', factory: 'IsInt', class: 'Input', property: 'age', index: 0 },
        arguments: [],
        each: false,
        groups: [],
        defaultMessage: '$property must be an integer number',
      },
      expect.objectContaining({
        constraint: 'max',
        arguments: [{ json: 150, reference: expect.objectContaining({ factory: 'Max', index: 0, argument: 0 }) }],
        constraints: [expect.objectContaining({ json: 150 })],
        defaultMessage: '$property must not be greater than $constraint1',
      }),
      expect.objectContaining({ constraint: 'isLength', property: 'name' }),
    ]);
    // it depends on the value
    expect(Input?.validations[2]).not.toHaveProperty('defaultMessage');
    expect(Input?.unsupported).toEqual([]);
  });

  it('counts the uses of a decorator on a property in the order in which they run', async () => {
    const { Input } = await describeDtos(
      `class Input { @Matches(/a/g) @Matches(/b/, { message: (args) => args.property }) text!: string; @Matches(/c/) other!: string; }`,
    );
    const places = Input?.validations.map(({ place, arguments: [pattern] }) => [
      place.property,
      place.index,
      pattern?.pattern,
    ]);
    expect(places).toEqual([
      ['text', 0, { source: 'b', flags: '' }],
      ['text', 1, { source: 'a', flags: 'g' }],
      ['other', 0, { source: 'c', flags: '' }],
    ]);
    expect(Input?.validations[0]?.message?.reference).toEqual({
      library: 'class-validator',
      factory: 'Matches',
      class: 'Input',
      property: 'text',
      index: 0,
      argument: 1,
      path: ['message'],
    });
  });

  it('follows custom validators and composed decorators to the calls of the library', async () => {
    const { Input } = await describeDtos(`
@ValidatorConstraint({ name: 'even', async: true }) class Even { async validate(value: number) { return value % 2 === 0; } }
const Age = () => (target: object, property: string) => { IsInt()(target, property); Min(1, { groups: ['a'] })(target, property); };
const Odd = () => ValidateBy({ name: 'odd', validator: { validate: (value) => value % 2 === 1 } });
const Own = () => (target: object, propertyName: string) => registerDecorator({ name: 'own', target: target.constructor, propertyName, constraints: [1], validator: { validate: () => true } });
class Input { @Age() age!: number; @Validate(Even, [2]) @Odd() @Own() n!: number; }`);
    expect(
      Input?.validations.map(({ constraint, place: { factory }, isAsync, groups }) => [
        constraint,
        factory,
        isAsync,
        groups,
      ]),
    ).toEqual([
      ['isInt', 'IsInt', undefined, []],
      ['min', 'Min', undefined, ['a']],
      ['own', 'registerDecorator', undefined, []],
      ['odd', 'ValidateBy', undefined, []],
      ['even', 'Validate', true, []],
    ]);
    const [, , own, , even] = Input?.validations ?? [];
    expect(own?.constraints?.[0]?.reference?.path).toEqual(['constraints', 0]);
    expect(even?.arguments[0]).toEqual({ reference: expect.objectContaining({ factory: 'Validate', argument: 0 }) });
    expect(Input?.unsupported).toEqual([]);
  });

  it('leaves inheritance to the storage and names base classes', async () => {
    const dtos = await describeDtos(
      `class Base { @IsString() @Length(1) name!: string; @IsInt() n!: number; } class Input extends Base { @IsEmail() name!: string; }`,
    );
    const { Input } = dtos;
    expect(Input?.ancestors).toEqual(['Base']);
    expect(Input?.validations.map(({ property, constraint, place }) => [property, constraint, place.class])).toEqual([
      ['name', 'isEmail', 'Input'],
      ['n', 'isInt', 'Base'],
    ]);
    expect(Input?.selections[selectionKey({})]).toEqual([0, 1]);
    expect(dtos['Base']?.validations).toHaveLength(3);
  });

  it('leads to nested classes and tells the entries of class-transformer', async () => {
    const dtos = await describeDtos(`
class Inner { @IsInt() n!: number; }
class Cat { @IsInt() lives!: number; }
class Input {
  @ValidateNested({ each: true }) @Type(() => Inner) inner!: Inner[];
  @Type(() => Object, { discriminator: { property: 'kind', subTypes: [{ name: 'cat', value: Cat }] } }) pet!: object;
  @Expose({ name: 'given', groups: ['a'] }) @Transform(({ value }) => value, { toClassOnly: true }) name!: string;
  @Exclude() hidden!: string;
  @IsOptional() @Type(() => Date) at?: Date;
}`);
    expect(Object.keys(dtos).sort()).toEqual(['Cat', 'Inner', 'Input']);
    const { Input } = dtos;
    expect(Input?.transforms.map(({ kind, property, options }) => [kind, property, options])).toEqual([
      ['type', 'inner', {}],
      ['type', 'pet', { discriminator: { property: 'kind' } }],
      ['type', 'at', {}],
      ['expose', 'name', { name: 'given', groups: ['a'] }],
      ['exclude', 'hidden', {}],
      ['transform', 'name', { toClassOnly: true }],
    ]);
    expect(Input?.transforms.map(({ type }) => type)).toEqual([
      { class: 'Inner' },
      { builtIn: 'Object' },
      { builtIn: 'Date' },
      undefined,
      undefined,
      undefined,
    ]);
    expect(Input?.transforms[1]?.subTypes).toEqual([{ name: 'cat', class: 'Cat' }]);
    expect(Input?.transforms[5]?.function).toEqual(expect.objectContaining({ factory: 'Transform', argument: 0 }));
    expect(Input?.designTypes).toEqual(
      expect.objectContaining({ inner: { builtIn: 'Array' }, at: { builtIn: 'Date' } }),
    );
  });

  it('says what it could not trace', async () => {
    const { Input } = await describeDtos(
      `import { IsEmail as Deep } from 'class-validator/cjs/index.js'; class Input { @Deep() mail!: string; }`,
    );
    expect(Input?.unsupported).toEqual([{ property: 'mail', reason: expect.stringContaining('was not made by') }]);
  });

  it('keeps apart what JSON would change', async () => {
    const { Input } = await describeDtos(`
const circular: Record<string, unknown> = {}; circular.self = circular;
class Input { @Min(-0) @Max(Infinity) a!: number; @IsEmail(undefined, { context: circular }) b!: string; @Min(1, { context: { code: 1 } }) @ValidateIf(() => true) c!: number; }`);
    const [max, min, email, condition, last] = Input?.validations ?? [];
    expect([max?.arguments[0], min?.arguments[0]]).toEqual([
      { reference: expect.anything() },
      { reference: expect.anything() },
    ]);
    expect(email?.arguments[0]).toEqual({ isUndefined: true, reference: expect.anything() });
    expect(email?.context).toEqual({ reference: expect.objectContaining({ argument: 1, path: ['context'] }) });
    expect(condition).toMatchObject({
      type: 'conditionalValidation',
      constraints: [{ reference: { factory: 'ValidateIf' } }],
    });
    expect(last?.context).toMatchObject({ json: { code: 1 } });
  });

  it('tells what mapped types have of the classes they are made of', async () => {
    const dtos = await describeDtos(`
import { OmitType, PartialType } from '@gatewright/core/mapped-types';
class Base { @Transform(({ value }) => value) @IsString() name!: string; @IsInt() age!: number; }
class Input extends PartialType(OmitType(Base, ['age'])) {}`);
    const { Input } = dtos;
    expect(Input?.unsupported).toEqual([]);
    expect(Input?.ancestors).toEqual(['PartialOmitBase']);
    expect(Input?.validations.map(({ constraint, place }) => [constraint, place.factory, place.class])).toEqual([
      ['isString', 'IsString', 'Base'],
      ['conditionalValidation', 'IsOptional', 'PartialOmitBase'],
    ]);
    expect(dtos.PartialOmitBase?.transforms[0]?.function).toMatchObject({
      class: 'Base',
      property: 'name',
      argument: 0,
    });
    expect(Input?.designTypes).toEqual({ name: { builtIn: 'String' } });
  });

  it('says that a collection of the author’s is left to class-transformer', async () => {
    const { Input } = await describeDtos(`
class List extends Array<string> {}
class Input { @Type(() => String) @IsString({ each: true }) names!: List; }`);
    expect(Input?.unsupported).toEqual([
      {
        property: 'names',
        reason: 'it is declared as a collection class of the author’s, which class-transformer makes of an array',
      },
    ]);
  });
});
