import { analyze } from '../../src/compiler/index.js';
import { createProject, IMPORTS, type Project } from './project.js';

let project: Project;
afterEach(() => project.remove());

const analyzed = async (files: Readonly<Record<string, string>>) => {
  project = await createProject(files);
  return analyze({ root: project.root, controllers: 'src/**/*.controller.ts' });
};

/** The message of the error, with the project's folder left out. */
const refused = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const error: unknown = await analyzed(files).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'DefinitionError' });
  return (error as Error).message.replaceAll(project.root, '<root>').replace(/\n +\d* \| .*/g, '');
};

const USERS = {
  'src/users/users.controller.ts': `${IMPORTS}
import { CreateUser, PageQuery } from './dto.js';
import * as models from './models';
import type { Later } from './models';

/** Reads users. */
@Injectable()
export class UserStore {}

/** Users and what they have. */
@Controller('/users')
@Lambda({ memorySize: 256, environment: { A: '1', B: '1' } })
export class UsersController {
  constructor(private readonly users: UserStore) {}

  /**
   * Lists users, newest first. At most
   * a hundred of them.
   *
   * @deprecated use the search
   */
  @Get()
  async list(@Query() page: PageQuery): Promise<models.User[]> {
    return [];
  }

  @Get('/:id/tags/{tag}')
  tag(@Param() id: string, @Param() tag: number, @Headers() ifNoneMatch?: string, @Query() sort: 'asc' | 'desc' = 'asc', @Query() limit = 20) {}

  /** Creates a user */
  @Post()
  @HttpCode(201)
  @Header('X-Kind', 'user')
  @Lambda({ timeout: 10, environment: { B: '2' } })
  create(@Body() input: CreateUser): models.User | undefined {
    return undefined;
  }

  @Post('import')
  importAll(@Body() input: readonly CreateUser[], @Query() dryRun?: boolean): Promise<Later | null> {
    return Promise.resolve(null);
  }

  @All('/{proxy+}')
  other(@Req() request: unknown, @Ctx() context: unknown): Date {
    return new Date();
  }
}
`,
  'src/users/dto.ts': `import { IsBoolean, IsInt, IsOptional, Length, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
export class Tag { @Length(1, 9) name!: string }
export class CreateUser { @Length(1, 50) name!: string; @ValidateNested() @Type(() => Tag) tag!: Tag; @IsOptional() @IsBoolean() admin?: boolean }
export class PageQuery { @IsInt() limit = 20; plain?: string }
`,
  'src/users/models.ts': 'export class User { id!: string }\nexport interface Later { at: string }\n',
};

describe('analyze', () => {
  it('joins what decorators record with what the source says', async () => {
    const { manifest } = await analyzed(USERS);
    expect(manifest).toMatchSnapshot();
  });

  it('writes the same manifest each time, JSON-safe', async () => {
    const first = await analyzed(USERS);
    const second = await analyze({ root: project.root, controllers: ['src/**/*.controller.ts'] });
    expect(JSON.stringify(second.manifest)).toBe(JSON.stringify(first.manifest));
    expect(JSON.parse(JSON.stringify(first.manifest))).toEqual(first.manifest);
  });

  it('lists the sources it read, and nothing of packages', async () => {
    const { inputs } = await analyzed(USERS);
    expect(inputs.map((file) => file.slice(project.root.length + 1))).toEqual([
      'src/users/dto.ts',
      'src/users/models.ts',
      'src/users/users.controller.ts',
    ]);
  });

  it('warns of values that may be undefined though their types do not say so, and of files and classes that have no part', async () => {
    const { warnings } = await analyzed({
      'src/a.controller.ts': `${IMPORTS}@Controller() export class A { @Get() get(@Query() q: string, @Cookie('c') c: number | undefined, @Headers('h', { required: true }) h: string) {} }`,
      'src/b.controller.ts': 'export const nothing = 1;',
      'src/c.controller.ts': `${IMPORTS}export class Stray { @Get() get() {} }`,
    });
    expect(warnings).toEqual([
      'src/b.controller.ts: is matched by controllers, but exports no controller',
      'src/c.controller.ts: Stray has routes but no @Controller, and no controller extends it',
      "src/a.controller.ts:2:52 A.get (GET /), parameter 0 (q): may be undefined, which its type does not say; write q?, a default value, or @Query('q', { required: true })",
    ]);
  });

  it('reads a controller exported by default, by another name, and again by another file', async () => {
    const { manifest } = await analyzed({
      'src/a.controller.ts': `${IMPORTS}@Controller('/a') export default class First { @Get() get() {} }`,
      'src/b.controller.ts': `${IMPORTS}@Controller('/b') class Second { @Get() get() {} }\nexport { Second as Other };`,
      'src/0.controller.ts': `export { Other } from './b.controller.js';`,
    });
    expect(manifest.controllers.map(({ name, module, export: name2 }) => `${name} ${module} ${name2}`)).toEqual([
      'First src/a.controller.ts default',
      'Second src/b.controller.ts Other',
    ]);
  });

  it('reads sources whatever their tsconfig says of decorators, and follows its path aliases', async () => {
    const { manifest } = await analyzed({
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          experimentalDecorators: false,
          emitDecoratorMetadata: false,
          verbatimModuleSyntax: true,
          isolatedModules: true,
          target: 'es2022',
          useDefineForClassFields: true,
          paths: { '#lib/*': ['./src/lib/*'] },
        },
      }),
      'src/a.controller.ts': `${IMPORTS}import { Input } from '#lib/input.js';\n@Controller() export class A { @Post() post(@Body() input: Input, @Query() n?: number) {} }`,
      'src/lib/input.ts': `import { IsInt } from 'class-validator';\nexport class Input { @IsInt() n!: number }`,
    });
    expect(manifest.routes[0]?.parameters.map(({ type }) => type)).toEqual([
      { kind: 'class', class: 'Input' },
      { kind: 'number' },
    ]);
  });

  it('takes a controller of a package that a file exports, and says nothing of its source', async () => {
    const { manifest, warnings } = await analyzed({
      'node_modules/shared/package.json': '{ "name": "shared", "type": "module", "exports": "./index.js" }',
      'node_modules/shared/index.js': `import { Controller, Get } from '@gatewright/core';
export class Health { get() { return 'up'; } }
Get()(Health.prototype, 'get', Object.getOwnPropertyDescriptor(Health.prototype, 'get'));
Controller('/health')(Health);`,
      'src/a.controller.ts': `export { Health } from 'shared';`,
    });
    expect(warnings).toEqual([]);
    expect(manifest.controllers).toEqual([
      {
        name: 'Health',
        class: 'Health',
        path: '/health',
        module: 'src/a.controller.ts',
        export: 'Health',
        source: { file: '', line: 1, column: 1 },
      },
    ]);
  });

  it('reads .mts files, classes in variables, and routes inherited from a mixin', async () => {
    project = await createProject({
      'src/a.mts': `import { Controller, Get, Param } from '@gatewright/core';
const Readable = (kind: string) => {
  abstract class Base { @Get('/:id') get(@Param() id: string) { return { kind, id } } }
  return Base;
};
@Controller('/a') export class A extends Readable('a') {}
export const B = Controller('/b')`.concat('(class {} as never) ?? class {};'),
    });
    const { manifest } = await analyze({ root: project.root, controllers: 'src/*.mts' });
    expect(manifest.routes.map(({ id, path, parameters }) => [id, path, parameters[0]?.name])).toEqual([
      ['A.get', '/a/{id}', 'id'],
    ]);
  });
});

describe('analyze refuses', () => {
  it('globs that match nothing', async () => {
    expect(await refused({})).toBe(
      'controllers: "src/**/*.controller.ts": matches no file in <root>; globs are relative to that folder, and controllers must be exported [CONTROLLERS_NOT_FOUND]',
    );
  });

  it('an application that is no file', async () => {
    project = await createProject({ 'src/a.controller.ts': '' });
    const options = { root: project.root, controllers: 'src/*.ts', application: 'src/app.ts' };
    await expect(analyze(options)).rejects.toThrow(
      `application: "src/app.ts": is no file in ${project.root}; give the path of the module that exports the @Application class [APPLICATION_MISSING]`,
    );
  });

  it('files that export no controller', async () => {
    expect(await refused({ 'src/a.controller.ts': 'export class A {}' })).toBe(
      'controllers: "src/**/*.controller.ts": matches 1 files, none of which exports a controller in <root>; globs are relative to that folder, and controllers must be exported [CONTROLLERS_NOT_FOUND]',
    );
  });

  it('several globs that match nothing, however they are written', async () => {
    project = await createProject({ 'src/a.md': '# no source', 'src/a.d.ts': 'export declare class A {}' });
    await expect(analyze({ root: project.root, controllers: ['src/*.md', 'src/*.d.ts'] })).rejects.toThrow(
      'controllers: "src/*.md, src/*.d.ts": matches no file in',
    );
    await expect(analyze({ root: project.root, controllers: [] })).rejects.toThrow(
      'controllers: "": matches no file in',
    );
  });

  it('methods whose names cannot be those of folders', async () => {
    expect(
      await refused({ 'src/a.controller.ts': `${IMPORTS}@Controller() export class A { @Get() '../a'() {} }` }),
    ).toBe(
      'src/a.controller.ts:2:28 A: has a route on the method "../a", whose name cannot be that of a folder; rename it [DECORATOR_TARGET]',
    );
  });

  it('arrays of what nothing can be checked against', async () => {
    expect(
      await refused({
        'src/a.controller.ts': `${IMPORTS}interface Item { n: number }\n@Controller() export class A { @Post() post(@Body() items: Item[]) {} }`,
      }),
    ).toBe(
      "src/a.controller.ts:3:53 A.post (POST /), parameter 0 (items): the type of the array's elements is not known here; write @Body([CreateUser]) [ELEMENT_TYPE_MISSING]",
    );
  });

  it('a controller that is not exported', async () => {
    expect(
      await refused({ 'src/a.controller.ts': `${IMPORTS}\n@Controller()\nclass Hidden { @Get() get() {} }` }),
    ).toBe(
      'src/a.controller.ts:4:7 Hidden: is a controller that its file does not export; export the class [CONTROLLER_NOT_EXPORTED]',
    );
  });

  it.each([
    ['the class', 'const Hidden = @Controller() class { get() {} };', '2:16 Hidden'],
    ['a member', 'const mixin = () => class { @Get() get() {} };', '2:29 a class'],
    ['a parameter', 'const Hidden = class { get(@Query() q?: string) {} };', '2:28 Hidden'],
  ])('decorators in a class expression, on %s', async (_name, code, place) => {
    expect(await refused({ 'src/a.controller.ts': `${IMPORTS}${code}` })).toBe(
      `src/a.controller.ts:${place}: has decorators in a class expression, which TypeScript does not allow; write a class declaration: class Name { ... } [SOURCE_INVALID]`,
    );
  });

  it('a controller that a decorator replaced by a class without a name', async () => {
    expect(
      await refused({
        'src/a.controller.ts': `${IMPORTS}import { Loud } from './loud.js';\n@Controller() @Loud export class A { @Get() get() {} }`,
        'src/loud.ts':
          'export const Loud = <T extends new (...values: never[]) => object>(Target: T) => class extends Target {};',
      }),
    ).toBe(
      'src/loud.ts:1:82 the controller exported as A: has no name, from which route ids are made; name the class [CLASS_NOT_REACHABLE]',
    );
  });

  it('a module that throws while it is loaded, at the line that threw', async () => {
    const message = await refused({
      'src/a.controller.ts': `${IMPORTS}import { table } from './table.js';\n@Controller() export class A { @Get() get() { return table } }`,
      'src/table.ts': `type Name = string;\n\nfunction read(): Name {\n  throw new Error('TABLE_NAME is not set');\n}\n\nexport const table = read();\n`,
    });
    expect(message).toBe(
      'src/table.ts:4:9: threw while it was loaded: TABLE_NAME is not set; the build loads controllers to read their decorators, so code that needs the deployed environment belongs in a constructor or a method [CONTROLLER_LOAD_FAILED]',
    );
  });

  it('a module that ends the process while it is loaded', async () => {
    const message = await refused({
      'src/a.controller.ts': `${IMPORTS}process.exit(3);\n@Controller() export class A { @Get() get() {} }`,
    });
    expect(message).toContain('the controllers: threw while it was loaded: the process ended with status 3');
  });

  it('a syntax error, at its place', async () => {
    expect(await refused({ 'src/a.controller.ts': `${IMPORTS}\nexport class A { get( }` })).toMatch(
      /^src\/a\.controller\.ts:3:23: .*; correct the file \[SOURCE_INVALID\]$/,
    );
  });

  it('an import that cannot be found, at its place', async () => {
    expect(await refused({ 'src/a.controller.ts': `${IMPORTS}import { x } from './missing.js';\nx();` })).toMatch(
      /^src\/a\.controller\.ts:2:\d+: .*missing\.js.*; correct the file \[SOURCE_INVALID\]$/,
    );
  });

  it('two routes with the same method and path, whatever their parameters are called', async () => {
    expect(
      await refused({
        'src/a.controller.ts': `${IMPORTS}@Controller('/a')\nexport class A {\n  @Get('/:id') one(@Param() id: string) {}\n}`,
        'src/b.controller.ts': `${IMPORTS}@Controller('/a')\nexport class B {\n  @Get('/{name}') two(@Param() name: string) {}\n}`,
      }),
    ).toBe(
      'src/b.controller.ts:4:19 B.two (GET /a/{name}): has the same method and path as A.one (GET /a/{id}) at src/a.controller.ts:4:16; change one of them [ROUTE_DUPLICATE]',
    );
  });

  it('controllers of the same name', async () => {
    expect(
      await refused({
        'src/a.controller.ts': `${IMPORTS}@Controller('/a') export class A { @Get() get() {} }`,
        'src/b.controller.ts': `${IMPORTS}@Controller('/b') export class A { @Get() get() {} }`,
      }),
    ).toBe(
      'src/b.controller.ts:2:32 A: has the same name as the controller at src/a.controller.ts:2:32; rename one, since route ids are made from it [CONTROLLER_NAME_DUPLICATE]',
    );
  });

  it('a controller without routes, one without a name, and decorators in the wrong place', async () => {
    expect(
      await refused({
        'src/a.controller.ts': `${IMPORTS}@Controller('/a') export class A {}`,
        'src/b.controller.ts': `${IMPORTS}@Controller('/b') export default class { @Get() get() {} }`,
        'src/c.controller.ts': `${IMPORTS}@Controller('/c') export class C { @Get() get() {} @Get('/s') static s() {} @Post() p = 1 }`,
      }),
    ).toBe(
      [
        'src/a.controller.ts:2:32 A: is a controller without routes; write @Get(), @Post() or another above a method [ROUTE_MISSING]',
        'src/b.controller.ts:2:34 the controller exported as default: has no name, from which route ids are made; name the class [CLASS_NOT_REACHABLE]',
        'src/c.controller.ts:2:32 C: has @Get on the static method "s", where it means nothing; move it to an instance method or a parameter of one [DECORATOR_TARGET]',
        'src/c.controller.ts:2:32 C: has @Post on the property "p", where it means nothing; move it to an instance method or a parameter of one [DECORATOR_TARGET]',
      ].join('\n'),
    );
  });

  it('everything that is wrong, at once and in the order of the source', async () => {
    expect(
      await refused({
        'src/a.controller.ts': `${IMPORTS}
import type { TypeOnly } from './types';
import { Shape } from './types';

class NotInjectable {}

@Controller('/a')
export class A {
  constructor(private readonly other: NotInjectable, private readonly name: string) {}

  @Get('/:id')
  unbound() {}

  @Get('/other')
  unknown(@Param() id: string, @Param('x') x: string) {}

  @Post()
  shape(@Body() input: Shape) {}

  @Put()
  typeOnly(@Body() input: TypeOnly) {}

  @Patch()
  literal(@Body() input: { name: string }, @Query() page: Shape) {}

  @Delete()
  plain(@Body() input: NotInjectable, bare: string) {}

  @Get('/x:id')
  @HttpCode(700)
  @Lambda({ memorySize: 1 })
  path() {}

  @Get('/q') @Post('/q')
  twice(@Query('user') user: NotInjectable) {}
}
`,
        'src/types.ts': `import { IsInt } from 'class-validator';\nexport interface Shape { name: string }\nexport class TypeOnly { @IsInt() n!: number }`,
      }),
    ).toMatchSnapshot();
  });

  it('providers that need each other', async () => {
    expect(
      await refused({
        'src/a.controller.ts': `${IMPORTS}
@Injectable() export class One { constructor(@Inject(Two) two: object) {} }
@Injectable() export class Two { constructor(one: One) {} }
@Controller() export class A { constructor(one: One) {} @Get() get() {} }`.replace(
          '@Inject(Two) two: object',
          'two: Two',
        ),
      }),
    ).toMatch(/\[(PROVIDER_CYCLE|PROVIDER_MISSING|CONTROLLER_LOAD_FAILED)\]/);
  });
});
