/** The DTOs that are fuzzed, and the options of the routes that take them. */
import type { DtoFile } from '../compiler/validators/application.js';
import { DECLARATIONS, DECORATORS } from '../compiler/validators/decorator-table.js';
import { COMPILED, DTO_CODE, OPTIONS } from '../compiler/validators/dto-cases.js';
import { withEach } from '../compiler/validators/each-row.js';
import { TRANSFORMER_SECTIONS } from '../compiler/validators/readme/transformer-sections.js';
import { VALIDATOR_SECTIONS } from '../compiler/validators/readme/validator-sections.js';

/** How many decorators of the table are in one class. */
const PROPERTIES = 8;

const TRANSFORMS = `class Renamed { @Expose({ name: 'uid' }) @IsInt() id: number; @Expose({ name: 'name' }) @IsOptional() @IsString() title?: string; }
class Hidden { @Exclude() @IsOptional() @IsString() secret?: string; @IsString() name: string; }
@Exclude() class OnlyExposed { @Expose() @IsInt() id: number; @Expose() @IsOptional() @IsEmail() email?: string; @IsOptional() @IsString() password?: string; }
class Trimmed { @Transform(({ value }) => typeof value === 'string' ? value.trim() : value) @Length(1, 5) text: string; @Transform(({ obj }) => obj.text) @IsDefined() copy: unknown; }
class Typed { @IsNumber() count: number; @IsString() text: string; @IsBoolean() flag: boolean; @IsDate() date: Date; @IsArray() list: string[]; }
class Dated { @Type(() => Date) @IsDate() at: Date; @Type(() => Number) @IsInt({ each: true }) numbers: number[]; @Type(() => Boolean) @IsBoolean() flag: boolean; }
class Cat { @IsString() kind: string; @IsInt() lives: number; }
class Dog { @IsString() kind: string; @IsBoolean() barks: boolean; }
class Pets { @ValidateNested() @Type(() => Cat, { keepDiscriminatorProperty: true, discriminator: { property: 'kind', subTypes: [{ name: 'cat', value: Cat }, { name: 'dog', value: Dog }] } }) pet: Cat | Dog; }
class Defaults { @Expose() @IsString() name = 'none'; @Expose() @IsInt() count = 1; @IsOptional() @IsString() note?: string; }
class Versions { @Expose({ since: 1, until: 2 }) @IsOptional() @IsString() old?: string; @Expose({ since: 2 }) @IsOptional() @IsInt() later?: number; @Transform(({ value }) => \`\${value}!\`, { groups: ['a'] }) @IsString() text: string; }`;

const TRANSFORM_OPTIONS: readonly string[] = [
  '{}',
  '{ excludeExtraneousValues: true }',
  "{ strategy: 'excludeAll' }",
  '{ enableImplicitConversion: true }',
  '{ exposeDefaultValues: true }',
  '{ exposeUnsetFields: false, excludeExtraneousValues: true }',
  "{ groups: ['a'], version: 1 }",
  '{ version: 2 }',
  "{ excludePrefixes: ['t'] }",
  '{ ignoreDecorators: true }',
].map((options) => `{ transformOptions: ${options} }`);

/** DTOs of one file, and what `@Validation` says of each in turn. */
export interface FuzzedDtos {
  readonly code: string;
  readonly names: readonly string[];
  readonly options: readonly string[];
}

/** Classes whose properties have the decorators of the table, one each. */
function tableOf(prefix: string, rows: readonly string[]): FuzzedDtos {
  const classes = Array.from({ length: Math.ceil(rows.length / PROPERTIES) }, (_, index) => ({
    name: `${prefix}${index}`,
    members: rows
      .slice(index * PROPERTIES, (index + 1) * PROPERTIES)
      .map((row, position) => `@IsOptional() @${row} p${position}: unknown;`),
  }));
  return {
    code: `${DECLARATIONS}\n${classes.map(({ name, members }) => `class ${name} { ${members.join('\n')} }`).join('\n')}`,
    names: classes.map(({ name }) => name),
    options: OPTIONS.slice(0, 4),
  };
}

const readme = [...VALIDATOR_SECTIONS, ...TRANSFORMER_SECTIONS].flatMap((section): FuzzedDtos[] => {
  if (!('code' in section) || section.left !== undefined) return [];
  return Object.entries(section.takes).map(([name, options]) => ({ code: section.code, names: [name], options }));
});

/** All of them. */
export const FUZZED_DTOS: readonly FuzzedDtos[] = [
  { code: DTO_CODE, names: COMPILED, options: OPTIONS },
  tableOf('Row', DECORATORS),
  tableOf('Each', DECORATORS.map(withEach)),
  {
    code: TRANSFORMS,
    names: 'Renamed Hidden OnlyExposed Trimmed Typed Dated Cat Dog Pets Defaults Versions'.split(' '),
    options: TRANSFORM_OPTIONS,
  },
  ...readme,
];

/** A route for each DTO with every third of its options, each with a class of its own that inherits everything. */
export const routesOf = (dtos: readonly FuzzedDtos[]): DtoFile[] =>
  dtos.map(({ code, names, options }) => {
    const routes = names.flatMap((dto, position) =>
      options
        .map((option, index) => ({ dto, option, name: `${dto}With${index}`, index }))
        .filter(({ index }) => options.length < 3 || index % 3 === position % 3),
    );
    return {
      code: `${code}\n${routes.map(({ dto, name }) => `class ${name} extends ${dto} {}`).join('\n')}`,
      names: routes.map(({ name }) => name),
      before: Object.fromEntries(routes.map(({ name, option }) => [name, `@Validation(${option})`])),
    };
  });
