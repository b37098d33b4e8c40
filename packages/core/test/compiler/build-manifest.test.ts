import { buildManifest, bySource } from '../../src/compiler/build-manifest.js';
import type { Collected } from '../../src/compiler/collect.js';
import type { Problem } from '../../src/index.js';
import type { ClassReading, ControllerReading, MethodReading } from '../../src/model/reading.js';
import type { SourceFacts } from '../../src/model/source-facts.js';

const NO_FACTS: SourceFacts = { classAt: () => undefined, method: () => undefined };
const FACTS: SourceFacts = {
  classAt: (key) => ({ file: `${key}.ts`, line: 1, column: 2 }),
  method: (key, name) => ({
    source: { file: `${key}.ts`, line: name.length, column: 3 },
    parameters: [],
    returns: { kind: 'unknown' },
    answers: 'any',
    promise: 'maybe',
  }),
};

const NOTHING = { layers: [], catches: [], refused: [] };

const methodOf = (name: string, more: Partial<MethodReading> = {}): MethodReading => ({
  name,
  declaredBy: 'A',
  arity: 0,
  routes: [{ decorator: 'Get', path: `/${name}` }],
  headers: [],
  around: NOTHING,
  parameters: [],
  ...more,
});

const controllerOf = (key: string, methods: readonly MethodReading[]): ControllerReading => ({
  class: key,
  path: '/',
  around: NOTHING,
  providers: { providers: {}, owner: '', refused: [] },
  methods,
  authorizers: [],
  misplaced: [],
});

const classOf = (name: string, more: Partial<ClassReading> = {}): ClassReading => ({
  name,
  injectable: true,
  dependencies: [],
  properties: {},
  ...more,
});

const collectedOf = (
  controllers: readonly ControllerReading[],
  classes: Readonly<Record<string, ClassReading>> = {},
): Collected => ({
  application: {
    around: NOTHING,
    providers: { providers: {}, owner: '', refused: [] },
    overrides: { providers: {}, owner: '', refused: [] },
    values: {},
    controllers,
    classes: {
      ...Object.fromEntries(controllers.map(({ class: key }) => [key, classOf(key.replace(/#.*/, ''))])),
      ...classes,
    },
  },
  declared: {},
  references: {},
  lineages: {},
  strays: {},
  dtos: {},
  schemas: {},
  provided: {},
  exports: Object.fromEntries(
    controllers.map(({ class: key }) => [key, { module: `/project/src/${key}.ts`, export: key }]),
  ),
});

const built = (collected: Collected, facts = NO_FACTS) => buildManifest('/project', collected, facts);

describe('buildManifest', () => {
  it('describes what packages declare without a place', () => {
    const { manifest, problems } = built(collectedOf([controllerOf('A', [methodOf('get')])]));
    const source = { file: '', line: 1, column: 1 };
    expect(problems).toEqual([]);
    expect(manifest.controllers).toEqual([
      { name: 'A', class: 'A', path: '/', module: 'src/A.ts', export: 'A', source },
    ]);
    expect(manifest.routes[0]).toMatchObject({ id: 'A.get', returns: { kind: 'unknown' }, source });
    expect(manifest.classes.A?.source).toEqual(source);
  });

  it('describes the classes that controllers, their dependencies and the properties of DTOs lead to, and no other', () => {
    const parameter = { index: 0, decorator: 'Body', declared: { kind: 'class', class: 'Dto' } } as const;
    const { manifest } = built(
      collectedOf([controllerOf('A', [methodOf('post', { parameters: [parameter] })])], {
        A: classOf('A', { dependencies: [{ token: 'Store' }, { reason: 'not a class' }] }),
        Store: classOf('Store', { dependencies: [{ token: 'Store2' }] }),
        Store2: classOf('Store2'),
        Dto: classOf('Dto', {
          properties: {
            item: { kind: 'class', class: 'Item' },
            self: { kind: 'class', class: 'Dto' },
            list: { kind: 'array' },
            items: { kind: 'array', items: { kind: 'class', class: 'Item2' } },
            object: { kind: 'object' },
            missing: { kind: 'missing' },
            text: { kind: 'string' },
          },
        }),
        Item: classOf('Item'),
        Item2: classOf('Item2'),
        Unused: classOf('Unused'),
      }),
    );
    expect(Object.keys(manifest.classes)).toEqual(['A', 'Dto', 'Item', 'Item2', 'Store', 'Store2']);
    expect(manifest.classes.A?.dependencies).toEqual([{ token: 'Store' }]);
    expect(manifest.classes.Dto?.properties).toEqual({
      item: { kind: 'class', class: 'Item' },
      self: { kind: 'class', class: 'Dto' },
      list: { kind: 'array', items: { kind: 'unknown' } },
      items: { kind: 'array', items: { kind: 'class', class: 'Item2' } },
      object: { kind: 'unknown' },
      missing: { kind: 'unknown' },
      text: { kind: 'string' },
    });
  });

  it('refuses two routes of one method and path, with their places where they are known', () => {
    const collected = collectedOf([
      controllerOf('A', [
        methodOf('one', {
          routes: [{ decorator: 'Get', path: '/:a' }],
          parameters: [{ index: 0, decorator: 'Param', name: 'a', declared: { kind: 'string' } }],
        }),
      ]),
      controllerOf('B', [
        methodOf('four', {
          routes: [{ decorator: 'Get', path: '/:b' }],
          parameters: [{ index: 0, decorator: 'Param', name: 'b', declared: { kind: 'string' } }],
        }),
      ]),
    ]);
    const problem = { code: 'ROUTE_DUPLICATE', where: 'B.four (GET /{b})' };
    expect(built(collected).problems).toEqual([
      { ...problem, message: 'has the same method and path as A.one (GET /{a}); change one of them' },
    ]);
    expect(built(collected, FACTS).problems).toEqual([
      {
        ...problem,
        message: 'has the same method and path as A.one (GET /{a}) at A.ts:3:3; change one of them',
        at: 'A.ts:4:3',
      },
    ]);
  });

  it('refuses two controllers of one name, wherever they are', () => {
    const collected = collectedOf([controllerOf('A', [methodOf('get')]), controllerOf('A#2', [methodOf('other')])]);
    const message = (place: string) =>
      `has the same name as the controller at ${place}; rename one, since route ids are made from it`;
    expect(built(collected).problems).toEqual([
      { code: 'CONTROLLER_NAME_DUPLICATE', where: 'A', message: message('another file') },
    ]);
    expect(built(collected, FACTS).problems).toEqual([
      { code: 'CONTROLLER_NAME_DUPLICATE', where: 'A', message: message('A.ts:1:2'), at: 'A#2.ts:1:2' },
    ]);
  });

  it.each(['a/b', '../../x', 'a\nb', 'a b', ''])(
    'refuses a route on the method %j, after which a folder would be named',
    (name) => {
      expect(
        built(collectedOf([controllerOf('A', [methodOf(name, { routes: [{ decorator: 'Get', path: '/x' }] })])]))
          .problems,
      ).toEqual([
        {
          code: 'DECORATOR_TARGET',
          where: 'A',
          message: `has a route on the method ${JSON.stringify(name)}, whose name cannot be that of a folder; rename it`,
        },
      ]);
    },
  );

  it.each(['my-route', '$get', '7', 'größe'])('takes a route on the method %j', (name) => {
    expect(
      built(collectedOf([controllerOf('A', [methodOf(name, { routes: [{ decorator: 'Get', path: '/x' }] })])]))
        .problems,
    ).toEqual([]);
  });

  it('tells a problem that several routes share once', () => {
    const dependency = { reason: 'not a class' } as const;
    const { problems } = built(
      collectedOf([controllerOf('A', [methodOf('a')]), controllerOf('B', [methodOf('b')])], {
        A: classOf('A', { dependencies: [{ token: 'Store' }] }),
        B: classOf('B', { dependencies: [{ token: 'Store' }] }),
        Store: classOf('Store', { dependencies: [dependency] }),
      }),
    );
    expect(problems.map(({ code, where }) => `${code} ${where}`)).toEqual(['PROVIDER_MISSING Store']);
  });
});

describe('bySource', () => {
  it('orders by file, line and column as numbers, what has no place first', () => {
    const at = (place?: string): Problem => ({
      code: 'ROUTE_MISSING',
      where: '',
      message: '',
      ...(place === undefined ? {} : { at: place }),
    });
    const places = ['b.ts:1:1', 'a.ts:10:1', undefined, 'a.ts:9:10', 'a.ts:9:9', 'a.ts', 'a.ts:9:9', undefined];
    expect(
      places
        .map(at)
        .sort(bySource)
        .map((problem) => problem.at),
    ).toEqual([undefined, undefined, 'a.ts', 'a.ts:9:9', 'a.ts:9:9', 'a.ts:9:10', 'a.ts:10:1', 'b.ts:1:1']);
  });
});
