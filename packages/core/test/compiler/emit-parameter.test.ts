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
    version: 1,
    controllers: [],
    routes: [route],
    classes: { Users: classOf('Users'), ...classes },
  };
  const exports: Readonly<Record<string, string>> = { Default: 'default', Quoted: 'a class' };
  return emitHandler(route, {
    manifest,
    frontDoors,
    controller: 'Users',
    importOf: (key) => ({ module: '/app.ts', export: exports[key] ?? manifest.classes[key]?.name ?? '' }),
  });
};

/** The lines inside the handler's `try`, without the call. */
const linesOf = (code: string): string[] =>
  code
    .split('\n')
    .filter((line) => line.startsWith('    ') && !line.includes('toProblem'))
    .map((line) => line.trim().replace('return toResult(toReply(await users.', '').replace('), event);', ''));

type Parameter = Omit<ParameterManifest, 'index' | 'required'> & { readonly required?: boolean };

const parameterLines = (parameter: Parameter, classes?: Readonly<Record<string, ClassManifest>>): string[] =>
  linesOf(emit(routeOf([{ index: 0, required: true, ...parameter }]), classes));

describe('a parameter of one value', () => {
  it.each<[string, Parameter, string[]]>([
    [
      'path text',
      { in: 'path', name: 'id', type: { kind: 'string' } },
      ['const pathValues = pathParameters(event);', 'it(pathValues.id)'],
    ],
    [
      'path text whose name is no identifier',
      { in: 'path', name: 'user-id', type: { kind: 'string' } },
      ['const pathValues = pathParameters(event);', 'it(pathValues["user-id"])'],
    ],
    [
      'a path number',
      { in: 'path', name: 'id', type: { kind: 'number' } },
      [
        'const failures = [];',
        'const pathValues = pathParameters(event);',
        'const id = bindScalar(pathValues.id, number, idPlace, failures);',
        'refuse(failures);',
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
        'refuse(failures);',
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
        'refuse(failures);',
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
        'refuse(failures);',
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
        'refuse(failures);',
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
        'refuse(failures);',
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
        'refuse(failures);',
        'it(session)',
      ],
    ],
    [
      'a property of the request',
      { in: 'request', name: 'sourceIp', type: { kind: 'unknown' } },
      ['it(request(event).sourceIp)'],
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
        'const json = parseJson(body(event));',
        'const aB = checkJson(propertyOf(json, "a-b"), number, aBPlace, failures);',
        'refuse(failures);',
        'it(aB)',
      ],
    ],
    [
      'a property of the body that may be anything',
      { in: 'body', name: 'a', type: { kind: 'unknown' } },
      [
        'const failures = [];',
        'const json = parseJson(body(event));',
        'const a = requireJson(propertyOf(json, "a"), aPlace, failures);',
        'refuse(failures);',
        'it(a)',
      ],
    ],
    [
      'a list in the body',
      { in: 'body', name: 'tags', type: { kind: 'array', items: { kind: 'string' } } },
      [
        'const failures = [];',
        'const json = parseJson(body(event));',
        'const tags = checkJsonList(propertyOf(json, "tags"), string, tagsPlace, failures);',
        'refuse(failures);',
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
    ['request', { in: 'request', type: { kind: 'unknown' } }, ['it(request(event))']],
    ['context', { in: 'context', type: { kind: 'unknown' } }, ['it(context)']],
    [
      'body, as text',
      { in: 'body', type: { kind: 'string' } },
      [
        'const failures = [];',
        'const input = requireJson(body(event), bodyPlace, failures);',
        'refuse(failures);',
        'it(input)',
      ],
    ],
    [
      'body, as anything',
      { in: 'body', type: { kind: 'unknown' } },
      [
        'const failures = [];',
        'const json = parseJson(body(event));',
        'const input = requireJson(json, bodyPlace, failures);',
        'refuse(failures);',
        'it(input)',
      ],
    ],
    [
      'body, as a number',
      { in: 'body', type: { kind: 'number' } },
      [
        'const failures = [];',
        'const json = parseJson(body(event));',
        'const input = checkJson(json, number, bodyPlace, failures);',
        'refuse(failures);',
        'it(input)',
      ],
    ],
    [
      'body, as a list',
      { in: 'body', type: { kind: 'array', items: { kind: 'date' } } },
      [
        'const failures = [];',
        'const json = parseJson(body(event));',
        'const input = checkJsonList(json, date, bodyPlace, failures);',
        'refuse(failures);',
        'it(input)',
      ],
    ],
    [
      'body, as a list of anything',
      { in: 'body', type: { kind: 'array', items: { kind: 'unknown' } } },
      [
        'const failures = [];',
        'const json = parseJson(body(event));',
        'const input = checkJsonList(json, unknown, bodyPlace, failures);',
        'refuse(failures);',
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
    expect(code).toContain(
      'const DtoProperties = { "a-number": to(number), "flag": to(boolean), "big": to(bigint), "day": to(date), "list": toArray };',
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
  it('reads each place once, and leaves out parameters that nothing binds', () => {
    const text = { kind: 'string' } as const;
    const code = emit(
      routeOf([
        { index: 1, in: 'path', name: 'a', required: true, type: text },
        { index: 3, in: 'path', name: 'b', required: true, type: text },
      ]),
    );
    expect(linesOf(code)).toEqual([
      'const pathValues = pathParameters(event);',
      'it(undefined, pathValues.a, undefined, pathValues.b)',
    ]);
  });

  it('gives every value a name of its own', () => {
    const text = { kind: 'string' } as const;
    const code = emit(
      routeOf([
        { index: 0, in: 'query', name: 'id', required: false, type: text },
        { index: 1, in: 'cookie', name: 'id', required: false, type: text },
        { index: 2, in: 'header', name: 'users', required: false, type: text },
        { index: 3, in: 'body', name: 'json', required: false, type: text },
      ]),
    );
    expect(code).toContain('it(id, id2, users2, json2)');
    expect(code).toContain('const idPlace2 = {"in":"cookie","path":"id","required":false};');
  });

  it('gives classes names that neither its own code nor another class has', () => {
    const code = emit(
      routeOf([
        { index: 0, in: 'query', required: true, type: { kind: 'class', class: 'query' } },
        { index: 1, in: 'body', required: true, type: { kind: 'class', class: 'JSON' } },
        { index: 2, in: 'header', required: true, type: { kind: 'class', class: 'Users#2' } },
        { index: 3, in: 'cookie', required: true, type: { kind: 'class', class: 'Default' } },
        { index: 4, in: 'path', required: true, type: { kind: 'class', class: 'Quoted' } },
      ]),
      {
        query: classOf('query'),
        JSON: classOf('JSON'),
        'Users#2': classOf('Users'),
        Default: classOf('Default'),
        Quoted: classOf('Größe'),
      },
    );
    expect(code).toContain(
      'import { "a class" as GrE, JSON as JSON2, Users, Users as Users2, default as Default, query as query2 } from "/app.ts";',
    );
  });

  it('imports a class once', () => {
    const type = { kind: 'class', class: 'Dto' } as const;
    const code = emit(
      routeOf([
        { index: 0, in: 'body', name: 'a', required: true, type },
        { index: 1, in: 'body', name: 'b', required: true, type },
      ]),
      { Dto: classOf('Dto') },
    );
    expect(code).toContain('import { Dto, Users } from "/app.ts";');
    expect(code.match(/propertyOf\(json, "[ab]"\), Dto,/g)).toHaveLength(2);
  });

  it('constructs what its controller needs once, in order', () => {
    const classes = {
      Users: classOf('Users', { dependencies: ['Store', 'Clock'] }),
      Store: classOf('Store', { dependencies: ['Clock'] }),
      Clock: classOf('Clock'),
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

  it.each<[FrontDoorName[], string]>([
    [['http-api'], 'http-api'],
    [['rest-api'], 'rest-api'],
    [['http-api', 'rest-api'], 'any-door'],
  ])('of the front doors %j imports %s', (frontDoors, module) => {
    expect(emit(routeOf([]), {}, frontDoors)).toContain(`from "@gatewright/core/runtime/${module}"`);
  });
});
