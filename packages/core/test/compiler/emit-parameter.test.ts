import { emitHandler } from '../../src/compiler/emit.js';
import type { FrontDoorName } from '../../src/compiler/options.js';
import type { ClassManifest, Manifest, ParameterManifest, RouteManifest } from '../../src/model/manifest.js';

const source = { file: 'a.ts', line: 1, column: 1 };

const classOf = (name: string, more: Partial<ClassManifest> = {}): ClassManifest => ({
  name,
  source,
  properties: {},
  ...more,
});

const routeOf = (parameters: readonly ParameterManifest[], more: Partial<RouteManifest> = {}): RouteManifest => ({
  id: 'Users.it',
  method: 'GET',
  path: '/users',
  controller: 'Users',
  controllerMethod: 'it',
  parameters,
  headers: {},
  returns: { kind: 'unknown' },
  answers: 'value',
  promise: 'always',
  layers: [],
  catches: [],
  integration: { type: 'lambda' },
  lambda: {},
  source,
  ...more,
});

const emit = (
  route: RouteManifest,
  classes: Readonly<Record<string, ClassManifest>> = {},
  frontDoors: readonly FrontDoorName[] = ['http-api'],
): string => {
  const manifest: Manifest = {
    version: 2,
    controllers: [],
    routes: [route],
    functions: [],
    classes: { Users: classOf('Users'), ...classes },
  };
  const exports: Readonly<Record<string, string>> = { Default: 'default', Quoted: 'a class' };
  return emitHandler(route, {
    manifest,
    frontDoors,
    controller: 'Users',
    importOf: (key) => ({
      module: key.endsWith('#2') ? '/other.ts' : '/app.ts',
      export: exports[key] ?? manifest.classes[key]?.name ?? '',
    }),
    importOfValue: (key) => ({ module: '/values.ts', export: key }),
  });
};

/** The lines inside the handler's `try`, without the call. */
const linesOf = (code: string): string[] =>
  code
    .split('\n')
    .filter((line) => line.startsWith('    ') && !line.includes('toProblem'))
    .map((line) => line.trim().replace(/^return toResult\(toReply\(await users\.(.*)\), event\);$/, '$1'));

type Parameter = Omit<ParameterManifest, 'index' | 'required'> & { readonly required?: boolean };

const parameterLines = (
  parameter: Parameter,
  classes?: Readonly<Record<string, ClassManifest>>,
  consumes: readonly string[] = ['application/json'],
): string[] => linesOf(emit(routeOf([{ index: 0, required: true, ...parameter }], { consumes }), classes));

describe('a parameter of one value', () => {
  it.each<[string, Parameter, string[]]>([
    ['path text', { in: 'path', name: 'id', type: { kind: 'string' } }, ['it(pathParameter(event, "id"))']],
    [
      'path text whose name is no identifier',
      { in: 'path', name: 'user-id', type: { kind: 'string' } },
      ['it(pathParameter(event, "user-id"))'],
    ],
    [
      'a path number',
      { in: 'path', name: 'id', type: { kind: 'number' } },
      [
        'const failures = [];',
        'const id = bindScalar(pathParameter(event, "id"), number, idPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(id)',
      ],
    ],
    [
      'a query value',
      { in: 'query', name: 'q', type: { kind: 'string' } },
      [
        'const failures = [];',
        'const queryValues = query(event);',
        'const q = bindScalar(queryValues.q, string, qPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(q)',
      ],
    ],
    [
      'a query value called like code',
      { in: 'query', name: 'event', type: { kind: 'boolean' } },
      [
        'const failures = [];',
        'const queryValues = query(event);',
        'const event2 = bindScalar(queryValues.event, boolean, eventPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(event2)',
      ],
    ],
    [
      'a query value whose name has quotes',
      { in: 'query', name: 'a"]; evil(); //', type: { kind: 'date' } },
      [
        'const failures = [];',
        'const queryValues = query(event);',
        'const aEvil = bindScalar(queryValues["a\\"]; evil(); //"], date, aEvilPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(aEvil)',
      ],
    ],
    [
      'a query list',
      { in: 'query', name: 'id', type: { kind: 'array', items: { kind: 'bigint' } } },
      [
        'const failures = [];',
        'const queryValues = query(event);',
        'const id = bindList(queryValues.id, bigint, idPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(id)',
      ],
    ],
    [
      'a header, by its lower-case name',
      { in: 'header', name: 'X-Request-Id', type: { kind: 'string' } },
      [
        'const failures = [];',
        'const headerValues = headers(event);',
        'const XRequestId = bindScalar(headerValues["x-request-id"], string, XRequestIdPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(XRequestId)',
      ],
    ],
    [
      'a cookie',
      { in: 'cookie', name: 'session', type: { kind: 'string' } },
      [
        'const failures = [];',
        'const cookieValues = cookies(event);',
        'const session = bindScalar(cookieValues.session, string, sessionPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(session)',
      ],
    ],
    [
      'a property of the request',
      { in: 'request', name: 'sourceIp', type: { kind: 'unknown' } },
      ['it(request(event, route).sourceIp)'],
    ],
    [
      'a property of the context',
      { in: 'context', name: 'awsRequestId', type: { kind: 'unknown' } },
      ['it(context?.["awsRequestId"])'],
    ],
    [
      'a property of the body',
      { in: 'body', name: 'a-b', type: { kind: 'number' } },
      [
        'const failures = [];',
        'const json = parseJson(ofType(body(event), contentType(event), bodyTypes));',
        'const aB = checkJson(propertyOf(json, "a-b"), number, aBPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(aB)',
      ],
    ],
    [
      'a property of the body that may be anything',
      { in: 'body', name: 'a', type: { kind: 'unknown' } },
      [
        'const failures = [];',
        'const json = parseJson(ofType(body(event), contentType(event), bodyTypes));',
        'const a = requireValue(propertyOf(json, "a"), aPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(a)',
      ],
    ],
    [
      'a list in the body',
      { in: 'body', name: 'tags', type: { kind: 'array', items: { kind: 'string' } } },
      [
        'const failures = [];',
        'const json = parseJson(ofType(body(event), contentType(event), bodyTypes));',
        'const tags = checkJsonList(propertyOf(json, "tags"), string, tagsPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(tags)',
      ],
    ],
  ])('%s', (_name, parameter, lines) => {
    expect(parameterLines(parameter)).toEqual(lines);
  });
});

describe('a parameter of everything in a place', () => {
  it.each<[string, Parameter, string[]]>([
    [
      'path',
      { in: 'path', type: { kind: 'unknown' } },
      ['const pathValues = pathParameters(event);', 'it(pathValues)'],
    ],
    ['query', { in: 'query', type: { kind: 'unknown' } }, ['const queryValues = query(event);', 'it(queryValues)']],
    [
      'header',
      { in: 'header', type: { kind: 'unknown' } },
      ['const headerValues = headers(event);', 'it(headerValues)'],
    ],
    [
      'cookie',
      { in: 'cookie', type: { kind: 'unknown' } },
      ['const cookieValues = cookies(event);', 'it(cookieValues)'],
    ],
    ['request', { in: 'request', type: { kind: 'unknown' } }, ['it(request(event, route))']],
    ['context', { in: 'context', type: { kind: 'unknown' } }, ['it(context)']],
    [
      'body, as text',
      { in: 'body', type: { kind: 'string' } },
      [
        'const failures = [];',
        'const input = requireValue(ofType(body(event), contentType(event), bodyTypes), bodyPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(input)',
      ],
    ],
    [
      'body, as anything',
      { in: 'body', type: { kind: 'unknown' } },
      [
        'const failures = [];',
        'const json = parseJson(ofType(body(event), contentType(event), bodyTypes));',
        'const input = requireValue(json, bodyPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(input)',
      ],
    ],
    [
      'body, as a number',
      { in: 'body', type: { kind: 'number' } },
      [
        'const failures = [];',
        'const json = parseJson(ofType(body(event), contentType(event), bodyTypes));',
        'const input = checkJson(json, number, bodyPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(input)',
      ],
    ],
    [
      'body, as a list',
      { in: 'body', type: { kind: 'array', items: { kind: 'date' } } },
      [
        'const failures = [];',
        'const json = parseJson(ofType(body(event), contentType(event), bodyTypes));',
        'const input = checkJsonList(json, date, bodyPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(input)',
      ],
    ],
    [
      'body, as a list of anything',
      { in: 'body', type: { kind: 'array', items: { kind: 'unknown' } } },
      [
        'const failures = [];',
        'const json = parseJson(ofType(body(event), contentType(event), bodyTypes));',
        'const input = checkJsonList(json, unknown, bodyPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(input)',
      ],
    ],
  ])('%s', (_name, parameter, lines) => {
    expect(parameterLines(parameter)).toEqual(lines);
  });

  const Dto = classOf('Dto', {
    properties: {
      text: { kind: 'string' },
      any: { kind: 'unknown' },
      'a-number': { kind: 'number' },
      flag: { kind: 'boolean' },
      big: { kind: 'bigint' },
      day: { kind: 'date' },
      list: { kind: 'array', items: { kind: 'string' } },
      ids: { kind: 'array', items: { kind: 'number' } },
    },
  });

  it.each([
    ['path', 'parameters', 'pathValues'],
    ['query', 'queryInput', 'queryValues'],
    ['header', 'headerInput', 'headerValues'],
    ['cookie', 'cookieInput', 'cookieValues'],
  ] as const)('%s, as a DTO, each property coerced', (place, name, values) => {
    const code = emit(routeOf([{ index: 0, in: place, required: true, type: { kind: 'class', class: 'Dto' } }]), {
      Dto,
    });
    const isHeader = place === 'header';
    const list = isHeader ? 'splitHeader' : 'toArray';
    const ids = `toList(number, ${isHeader ? 'splitHeader' : 'splitCommas'})`;
    expect(code).toContain(
      `const DtoProperties = { "a-number": to(number), "flag": to(boolean), "big": to(bigint), "day": to(date), "list": ${list}, "ids": ${ids} };`,
    );
    expect(code).toContain(
      `const ${name} = await bindDto(coerce(${values}, DtoProperties), Dto, ${place}Place, failures);`,
    );
  });

  it('as a DTO of text only', () => {
    expect(
      emit(routeOf([{ index: 0, in: 'query', required: true, type: { kind: 'class', class: 'Dto' } }]), {
        Dto: classOf('Dto'),
      }),
    ).toContain('const DtoProperties = {};');
  });

  it('body, as a DTO and as a list of it', () => {
    const type = { kind: 'class', class: 'Dto' } as const;
    expect(parameterLines({ in: 'body', type }, { Dto })).toContain(
      'const input = await bindDto(json, Dto, bodyPlace, failures);',
    );
    expect(parameterLines({ in: 'body', type: { kind: 'array', items: type } }, { Dto })).toContain(
      'const input = await bindDtoList(json, Dto, bodyPlace, failures);',
    );
    expect(parameterLines({ in: 'body', name: 'user', type }, { Dto })).toContain(
      'const user = await bindDto(propertyOf(json, "user"), Dto, userPlace, failures);',
    );
  });
});

describe('a handler', () => {
  const text = { kind: 'string' } as const;
  const twoOf = (place: 'path' | 'query', frontDoor: FrontDoorName): string[] =>
    linesOf(
      emit(
        routeOf([
          { index: 1, in: place, name: 'a', required: true, type: text },
          { index: 3, in: place, name: 'a-b', required: true, type: text },
        ]),
        {},
        [frontDoor],
      ),
    );

  it('reads each place once, and leaves out parameters that nothing binds', () => {
    const lines = twoOf('query', 'http-api');
    expect(lines.filter((line) => line.includes('query(event)'))).toEqual(['const queryValues = query(event);']);
    expect(lines.at(-1)).toBe('it(undefined, a, undefined, aB)');
  });

  it('reads path parameters one by one where API Gateway has found them, else all at once', () => {
    for (const frontDoor of ['http-api', 'rest-api'] as const)
      expect(twoOf('path', frontDoor)).toEqual([
        'it(undefined, pathParameter(event, "a"), undefined, pathParameter(event, "a-b"))',
      ]);
    for (const frontDoor of ['function-url', 'alb'] as const)
      expect(twoOf('path', frontDoor).slice(-2)).toEqual([
        'const pathValues = pathParameters(event, route);',
        'it(undefined, pathValues.a, undefined, pathValues["a-b"])',
      ]);
  });

  it('gives every value a name of its own', () => {
    const text = { kind: 'string' } as const;
    const code = emit(
      routeOf(
        [
          { index: 0, in: 'query', name: 'id', required: false, type: text },
          { index: 1, in: 'cookie', name: 'id', required: false, type: text },
          { index: 2, in: 'header', name: 'users', required: false, type: text },
          { index: 3, in: 'body', name: 'json', required: false, type: text },
        ],
        { consumes: ['application/json'] },
      ),
    );
    expect(code).toContain('it(id, id2, users2, json2)');
    expect(code).toContain('const idPlace2 = {"in":"cookie","path":"id","required":false};');
  });

  it('gives classes names that neither its own code nor another class has', () => {
    const code = emit(
      routeOf(
        [
          { index: 0, in: 'query', required: true, type: { kind: 'class', class: 'query' } },
          { index: 1, in: 'body', required: true, type: { kind: 'class', class: 'JSON' } },
          { index: 2, in: 'header', required: true, type: { kind: 'class', class: 'Users#2' } },
          { index: 3, in: 'cookie', required: true, type: { kind: 'class', class: 'Default' } },
          { index: 4, in: 'path', required: true, type: { kind: 'class', class: 'Quoted' } },
        ],
        { consumes: ['application/json'] },
      ),
      {
        query: classOf('query'),
        JSON: classOf('JSON'),
        'Users#2': classOf('Users'),
        Default: classOf('Default'),
        Quoted: classOf('Größe'),
      },
    );
    expect(code).toContain(
      'import { "a class" as GrE, JSON as JSON2, Users, default as Default, query as query2 } from "/app.ts";\n' +
        'import { Users as Users2 } from "/other.ts";',
    );
  });

  it('imports a class once', () => {
    const type = { kind: 'class', class: 'Dto' } as const;
    const code = emit(
      routeOf(
        [
          { index: 0, in: 'body', name: 'a', required: true, type },
          { index: 1, in: 'body', name: 'b', required: true, type },
        ],
        { consumes: ['application/json'] },
      ),
      { Dto: classOf('Dto') },
    );
    expect(code).toContain('import { Dto, Users } from "/app.ts";');
    expect(code.match(/propertyOf\(json, "[ab]"\), Dto,/g)).toHaveLength(2);
  });

  it('constructs what its controller needs once, in order', () => {
    const classes = {
      Users: classOf('Users', { dependencies: [{ token: 'Store' }, { token: 'Clock' }] }),
      Store: classOf('Store', { injectable: true, dependencies: [{ token: 'Clock' }] }),
      Clock: classOf('Clock', { injectable: true }),
    };
    expect(emit(routeOf([]), classes).match(/^const .* = new .*$/gm)).toEqual([
      'const clock = new Clock();',
      'const store = new Store(clock);',
      'const users = new Users(store, clock);',
    ]);
  });

  it.each([
    [{}, 'toReply(await users.it())'],
    [{ statusCode: 201 }, 'toReply(await users.it(), 201)'],
    [{ headers: { a: 'b' } }, 'toReply(await users.it(), undefined, replyHeaders)'],
    [{ statusCode: 201, headers: { a: 'b' } }, 'toReply(await users.it(), 201, replyHeaders)'],
    [{ controllerMethod: 'my-route' }, 'toReply(await users["my-route"]())'],
    [{ controllerMethod: '7' }, 'toReply(await users["7"]())'],
  ])('with %j replies %s', (more, reply) => {
    expect(emit(routeOf([], more))).toContain(reply);
  });

  it('reads each place where a parameter first asks for it', () => {
    const code = emit(
      routeOf(
        [
          { index: 0, in: 'query', name: 'q', required: false, type: { kind: 'number' } },
          { index: 1, in: 'body', name: 'a', required: true, type: { kind: 'string' } },
          { index: 2, in: 'query', name: 'r', required: false, type: { kind: 'number' } },
        ],
        { consumes: ['application/json'] },
      ),
    );
    expect(linesOf(code)).toEqual([
      'const failures = [];',
      'const queryValues = query(event);',
      'const q = bindScalar(queryValues.q, number, qPlace, failures);',
      'const json = parseJson(ofType(body(event), contentType(event), bodyTypes));',
      'const a = checkJson(propertyOf(json, "a"), string, aPlace, failures);',
      'const r = bindScalar(queryValues.r, number, rPlace, failures);',
      'if (failures.length > 0) return toResult(invalid(failures), event);',
      'it(q, a, r)',
    ]);
  });
});

describe('a list', () => {
  const list = (more: Partial<Parameter>): Parameter => ({
    in: 'query',
    name: 'id',
    type: { kind: 'array', items: { kind: 'number' } },
    ...more,
  });

  it.each<[string, Parameter, string]>([
    ['split at commas', list({ separator: ',' }), 'bindList(split(queryValues.id, ","), number, idPlace, failures)'],
    [
      'as RFC 9110 has it in a header',
      list({ in: 'header', separator: ',' }),
      'bindList(splitHeader(headerValues.id), number, idPlace, failures)',
    ],
    [
      'split otherwise in a header',
      list({ in: 'header', separator: ';' }),
      'bindList(split(headerValues.id, ";"), number, idPlace, failures)',
    ],
    [
      'of an enum',
      list({ type: { kind: 'array', items: { kind: 'enum', values: ['a', 1] } } }),
      'bindList(queryValues.id, oneOf(idValues), idPlace, failures)',
    ],
    [
      'in a claim',
      list({ in: 'auth', separator: ',' }),
      'bindList(claimList(requireClaim(claimOf(caller, "id")), ","), number, idPlace, failures)',
    ],
  ])('is %s', (_name, parameter, expression) => {
    expect(parameterLines(parameter)).toContain(`const id = ${expression};`);
  });
});

describe('a body that is a form', () => {
  const FORM = 'application/x-www-form-urlencoded';
  const MULTIPART = 'multipart/form-data';
  const typed = 'ofType(body(event), contentType(event), bodyTypes)';
  const bytes = 'ofType(bytes(event), contentType(event), bodyTypes)';
  const parseMultipart = `parseMultipart(${bytes}, contentType(event))`;

  it.each<[string, Parameter, readonly string[], string[]]>([
    [
      'a field',
      { in: 'body', name: 'a-b', type: { kind: 'number' } },
      [FORM],
      [`const form = parseForm(${typed});`, 'const aB = bindScalar(form?.fields["a-b"], number, aBPlace, failures);'],
    ],
    [
      'all fields',
      { in: 'body', type: { kind: 'unknown' } },
      [FORM],
      [
        `const form = parseForm(${typed});`,
        'const input = requireValue(form && { ...form.fields }, bodyPlace, failures);',
      ],
    ],
    [
      'a file',
      { in: 'file', name: 'f', type: { kind: 'file' } },
      [MULTIPART],
      [`const form = ${parseMultipart};`, 'const f = bindFile(form?.files.f, fPlace, failures);'],
    ],
    [
      'files of either form',
      { in: 'file', name: 'f', type: { kind: 'array', items: { kind: 'file' } } },
      [MULTIPART, FORM],
      [
        'const bodyKind = requestKind(contentType(event), bodyTypes);',
        `const form = bodyKind === "multipart" ? ${parseMultipart} : bodyKind === "form" ? parseForm(${typed}) : undefined;`,
        'const f = bindFiles(form?.files.f, fPlace, failures);',
      ],
    ],
    [
      'a field of a form or of JSON',
      { in: 'body', name: 'a', type: { kind: 'enum', values: ['x'] } },
      [FORM, 'application/json'],
      [
        'const bodyKind = requestKind(contentType(event), bodyTypes);',
        `const json = bodyKind === "json" ? parseJson(${typed}) : undefined;`,
        `const form = bodyKind === "form" ? parseForm(${typed}) : undefined;`,
        'const a = bodyKind === "json" ? checkJson(propertyOf(json, "a"), oneOf(aValues), aPlace, failures) : bindScalar(form?.fields.a, oneOf(aValues), aPlace, failures);',
      ],
    ],
  ])('gives %s', (_name, parameter, consumes, lines) => {
    expect(parameterLines(parameter, {}, consumes)).toEqual(expect.arrayContaining(lines));
  });

  it('gives bytes of any type where none is asked for', () => {
    const code = emit(routeOf([{ index: 0, in: 'body', required: true, type: { kind: 'bytes' } }]));
    expect(linesOf(code)).toContain('const input = requireValue(bytes(event), bodyPlace, failures);');
  });

  it('gives a DTO, coerced', () => {
    const type = { kind: 'class', class: 'Dto' } as const;
    expect(parameterLines({ in: 'body', type }, { Dto: classOf('Dto') }, [FORM])).toContain(
      'const input = await bindDto(coerce(form?.fields, DtoProperties), Dto, bodyPlace, failures);',
    );
  });
});

describe('a schema', () => {
  const schema = { kind: 'schema', value: 'Users.it(0)@Body' } as const;

  it.each<[string, Parameter, string]>([
    [
      'a whole body',
      { in: 'body', type: schema },
      'const input = await bindSchema(json, bodyArgument, bodyPlace, failures);',
    ],
    [
      'all query values',
      { in: 'query', type: schema },
      'const queryInput = await bindSchema({ ...queryValues }, bodyArgument, queryPlace, failures);',
    ],
    [
      'one value',
      { in: 'query', name: 'q', type: { ...schema, member: 'type' } },
      'const q = await bindSchema(queryValues.q, bodyArgument.type, qPlace, failures);',
    ],
    [
      'a claim',
      { in: 'auth', name: 'q', required: false, type: schema },
      'const q = await bindSchema(claimOf(caller, "q"), bodyArgument, qPlace, failures);',
    ],
  ])('validates %s', (_name, parameter, line) => {
    const lines = parameterLines(parameter);
    expect(lines).toContain(line);
  });

  it('validates a form', () => {
    expect(parameterLines({ in: 'body', type: schema }, {}, ['multipart/form-data'])).toContain(
      'const input = await bindSchema(form && { ...form.fields }, bodyArgument, bodyPlace, failures);',
    );
  });
});

describe('what is known of the caller and the invocation', () => {
  it.each<[string, Parameter, string[]]>([
    [
      'the caller',
      { in: 'auth', required: false, type: { kind: 'unknown' } },
      ['const caller = auth(event);', 'it(caller)'],
    ],
    [
      'a caller who has to be known',
      { in: 'auth', type: { kind: 'unknown' } },
      ['const caller = auth(event);', 'const authInput = requireCaller(caller);', 'it(authInput)'],
    ],
    [
      'a claim',
      { in: 'auth', name: 'sub', required: false, type: { kind: 'string' } },
      [
        'const failures = [];',
        'const caller = auth(event);',
        'const sub = bindScalar(claimText(claimOf(caller, "sub")), string, subPlace, failures);',
        'if (failures.length > 0) return toResult(invalid(failures), event);',
        'it(sub)',
      ],
    ],
    [
      'a claim of any kind that has to be there',
      { in: 'auth', name: 'sub', type: { kind: 'unknown' } },
      ['const caller = auth(event);', 'const sub = requireClaim(claimOf(caller, "sub"));', 'it(sub)'],
    ],
  ])('is %s', (_name, parameter, lines) => {
    expect(parameterLines(parameter)).toEqual(lines);
  });

  it('is a signal, and what middleware has added', () => {
    const unknown = { kind: 'unknown' } as const;
    const code = emit(
      routeOf([
        { index: 0, in: 'signal', required: true, type: unknown },
        { index: 1, in: 'context', required: true, type: unknown, key: 'Users.it(1)@Ctx' },
      ]),
    );
    expect(code).toContain('it(http.signal, http.get(ctxArgument))');
    expect(code).toContain('const http = ');
  });
});
