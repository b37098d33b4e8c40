import {
  Controller,
  Ctx,
  Get,
  Header,
  HttpCode,
  Inject,
  Lambda,
  Optional,
  Packaging,
  Param,
  Post,
  Query,
  Req,
  Sse,
} from '../../src/index.js';
import type { Class } from '../../src/metadata/record.js';
import { ClassTable } from '../../src/model/class-table.js';
import type { LambdaOptions } from '../../src/model/manifest.js';
import { mergeLambda, readController } from '../../src/model/read-controller.js';

@Controller('/base')
@Lambda({ memorySize: 256, timeout: 5, environment: { STAGE: 'base', TABLE: 'users' } })
class Base {
  @Get('/:id')
  @HttpCode(201)
  @Header('x-first', '1')
  @Header('x-second', '2')
  @Lambda({ timeout: 10 })
  get(@Param('id') id: string, @Query('page') page: number): string {
    return `${id}${page}`;
  }

  @Get('/list')
  list(@Req() request: unknown): unknown {
    return request;
  }
}

const NOTHING = { layers: [], catches: [], refused: [] };
const read = (target: Class) => readController(target, new ClassTable());
const methodOf = (target: Class, name: string) => read(target).methods.find((method) => method.name === name);

describe('readController', () => {
  it('reads a controller as it is written', () => {
    expect(read(Base)).toEqual({
      class: 'Base',
      path: '/base',
      lambda: { memorySize: 256, timeout: 5, environment: { STAGE: 'base', TABLE: 'users' } },
      around: NOTHING,
      providers: { owner: 'Base', providers: {}, refused: [] },
      methods: [
        {
          name: 'get',
          declaredBy: 'Base',
          arity: 2,
          routes: [{ decorator: 'Get', path: '/:id' }],
          statusCode: 201,
          headers: [
            ['x-first', '1'],
            ['x-second', '2'],
          ],
          lambda: { timeout: 10 },
          around: NOTHING,
          parameters: [
            { index: 0, decorator: 'Param', name: 'id', declared: { kind: 'string' } },
            { index: 1, decorator: 'Query', name: 'page', declared: { kind: 'number' } },
          ],
        },
        {
          name: 'list',
          declaredBy: 'Base',
          arity: 1,
          routes: [{ decorator: 'Get', path: '/list' }],
          headers: [],
          around: NOTHING,
          parameters: [{ index: 0, decorator: 'Req', declared: { kind: 'object' } }],
        },
      ],
      authorizers: [],
      misplaced: [],
    });
  });

  it('reads a class without decorators as no controller', () => {
    expect(read(class Plain {})).toEqual({
      class: 'Plain',
      around: NOTHING,
      providers: { owner: 'Plain', providers: {}, refused: [] },
      methods: [],
      authorizers: [],
      misplaced: [],
    });
  });

  it('has the root as path where options give none', () => {
    @Controller({})
    class Root {}
    expect(read(Root).path).toBe('/');
  });

  it('takes the topmost @Controller', () => {
    @Controller('/top')
    @Controller('/bottom')
    class Twice {}
    expect(read(Twice).path).toBe('/top');
  });

  it('counts parameters up to the first with a default value', () => {
    @Controller()
    class Defaults {
      @Get()
      list(@Query('a') a: string, b = 1, c?: string): string {
        return `${a}${b}${c}`;
      }
    }
    expect(methodOf(Defaults, 'list')?.arity).toBe(1);
  });

  it('counts none of a method that was decorated and is not there', () => {
    @Controller()
    class Haunted {}
    Get()(Haunted.prototype, 'ghost', {});
    expect(methodOf(Haunted, 'ghost')).toMatchObject({ declaredBy: 'Haunted', arity: 0 });
  });

  it('has repeated route decorators in the order of the source', () => {
    @Controller()
    class Twice {
      @Get('/first')
      @Post('/second')
      both(): void {}
    }
    expect(methodOf(Twice, 'both')?.routes).toEqual([
      { decorator: 'Get', path: '/first' },
      { decorator: 'Post', path: '/second' },
    ]);
  });
});

describe('readController, of @Packaging and @Sse', () => {
  @Controller()
  @Packaging('app')
  class Packaged {
    @Get()
    @Packaging('route')
    list(): void {}
  }
  @Controller()
  class Derived extends Packaged {}
  @Controller()
  @Packaging('controller')
  class Repackaged extends Packaged {}

  it.each([
    [Packaged, 'app'],
    [Derived, 'app'],
    [Repackaged, 'controller'],
    [Base, undefined],
  ])('has the packaging of the nearest class: %p', (target, packaging) => {
    expect(read(target).packaging).toBe(packaging);
  });

  it('has the packaging of a method beside that of its class', () => {
    expect(methodOf(Derived, 'list')).toMatchObject({ packaging: 'route' });
    expect(methodOf(Base, 'list')).not.toHaveProperty('packaging');
  });

  class Events {
    @Sse()
    alone(): void {}

    @Post('/marked')
    @Sse()
    marked(): void {}

    @Post('/posted')
    @Sse('/streamed')
    both(): void {}
  }

  it.each([
    ['alone', [{ decorator: 'Sse', path: '/' }]],
    ['marked', [{ decorator: 'Post', path: '/marked' }]],
    [
      'both',
      [
        { decorator: 'Post', path: '/posted' },
        { decorator: 'Sse', path: '/streamed' },
      ],
    ],
  ])('takes @Sse as a route only alone or with a path: %s', (name, routes) => {
    expect(methodOf(Events, name)).toMatchObject({ sse: true, routes });
  });
});

describe('readController, of a derived class', () => {
  @Controller('/derived')
  @Lambda({ timeout: 8, environment: { STAGE: 'derived' } })
  class Derived extends Base {
    @Post('/own')
    own(): void {}
  }

  it('takes over methods, those of the base class first', () => {
    expect(read(Derived).methods.map(({ name, declaredBy }) => `${declaredBy}.${name}`)).toEqual([
      'Base.get',
      'Base.list',
      'Derived.own',
    ]);
    expect(methodOf(Derived, 'get')).toEqual(methodOf(Base, 'get'));
  });

  it('merges @Lambda of the classes, environments name by name', () => {
    expect(read(Derived).lambda).toEqual({
      memorySize: 256,
      timeout: 8,
      environment: { STAGE: 'derived', TABLE: 'users' },
    });
  });

  it('is a controller only by its own @Controller', () => {
    class Silent extends Base {}
    expect(read(Silent)).not.toHaveProperty('path');
    expect(read(Silent).methods).toHaveLength(2);
  });

  it('inherits everything of a method that it overrides without decorators', () => {
    @Controller()
    class Overriding extends Base {
      override get(id: string): string {
        return id;
      }
    }
    expect(methodOf(Overriding, 'get')).toEqual({ ...methodOf(Base, 'get'), declaredBy: 'Overriding', arity: 1 });
  });

  it('replaces a route, and inherits the rest', () => {
    @Controller()
    class Rerouted extends Base {
      @Post('/other/:id')
      override get(id: string, page: number): string {
        return `${id}${page}`;
      }
    }
    expect(methodOf(Rerouted, 'get')).toEqual({
      ...methodOf(Base, 'get'),
      declaredBy: 'Rerouted',
      routes: [{ decorator: 'Post', path: '/other/:id' }],
    });
  });

  it('replaces parameters as a whole', () => {
    @Controller()
    class Rebound extends Base {
      override get(@Param('id') id: string, page = 1): string {
        return `${id}${page}`;
      }
    }
    expect(methodOf(Rebound, 'get')?.parameters).toEqual([
      { index: 0, decorator: 'Param', name: 'id', declared: { kind: 'string' } },
    ]);
    expect(methodOf(Rebound, 'get')?.routes).toEqual([{ decorator: 'Get', path: '/:id' }]);
  });

  it('replaces other decorators by name: the status, @Lambda, each header', () => {
    @Controller()
    class Changed extends Base {
      @HttpCode(202)
      @Header('X-First', 'one')
      @Header('x-third', '3')
      @Lambda({ memorySize: 512 })
      override get(id: string, page: number): string {
        return `${id}${page}`;
      }
    }
    expect(methodOf(Changed, 'get')).toMatchObject({
      statusCode: 202,
      headers: [
        ['x-second', '2'],
        ['X-First', 'one'],
        ['x-third', '3'],
      ],
      lambda: { memorySize: 512 },
      routes: [{ decorator: 'Get', path: '/:id' }],
      parameters: [{ name: 'id' }, { name: 'page' }],
    });
  });

  it('takes the nearest of several base classes', () => {
    class Middle extends Base {
      @HttpCode(202)
      override get(id: string, page: number): string {
        return `${id}${page}`;
      }
    }
    @Controller()
    class Last extends Middle {
      @Header('x-last', '1')
      override get(id: string, page: number): string {
        return `${id}${page}`;
      }
    }
    expect(methodOf(Last, 'get')).toMatchObject({
      statusCode: 202,
      headers: [
        ['x-first', '1'],
        ['x-second', '2'],
        ['x-last', '1'],
      ],
      declaredBy: 'Last',
    });
  });

  it('does not change what its base class says', () => {
    expect(methodOf(Base, 'get')).toMatchObject({ declaredBy: 'Base', statusCode: 201 });
    expect(read(Base).path).toBe('/base');
  });
});

describe('readController, of decorators that stand where they mean nothing', () => {
  const symbol = Symbol('hidden');
  const GetField = Get as unknown as () => PropertyDecorator;
  const InjectHere = Inject as unknown as (type: Class) => ParameterDecorator;
  const OptionalHere = Optional as unknown as () => ParameterDecorator;

  class Store {}

  @Controller()
  class Misplaced {
    @GetField()
    property = 1;

    @GetField()
    static shared = 1;

    constructor(
      @Query('x') readonly x: string,
      @Inject(Store) readonly store: Store,
    ) {}

    @Get()
    [symbol](): void {}

    needs(@InjectHere(Store) store: Store, @OptionalHere() other?: Store): unknown {
      return store ?? other;
    }

    @Get()
    static create(@Ctx() context: unknown): unknown {
      return context;
    }

    @Get()
    list(): void {}
  }

  it('says which and where, and makes no route of them', () => {
    const expected = [
      '@Get on the property "property"',
      '@Get on the method "Symbol(hidden)"',
      '@Get on the static property "shared"',
      '@Ctx on the static method "create"',
      '@Get on the static method "create"',
      '@Inject on the method "needs" (only constructors and properties of instances are injected)',
      '@Optional on the method "needs" (only constructors and properties of instances are injected)',
      '@Query on a parameter of the constructor',
    ];
    // compilers differ in the order of static and instance members
    expect([...read(Misplaced).misplaced].sort()).toEqual(expected.sort());
    expect(read(Misplaced).methods.map(({ name }) => name)).toEqual(['list']);
  });
});

describe('mergeLambda', () => {
  it.each<[string, readonly (LambdaOptions | undefined)[], LambdaOptions | undefined]>([
    ['nothing', [], undefined],
    ['only what is not given', [undefined, undefined], undefined],
    ['one', [{ timeout: 3 }], { timeout: 3 }],
    [
      'two, of which the first wins',
      [{ timeout: 3 }, { timeout: 5, memorySize: 128 }],
      { timeout: 3, memorySize: 128 },
    ],
    [
      'environments name by name',
      [{ environment: { A: '1' } }, undefined, { environment: { A: '2', B: '3' } }],
      { environment: { A: '1', B: '3' } },
    ],
    [
      'an environment of one only',
      [{ timeout: 3 }, { environment: { A: '1' } }],
      { timeout: 3, environment: { A: '1' } },
    ],
  ])('merges %s', (_, options, merged) => {
    expect(mergeLambda(options)).toEqual(merged);
  });
});
