import { checkProviders } from '../../src/model/check-providers.js';
import type { ApplicationReading, ControllerReading, DependencyReading } from '../../src/model/reading.js';
import type { SourceFacts } from '../../src/model/source-facts.js';

const classOf = (name: string, dependencies: readonly (string | DependencyReading)[], injectable = true) => ({
  name,
  injectable,
  properties: {},
  dependencies: dependencies.map((dependency) => (typeof dependency === 'string' ? { token: dependency } : dependency)),
});

const applicationOf = (
  classes: Readonly<Record<string, readonly (string | DependencyReading)[]>>,
): ApplicationReading => ({
  around: { layers: [], catches: [], refused: [] },
  providers: { providers: {}, owner: '', refused: [] },
  overrides: { providers: {}, owner: '', refused: [] },
  values: {},
  controllers: [],
  classes: {
    Plain: classOf('Plain', [], false),
    ...Object.fromEntries(Object.entries(classes).map(([key, needs]) => [key, classOf(key, needs)])),
  },
});

const controllerOf = (key: string): ControllerReading => ({
  class: key,
  path: '/',
  around: { layers: [], catches: [], refused: [] },
  providers: { providers: {}, owner: key, refused: [] },
  methods: [],
  authorizers: [],
  misplaced: [],
});

describe('checkProviders', () => {
  it('accepts a graph in which a class is needed twice', () => {
    const application = applicationOf({ Root: ['Left', 'Right'], Left: ['Leaf'], Right: ['Leaf'], Leaf: [] });
    expect(checkProviders(application, controllerOf('Root'))).toEqual([]);
  });

  it('accepts a root that is not injectable', () => {
    expect(checkProviders(applicationOf({}), controllerOf('Plain'))).toEqual([]);
  });

  it.each<[string, Parameters<typeof applicationOf>[0], object]>([
    [
      'a parameter without a class',
      { Root: ['Leaf', { reason: 'not a class' }], Leaf: [] },
      {
        code: 'PROVIDER_MISSING',
        where: 'Root',
        message:
          'constructor parameter 1 has no class as its type (an interface, a primitive or `import type`); give it a class, or write @Inject(UserStore) or @Inject(TOKEN)',
      },
    ],
    [
      'a parameter without metadata',
      { Root: [{ reason: 'no metadata' }] },
      {
        code: 'TYPE_METADATA_MISSING',
        where: 'Root',
        message:
          'constructor parameter 0 has no known type, because no decorator stands on the class that declares the constructor, or the code was compiled without decorator metadata; write @Inject(UserStore), @Injectable() above that class, or provide it by useFactory',
      },
    ],
    [
      'a class that is not injectable, deep down',
      { Root: ['Leaf'], Leaf: ['Plain'] },
      {
        code: 'PROVIDER_NOT_INJECTABLE',
        where: 'Leaf',
        message:
          'constructor parameter 0 needs Plain, which is not marked @Injectable(); write @Injectable() above class Plain, or provide(Plain, ...)',
      },
    ],
    [
      'a token without a provider',
      { Root: ['Missing'] },
      {
        code: 'PROVIDER_MISSING',
        where: 'Root',
        message:
          'constructor parameter 0 needs Missing, which nothing provides; add provide(Missing, ...) to the providers of @Controller or @Application, or write @Optional()',
      },
    ],
    [
      'a cycle',
      { Root: ['A'], A: ['B'], B: ['C'], C: ['A'] },
      {
        code: 'PROVIDER_CYCLE',
        where: 'A',
        message: 'needs itself: A -> B -> C -> A; move what both need into a third class',
      },
    ],
    [
      'a class that needs itself',
      { Root: ['A'], A: ['A'] },
      { code: 'PROVIDER_CYCLE', where: 'A', message: 'needs itself: A -> A; move what both need into a third class' },
    ],
  ])('refuses %s', (_, classes, problem) => {
    expect(checkProviders(applicationOf(classes), controllerOf('Root'))).toEqual([problem]);
  });

  it('reports everything at once, and a class needed twice once', () => {
    const broken = { reason: 'not a class' } as const;
    const application = applicationOf({
      Root: ['A', 'B', broken],
      A: ['Leaf'],
      B: ['Leaf', 'A', 'B'],
      Leaf: [broken, 'Plain'],
    });
    expect(checkProviders(application, controllerOf('Root')).map(({ code, where }) => `${where} ${code}`)).toEqual([
      'Leaf PROVIDER_MISSING',
      'Leaf PROVIDER_NOT_INJECTABLE',
      'B PROVIDER_CYCLE',
      'Root PROVIDER_MISSING',
    ]);
  });

  it('says where the class is declared, where the source is known', () => {
    const facts: SourceFacts = {
      classAt: (key) => (key === 'Root' ? { file: 'src/root.ts', line: 4, column: 1 } : undefined),
      method: () => undefined,
    };
    const application = applicationOf({ Root: ['Leaf', 'Plain'], Leaf: ['Plain'] });
    expect(checkProviders(application, controllerOf('Root'), { facts })).toEqual([
      expect.not.objectContaining({ at: expect.anything() }),
      expect.objectContaining({ where: 'Root', at: 'src/root.ts:4:1' }),
    ]);
  });

  it('has nothing to say of a class that was not read', () => {
    expect(checkProviders(applicationOf({}), controllerOf('Nowhere'))).toEqual([]);
  });
});
