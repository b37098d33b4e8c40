import { buildParameter } from '../../src/model/build-parameter.js';
import type { ParameterManifest, TypeModel } from '../../src/model/manifest.js';
import type { ApplicationReading, ParameterReading, TypeReading } from '../../src/model/reading.js';
import type { ParameterFact, TypeFact } from '../../src/model/source-facts.js';

const route = 'UsersController.list (GET /users)';

const application: ApplicationReading = {
  around: { layers: [], catches: [], refused: [] },
  providers: { providers: {}, owner: '', refused: [] },
  overrides: { providers: {}, owner: '', refused: [] },
  values: {},
  controllers: [],
  classes: {
    Page: { name: 'Page', injectable: false, dependencies: [], properties: { limit: { kind: 'number' } } },
    Empty: { name: 'Empty', injectable: false, dependencies: [], properties: {} },
  },
};

const object: TypeReading = { kind: 'object' };
const array: TypeReading = { kind: 'array' };
const missing: TypeReading = { kind: 'missing' };
const page: TypeReading = { kind: 'class', class: 'Page' };
const pages: TypeReading = { kind: 'array', items: { kind: 'class', class: 'Page' } };
const empty: TypeReading = { kind: 'class', class: 'Empty' };
const unknown: TypeReading = { kind: 'unknown' };
const schema = { kind: 'schema', value: 'Users.list(1)@Query' } as const;
const texts = { kind: 'array', items: { kind: 'string' } } as const;
const enums = (...values: (string | number)[]) => ({ kind: 'array', items: { kind: 'enum', values } }) as const;

const read = (decorator: string, declared: TypeReading, more: Partial<ParameterReading> = {}): ParameterReading => ({
  index: 1,
  decorator,
  declared,
  ...more,
});

const fact = (more: Partial<ParameterFact> = {}): ParameterFact => ({
  name: 'value',
  optional: false,
  source: { file: 'src/users.controller.ts', line: 9, column: 4 },
  ...more,
});

const typeFact = (text: string, form: TypeFact['form'], type: TypeModel, more: Partial<TypeFact> = {}): TypeFact => ({
  text,
  form,
  type,
  typeOnly: false,
  nullable: false,
  ...more,
});

const build = (reading: ParameterReading, known?: ParameterFact) =>
  buildParameter({ reading, fact: known, application, route });

const problem = (code: string, message: string) => ({ problem: { code, message, where: `${route}, parameter 1` } });

describe('buildParameter, of what is bound', () => {
  it.each<[string, ParameterReading, Omit<ParameterManifest, 'index'>]>([
    [
      'a path parameter, which is always there',
      read('Param', { kind: 'string' }, { name: 'id' }),
      { in: 'path', name: 'id', type: { kind: 'string' }, required: true },
    ],
    [
      'a path parameter that says it is not required',
      read('Param', { kind: 'number' }, { name: 'id', required: false }),
      { in: 'path', name: 'id', type: { kind: 'number' }, required: true },
    ],
    [
      'a query value',
      read('Query', { kind: 'date' }, { name: 'since' }),
      { in: 'query', name: 'since', type: { kind: 'date' }, required: false },
    ],
    [
      'a required query value',
      read('Query', { kind: 'bigint' }, { name: 'after', required: true }),
      { in: 'query', name: 'after', type: { kind: 'bigint' }, required: true },
    ],
    [
      'a value given as Object as text',
      read('Headers', object, { name: 'etag', explicit: unknown }),
      { in: 'header', name: 'etag', type: { kind: 'string' }, required: false },
    ],
    [
      'a list of values',
      read('Query', array, { name: 'tag', explicit: { kind: 'array', items: { kind: 'number' } } }),
      { in: 'query', name: 'tag', type: { kind: 'array', items: { kind: 'number' } }, required: false, separator: ',' },
    ],
    [
      'all values as a DTO',
      read('Query', page),
      { in: 'query', type: { kind: 'class', class: 'Page' }, required: true },
    ],
    [
      'all values given as Object',
      read('Cookie', { kind: 'string' }, { explicit: unknown }),
      { in: 'cookie', type: unknown as TypeModel, required: true },
    ],
    ['a body as a DTO', read('Body', page), { in: 'body', type: { kind: 'class', class: 'Page' }, required: true }],
    [
      'a body that may be missing',
      read('Body', page, { required: false }),
      { in: 'body', type: { kind: 'class', class: 'Page' }, required: false },
    ],
    [
      'a body as an array of DTOs',
      read('Body', array, { explicit: pages }),
      { in: 'body', type: pages as TypeModel, required: true },
    ],
    ['a body as text', read('Body', { kind: 'string' }), { in: 'body', type: { kind: 'string' }, required: true }],
    [
      'a body of any JSON',
      read('Body', object, { explicit: unknown }),
      { in: 'body', type: unknown as TypeModel, required: true },
    ],
    [
      'a property of the body',
      read('Body', { kind: 'number' }, { name: 'age' }),
      { in: 'body', name: 'age', type: { kind: 'number' }, required: true },
    ],
    [
      'a property of the body of any type',
      read('Body', object, { name: 'extra', required: false, explicit: unknown }),
      { in: 'body', name: 'extra', type: unknown as TypeModel, required: false },
    ],
    ...(
      [
        ['Query', texts, {}, undefined],
        ['Query', texts, { separator: '|' }, '|'],
        ['Query', enums('a', 1), {}, ','],
        ['Query', enums('a,b'), {}, undefined],
        ['Headers', texts, {}, ','],
        ['Headers', texts, { separator: ';' }, ';'],
        ['Auth', texts, {}, ','],
        ['Body', texts, {}, undefined],
        ['Body', { kind: 'array', items: { kind: 'boolean' } }, {}, ','],
      ] as const
    ).map(([decorator, explicit, more, separator]): [string, ParameterReading, Omit<ParameterManifest, 'index'>] => [
      `@${decorator} of ${JSON.stringify(explicit)}, separated by ${separator}`,
      read(decorator, array, { name: 'a', explicit, ...more }),
      {
        in: ({ Query: 'query', Headers: 'header', Auth: 'auth', Body: 'body' } as const)[decorator],
        name: 'a',
        type: explicit,
        required: decorator === 'Body',
        ...(separator === undefined ? {} : { separator }),
      },
    ]),
    [
      'an enum',
      read('Query', { kind: 'string' }, { name: 'o', explicit: { kind: 'enum', values: ['a'] } }),
      { in: 'query', name: 'o', type: { kind: 'enum', values: ['a'] }, required: false },
    ],
    ['a body as bytes', read('Body', { kind: 'bytes' }), { in: 'body', type: { kind: 'bytes' }, required: true }],
    ['a body by a schema', read('Body', object, { explicit: schema }), { in: 'body', type: schema, required: true }],
    [
      'all query values by a schema',
      read('Query', object, { explicit: schema }),
      { in: 'query', type: schema, required: true },
    ],
    [
      'one value by a schema',
      read('Query', object, { name: 'q', explicit: schema }),
      { in: 'query', name: 'q', type: schema, required: false },
    ],
    [
      'a file',
      read('UploadedFile', object, { name: 'f' }),
      { in: 'file', name: 'f', type: { kind: 'file' }, required: true },
    ],
    [
      'files that may be missing',
      read('UploadedFiles', object, { name: 'f', required: false }),
      { in: 'file', name: 'f', type: { kind: 'array', items: { kind: 'file' } }, required: false },
    ],
    ['the caller', read('Auth', object), { in: 'auth', type: unknown as TypeModel, required: false }],
    [
      'a caller who has to be known',
      read('Auth', object, { required: true }),
      { in: 'auth', type: unknown as TypeModel, required: true },
    ],
    [
      'a claim',
      read('Auth', { kind: 'number' }, { name: 'age', required: true }),
      { in: 'auth', name: 'age', type: { kind: 'number' }, required: true },
    ],
    [
      'a claim given as Object as it is',
      read('Auth', object, { name: 'address', explicit: unknown }),
      { in: 'auth', name: 'address', type: unknown as TypeModel, required: false },
    ],
    ['a signal', read('Signal', object), { in: 'signal', type: unknown as TypeModel, required: true }],
    [
      'what middleware has added',
      read('Ctx', object, { key: 'Users.list(1)@Ctx' }),
      { in: 'context', type: unknown as TypeModel, required: true, key: 'Users.list(1)@Ctx' },
    ],
    ['the request', read('Req', object), { in: 'request', type: unknown as TypeModel, required: true }],
    [
      'a property of the request',
      read('Req', { kind: 'string' }, { name: 'path' }),
      { in: 'request', name: 'path', type: unknown as TypeModel, required: true },
    ],
    [
      'the context, metadata or not',
      read('Ctx', missing),
      { in: 'context', type: unknown as TypeModel, required: true },
    ],
  ])('binds %s', (_, reading, parameter) => {
    expect(build(reading)).toEqual({ parameter: { index: 1, ...parameter } });
  });
});

describe('buildParameter, of what is refused', () => {
  const bodyClass = 'declare a class and write @Body(CreateUser), or @Body(Object) for any JSON value';

  it.each<[string, ParameterReading, string, string]>([
    [
      'a body without a class',
      read('Body', object),
      'BODY_TYPE_MISSING',
      `@Body() has no class to validate against; ${bodyClass}`,
    ],
    [
      'a DTO without validators',
      read('Body', empty),
      'DTO_UNVALIDATED',
      'Empty has no validation decorator, so every property would be stripped; decorate its properties with class-validator (@Allow() where anything goes)',
    ],
    [
      'an array of such DTOs',
      read('Body', array, { explicit: { kind: 'array', items: { kind: 'class', class: 'Empty' } } }),
      'DTO_UNVALIDATED',
      'Empty has no validation decorator, so every property would be stripped; decorate its properties with class-validator (@Allow() where anything goes)',
    ],
    [
      'a class that is not known',
      read('Query', { kind: 'class', class: 'Gone' }),
      'DTO_UNVALIDATED',
      'Gone has no validation decorator, so every property would be stripped; decorate its properties with class-validator (@Allow() where anything goes)',
    ],
    [
      'a body array of unknown elements',
      read('Body', array),
      'ELEMENT_TYPE_MISSING',
      "the type of the array's elements is not known here; write @Body([CreateUser])",
    ],
    [
      'a body property array of unknown elements',
      read('Body', array, { name: 'tags' }),
      'ELEMENT_TYPE_MISSING',
      "the type of the array's elements is not known here; write @Body('tags', { type: [String] })",
    ],
    [
      'a query array of unknown elements',
      read('Query', array, { name: 'tag' }),
      'ELEMENT_TYPE_MISSING',
      "the type of the array's elements is not known here; write @Query('tag', { type: [String] })",
    ],
    [
      'a body without metadata',
      read('Body', missing),
      'TYPE_METADATA_MISSING',
      'its type is not known: it is a union or left to a default value, or the code was compiled without emitDecoratorMetadata; write @Body(CreateUser)',
    ],
    [
      'a body property without metadata',
      read('Body', missing, { name: 'age' }),
      'TYPE_METADATA_MISSING',
      "its type is not known: it is a union or left to a default value, or the code was compiled without emitDecoratorMetadata; write @Body('age', { type: Number })",
    ],
    [
      'a query value without metadata',
      read('Query', missing, { name: 'limit' }),
      'TYPE_METADATA_MISSING',
      "its type is not known: it is a union or left to a default value, or the code was compiled without emitDecoratorMetadata; write @Query('limit', { type: Number })",
    ],
    [
      'a value whose type is a union',
      read('Query', object, { name: 'limit' }),
      'TYPE_METADATA_MISSING',
      "its type is not known: it is a union or left to a default value, or the code was compiled without emitDecoratorMetadata; write @Query('limit', { type: Number })",
    ],
    [
      'all values, whose type is not known',
      read('Query', object),
      'TYPE_METADATA_MISSING',
      "its type is not known: it is a union or left to a default value, or the code was compiled without emitDecoratorMetadata; write @Query(Object) for all values, or @Query('name', { type: Number })",
    ],
    [
      'a body property whose type is a union',
      read('Body', object, { name: 'age' }),
      'TYPE_METADATA_MISSING',
      "its type is not known: it is a union or left to a default value, or the code was compiled without emitDecoratorMetadata; write @Body('age', { type: Number })",
    ],
    [
      'a value without a name',
      read('Param', { kind: 'string' }),
      'PARAMETER_NAME_MISSING',
      "@Param() has no name, and the parameter's own is only known to a compiled handler; write @Param('name')",
    ],
    [
      'an array without a name',
      read('Query', array),
      'PARAMETER_NAME_MISSING',
      "@Query() has no name, and the parameter's own is only known to a compiled handler; write @Query('name')",
    ],
    [
      'a value without name and metadata',
      read('Cookie', missing),
      'PARAMETER_NAME_MISSING',
      "@Cookie() has no name, and the parameter's own is only known to a compiled handler; write @Cookie('name')",
    ],
    [
      'one value as a DTO',
      read('Query', page, { name: 'page' }),
      'PARAMETER_TYPE_INVALID',
      "@Query('page') is one value, which cannot become a Page; use string, number, boolean, bigint, Date, an array of one of these, or @Query() for all values as a DTO",
    ],
    [
      'one value as a class without validators',
      read('Query', empty, { name: 'page' }),
      'PARAMETER_TYPE_INVALID',
      "@Query('page') is one value, which cannot become a Empty; use string, number, boolean, bigint, Date, an array of one of these, or @Query() for all values as a DTO",
    ],
    [
      'a list of DTOs in a query',
      read('Query', array, { name: 'page', explicit: pages }),
      'PARAMETER_TYPE_INVALID',
      "@Query('page') is one value, which cannot become a Page; use string, number, boolean, bigint, Date, an array of one of these, or @Query() for all values as a DTO",
    ],
    [
      'a list of lists',
      read('Headers', array, {
        name: 'x',
        explicit: { kind: 'array', items: { kind: 'array', items: { kind: 'string' } } },
      }),
      'PARAMETER_TYPE_INVALID',
      "@Headers('x') is one value, which cannot become a nested array; use string, number, boolean, bigint, Date, an array of one of these, or @Headers() for all values as a DTO",
    ],
    [
      'what its decorator was given',
      read('Query', object, { refused: { code: 'ENUM_INVALID', message: 'is wrong' } }),
      'ENUM_INVALID',
      'is wrong',
    ],
    [
      'one value as bytes',
      read('Query', { kind: 'bytes' }, { name: 'b' }),
      'PARAMETER_TYPE_INVALID',
      "@Query('b') is one value, which cannot become a Uint8Array; use string, number, boolean, bigint, Date, an array of one of these, or @Query() for all values as a DTO",
    ],
    [
      'bytes in a body',
      read('Body', { kind: 'bytes' }, { name: 'b' }),
      'PARAMETER_TYPE_INVALID',
      "@Body('b') has bytes in it, for which JSON has no type; take the whole body as Uint8Array, or a file with @UploadedFile('name')",
    ],
    [
      'an array of bytes',
      read('Body', array, { explicit: { kind: 'array', items: { kind: 'bytes' } } }),
      'PARAMETER_TYPE_INVALID',
      "@Body() has bytes in it, for which JSON has no type; take the whole body as Uint8Array, or a file with @UploadedFile('name')",
    ],
    [
      'an array of arrays in a body',
      read('Body', array, {
        name: 'a',
        explicit: { kind: 'array', items: { kind: 'array', items: { kind: 'string' } } },
      }),
      'PARAMETER_TYPE_INVALID',
      "@Body('a') is an array of arrays, whose elements would not be checked; use a DTO class, or @Body(Object) for any JSON value",
    ],
    [
      'a separator of one value',
      read('Query', { kind: 'string' }, { name: 'a', separator: '|' }),
      'PARAMETER_OPTION_INVALID',
      "@Query('a') has a separator and is no array of values; remove it, or give an array type, for example { type: [String] }",
    ],
    [
      'a separator of a whole body',
      read('Body', array, { explicit: texts, separator: '|' }),
      'PARAMETER_OPTION_INVALID',
      '@Body() has a separator and is no array of values; remove it, or give an array type, for example { type: [String] }',
    ],
    [
      'a file without a name',
      read('UploadedFile', object),
      'PARAMETER_NAME_MISSING',
      "@UploadedFile() has no name, and the parameter's own is only known to a compiled handler; write @UploadedFile('name')",
    ],
    [
      'a claim whose type is not known',
      read('Auth', object, { name: 'sub' }),
      'TYPE_METADATA_MISSING',
      "its type is not known: it is a union or left to a default value, or the code was compiled without emitDecoratorMetadata; write @Auth('sub', { type: Number })",
    ],
    [
      'a claim as a DTO',
      read('Auth', page, { name: 'sub' }),
      'PARAMETER_TYPE_INVALID',
      "@Auth('sub') is one value, which cannot become a Page; use string, number, boolean, bigint, Date, an array of one of these, or @Auth() for all values as a DTO",
    ],
  ])('refuses %s', (_, reading, code, message) => {
    expect(build(reading)).toEqual(problem(code, message));
  });
});

describe('buildParameter, with what the source says', () => {
  const at = 'src/users.controller.ts:9:4';
  const where = `${route}, parameter 1 (value)`;

  it.each<[string, ParameterReading, ParameterFact, Omit<ParameterManifest, 'index'>]>([
    [
      'the name of a path parameter',
      read('Param', { kind: 'string' }),
      fact({ name: 'userId' }),
      { in: 'path', name: 'userId', type: { kind: 'string' }, required: true },
    ],
    [
      'the name of a header, in kebab-case',
      read('Headers', { kind: 'string' }),
      fact({ name: 'ifNoneMatch', optional: true }),
      { in: 'header', name: 'if-none-match', type: { kind: 'string' }, required: false },
    ],
    [
      'the elements of a declared array',
      read('Body', array),
      fact({ type: typeFact('Page[]', 'array', pages as TypeModel) }),
      { in: 'body', type: pages as TypeModel, required: true },
    ],
    [
      'the elements of an array given without them',
      read('Query', array, { explicit: array, required: true }),
      fact({ type: typeFact('number[]', 'array', { kind: 'array', items: { kind: 'number' } }) }),
      {
        in: 'query',
        name: 'value',
        type: { kind: 'array', items: { kind: 'number' } },
        required: true,
        separator: ',',
      },
    ],
    [
      'not more than the decorator names',
      read('Body', object, { explicit: page }),
      fact({ type: typeFact('unknown', 'unknown', unknown as TypeModel) }),
      { in: 'body', type: { kind: 'class', class: 'Page' }, required: true },
    ],
    [
      'that a body may be anything',
      read('Body', object),
      fact({ type: typeFact('unknown', 'unknown', unknown as TypeModel) }),
      { in: 'body', type: unknown as TypeModel, required: true },
    ],
    [
      'that all values are taken as a record',
      read('Query', object),
      fact({ type: typeFact('Record<string, string>', 'record', unknown as TypeModel) }),
      { in: 'query', type: unknown as TypeModel, required: true },
    ],
    [
      'what a union leaves',
      read('Query', object),
      fact({ optional: true, type: typeFact('number', 'scalar', { kind: 'number' }) }),
      { in: 'query', name: 'value', type: { kind: 'number' }, required: false },
    ],
    [
      'any value as text, where one is taken',
      read('Query', object, { name: 'x' }),
      fact({ optional: true, type: typeFact('Sort', 'other', unknown as TypeModel) }),
      { in: 'query', name: 'x', type: { kind: 'string' }, required: false },
    ],
    [
      'that a body property may be anything',
      read('Body', object, { name: 'x' }),
      fact({ type: typeFact('Sort', 'other', unknown as TypeModel) }),
      { in: 'body', name: 'x', type: unknown as TypeModel, required: true },
    ],
    [
      'that a body property may be null',
      read('Body', { kind: 'string' }, { name: 'x' }),
      fact({ type: typeFact('string', 'scalar', { kind: 'string' }, { nullable: true }) }),
      { in: 'body', name: 'x', type: unknown as TypeModel, required: true },
    ],
    [
      'not that a DTO which may be null needs no validation',
      read('Body', page),
      fact({ type: typeFact('Page', 'class', page as TypeModel, { nullable: true }) }),
      { in: 'body', type: page as TypeModel, required: true },
    ],
    [
      'not that an array of DTOs which may be null needs none',
      read('Body', array),
      fact({ type: typeFact('Page[]', 'array', pages as TypeModel, { nullable: true }) }),
      { in: 'body', type: pages as TypeModel, required: true },
    ],
    [
      'the name of a file',
      read('UploadedFile', object),
      fact({ name: 'avatar' }),
      { in: 'file', name: 'avatar', type: { kind: 'file' }, required: true },
    ],
    [
      'that a claim may be anything',
      read('Auth', object, { name: 'address' }),
      fact({ optional: true, type: typeFact('Address', 'other', unknown as TypeModel) }),
      { in: 'auth', name: 'address', type: unknown as TypeModel, required: false },
    ],
    [
      'nothing of what a schema says itself',
      read('Query', object, { name: 'q', explicit: schema }),
      fact(),
      { in: 'query', name: 'q', type: schema, required: false },
    ],
    [
      'nothing new of a type that it does not know',
      read('Query', { kind: 'number' }),
      fact({ optional: true, type: typeFact('Alias', 'other', unknown as TypeModel) }),
      { in: 'query', name: 'value', type: { kind: 'number' }, required: false },
    ],
  ])('takes %s', (_, reading, known, parameter) => {
    expect(build(reading, known)).toEqual({ parameter: { index: 1, ...parameter } });
  });

  it.each<[string, ParameterReading, ParameterFact, string, string]>([
    [
      'the type of a body',
      read('Body', object),
      fact({ type: typeFact('NewUser', 'other', unknown as TypeModel) }),
      'BODY_TYPE_MISSING',
      '@Body() has no class to validate against: its type is NewUser; declare a class and write @Body(CreateUser), or @Body(Object) for any JSON value',
    ],
    [
      'a type-only import of a body',
      read('Body', object),
      fact({ type: typeFact('NewUser', 'other', unknown as TypeModel, { typeOnly: true }) }),
      'BODY_TYPE_MISSING',
      '@Body() has no class to validate against: NewUser is imported with `import type`; import the class itself',
    ],
    [
      'the type of all values',
      read('Query', object),
      fact({ type: typeFact('PageQuery', 'other', unknown as TypeModel) }),
      'PARAMETER_TYPE_MISSING',
      '@Query() has no class to validate against: its type is PageQuery; declare a class, or take the values as Record<string, string>',
    ],
    [
      'a type-only import of all values',
      read('Headers', object),
      fact({ type: typeFact('Page', 'other', unknown as TypeModel, { typeOnly: true }) }),
      'PARAMETER_TYPE_MISSING',
      '@Headers() has no class to validate against: Page is imported with `import type`; import the class itself',
    ],
    [
      'a caller that is one value',
      read('Auth', object),
      fact({ type: typeFact('string', 'scalar', { kind: 'string' }) }),
      'PARAMETER_NAME_MISSING',
      "@Auth() takes everything about the caller, and its type is string; write @Auth('sub') for one claim",
    ],
  ])('names %s', (_, reading, known, code, message) => {
    expect(build(reading, known)).toEqual({ problem: { code, message, where, at } });
  });

  it('calls a parameter without a name by its position', () => {
    const { name, ...unnamed } = fact();
    expect(build(read('Query', { kind: 'string' }), unnamed)).toMatchObject({
      problem: { code: 'PARAMETER_NAME_MISSING', where: `${route}, parameter 1`, at },
    });
    expect(build(read('Headers', { kind: 'string' }), unnamed)).toMatchObject({
      problem: { code: 'PARAMETER_NAME_MISSING' },
    });
    expect(name).toBe('value');
  });

  describe('warns', () => {
    const value = read('Query', { kind: 'string' }, { name: 'sort' });

    it('of a value that may be missing where its type does not say so', () => {
      expect(build(value, fact({ name: 'order' }))).toMatchObject({
        warning: `${at} ${route}, parameter 1 (order): may be undefined, which its type does not say; write order?, a default value, or @Query('sort', { required: true })`,
      });
    });

    it.each<[string, ParameterReading, ParameterFact]>([
      ['it is required', { ...value, required: true }, fact()],
      ['its type says so', value, fact({ optional: true })],
      ['it is a path parameter', { ...value, decorator: 'Param' }, fact()],
      ['all values are taken', read('Query', page), fact()],
      ['it is a body', read('Body', page, { required: false }), fact({ optional: true })],
      ['it is a body that is there', read('Body', page), fact()],
      [
        'it may be anything',
        read('Body', object, { explicit: unknown }),
        fact({ optional: true, type: typeFact('unknown', 'unknown', unknown as TypeModel) }),
      ],
      [
        'it may be any',
        read('Body', object, { explicit: unknown }),
        fact({ optional: true, type: typeFact('any', 'record', unknown as TypeModel) }),
      ],
    ])('not where %s', (_, reading, known) => {
      expect(build(reading, known)).not.toHaveProperty('warning');
    });

    it('of a body that its type lets be missing, and the route does not', () => {
      expect(build(read('Body', page), fact({ optional: true }))).toMatchObject({
        warning: `${at} ${where}: a request without it is answered 400, though it is optional; write @Body({ required: false })`,
      });
      expect(build(read('Body', { kind: 'number' }, { name: 'age' }), fact({ optional: true }))).toMatchObject({
        warning: `${at} ${where}: a request without it is answered 400, though it is optional; write @Body('age', { required: false })`,
      });
    });

    it('of a file that its type lets be missing, and the route does not', () => {
      expect(build(read('UploadedFile', object), fact({ optional: true }))).toMatchObject({
        warning: `${at} ${where}: a request without it is answered 400, though it is optional; write @UploadedFile('value', { required: false })`,
      });
    });

    it('of a union of literals, of which every text is let through', () => {
      const type = typeFact("'asc' | 'desc' | undefined", 'scalar', { kind: 'string' }, { literal: true });
      expect(build(value, fact({ optional: true, type }))).toMatchObject({
        warning: `${at} ${where}: any string is let through, not only 'asc' | 'desc' | undefined; write @Query('sort', { enum: ['asc', 'desc'] })`,
      });
      expect(build({ ...value, explicit: { kind: 'string' } }, fact({ optional: true, type }))).not.toHaveProperty(
        'warning',
      );
    });

    it('of an enum, of which every number is let through', () => {
      const type = typeFact('Level', 'other', unknown as TypeModel);
      const reading = read('Body', { kind: 'number' }, { name: 'level', enumerated: true });
      expect(build(reading, fact({ type }))).toMatchObject({
        warning: `${at} ${where}: any number is let through, not only Level; write @Body('level', { enum: Level })`,
      });
      expect(build(reading)).not.toHaveProperty('warning');
    });

    it('not where the source is not known', () => {
      expect(build(value)).not.toHaveProperty('warning');
    });
  });
});
