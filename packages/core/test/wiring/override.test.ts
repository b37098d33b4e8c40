import {
  Application,
  Controller,
  createHandler,
  Get,
  type HttpContext,
  Inject,
  Injectable,
  type Next,
  provide,
  token,
  Use,
} from '../../src/index.js';
import { httpApiEvent, lambdaContext } from '../../src/testing/index.js';

let made: string[] = [];
let failures = 0;

beforeEach(() => {
  made = [];
  failures = 0;
});

const TABLE = token<string>('TABLE');

@Injectable()
class Client {
  constructor() {
    made.push('Client');
  }
}

@Injectable()
class Store {
  readonly #name: string;

  constructor(_client: Client, @Inject(TABLE) table: string) {
    made.push('Store');
    this.#name = table;
  }

  name(): string {
    return this.#name;
  }
}

@Injectable()
class Guard {
  constructor(readonly store: Store) {
    made.push('Guard');
  }

  use(_context: HttpContext, next: Next) {
    return next();
  }
}

@Controller('/names', {
  providers: [
    provide(TABLE, {
      useFactory: async () => {
        made.push('TABLE');
        if (failures > 0) throw new Error(`no table, ${failures--}`);
        return 'real';
      },
    }),
  ],
})
class NamesController {
  constructor(readonly store: Store) {
    made.push('NamesController');
  }

  @Get()
  @Use(Guard)
  name() {
    return this.store.name();
  }
}

const event = httpApiEvent({ method: 'GET', path: '/names' });
const context = lambdaContext();

describe('override', () => {
  const fake = { name: () => 'fake' };

  it('stands for what it overrides everywhere, and the original and what it alone needs are not made', async () => {
    const handler = createHandler(NamesController, 'name', { override: [provide(Store, { useValue: fake })] });
    expect(made).toEqual(['NamesController', 'Guard']);
    expect(await handler(event, context)).toMatchObject({ statusCode: 200, body: 'fake' });
  });

  it.each([
    [
      'a class',
      provide(Store, {
        useClass: class Other {
          name = () => 'other';
        },
      }),
      'other',
    ],
    ['a factory', provide(TABLE, { useFactory: () => 'made' }), 'made'],
    ['another token', provide(TABLE, { useExisting: 'given' }), 'given'],
  ])('may be %s', async (_, provider, body) => {
    const options = { override: [provider], providers: [provide('given', { useValue: 'given' })] };
    expect(await createHandler(NamesController, 'name', options)(event, context)).toMatchObject({ body });
  });

  it('replaces middleware classes, too', () => {
    const open: Pick<Guard, 'use' | 'store'> = { store: undefined as never, use: (_context, next) => next() };
    createHandler(NamesController, 'name', {
      override: [provide(Guard, { useValue: open }), provide(Store, { useValue: fake })],
    });
    expect(made).toEqual(['NamesController']);
  });

  it('names what is wrong with it', () => {
    expect(() => createHandler(NamesController, 'name', { override: [{ token: 'x' }] })).toThrow(
      'createHandler: override[0] is a value of type object; give provide(TOKEN, { useClass: ... }) or a class [PROVIDER_INVALID]',
    );
  });
});

describe('providers of a handler', () => {
  it('are refused where the application has the same', () => {
    @Application({ providers: [provide('x', { useValue: 1 })] })
    class Shop {}
    const options = { application: Shop, providers: [provide('x', { useValue: 2 })] };
    expect(() => createHandler(NamesController, 'name', options)).toThrow(
      'Shop: createHandler.providers provides "x", as Shop does; write override to put it in its place [PROVIDER_DUPLICATE]',
    );
  });
});

describe('a factory that fails', () => {
  it('fails the invocation, and the next one begins anew, as a new execution environment does', async () => {
    failures = 2;
    const handler = createHandler(NamesController, 'name');
    expect(made).toEqual([]);
    await expect(handler(event, context)).rejects.toThrow('no table, 2');
    await expect(handler(event, context)).rejects.toThrow('no table, 1');
    expect(await Promise.all([handler(event, context), handler(event, context)])).toMatchObject([
      { body: 'real' },
      { body: 'real' },
    ]);
    expect(made.filter((name) => name !== 'TABLE' && name !== 'Client')).toEqual(['Store', 'NamesController', 'Guard']);
  });
});
