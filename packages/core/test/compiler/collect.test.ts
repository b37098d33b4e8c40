import { type Collected, collect, type LoadedModule } from '../../src/compiler/collect.js';
import { collectDeclarations, DECLARE, type Declaration } from '../../src/compiler/declaration.js';
import { Body, Controller, Get, Injectable, Post } from '../../src/index.js';
import type { Class } from '../../src/metadata/record.js';

const APP = '/project/app.ts';
const AGAIN = '/project/index.ts';

/** What classes announce, each at an offset of its own. */
const announced = (references: ReadonlyMap<Class, Declaration['references']>): Map<Class, Declaration> =>
  new Map([...references].map(([target, names], start) => [target, { file: APP, start, references: names }]));

const collected = (
  modules: readonly LoadedModule[],
  references: readonly (readonly [Class, Declaration['references']])[] = [],
): Collected => collect(modules, { classes: announced(new Map(references)), providers: new Map() });

class Clock {}

class Store {
  constructor(readonly clock: Clock) {}
}
Injectable()(Store);
Reflect.defineMetadata('design:paramtypes', [Clock], Store);

class User {}

class Base {
  base() {}
}
Get('/base')(Base.prototype, 'base', Object.getOwnPropertyDescriptor(Base.prototype, 'base') as PropertyDescriptor);

class Users extends Base {
  constructor(readonly store: Store) {
    super();
  }
  create(_input: User) {}
}
Controller('/users')(Users);
Post()(Users.prototype, 'create', {});
Body()(Users.prototype, 'create', 0);
Reflect.defineMetadata('design:paramtypes', [Store], Users);

describe('collect', () => {
  it('reads exported controllers and every class that they lead to, and no other export', () => {
    const { application, exports, lineages } = collected([
      [APP, { Users, Base, text: 'x', number: 1, arrow: () => {}, nothing: undefined, User }],
    ]);
    expect(application.controllers.map((controller) => controller.class)).toEqual(['Users']);
    expect(Object.keys(application.classes)).toEqual(['Users', 'Base', 'Store', 'Clock']);
    expect(exports).toEqual({ Users: { module: APP, export: 'Users' } });
    expect(lineages).toEqual({ Users: ['Users', 'Base'] });
  });

  it('imports a controller from the file that declares it, whichever exports it first', () => {
    const own = [[Users, {}]] as const;
    expect(
      collected(
        [
          [AGAIN, { Again: Users }],
          [APP, { Users }],
        ],
        own,
      ).exports,
    ).toEqual({ Users: { module: APP, export: 'Users' } });
    expect(
      collected(
        [
          [APP, { Users }],
          [AGAIN, { Again: Users }],
        ],
        own,
      ).exports,
    ).toEqual({ Users: { module: APP, export: 'Users' } });
    expect(collected([[APP, { default: Users, Users }]], own).exports).toEqual({
      Users: { module: APP, export: 'Users' },
    });
    expect(collected([[AGAIN, { Again: Users }]], own).exports).toEqual({ Users: { module: AGAIN, export: 'Again' } });
  });

  it('tells where classes are declared, and nothing of those that did not say so', () => {
    const { declared } = collected(
      [[APP, { Users }]],
      [
        [Base, {}],
        [Users, {}],
        [User, {}],
      ],
    );
    expect(declared).toEqual({ Users: { file: APP, start: 1 }, Base: { file: APP, start: 0 } });
  });

  it('tells which classes the type names of controllers, their base classes and providers stand for', () => {
    const fail = () => {
      throw new ReferenceError('x is not defined');
    };
    const { references, application } = collected(
      [[APP, { Users }]],
      [
        [
          Users,
          {
            User: () => User,
            'models.Missing': fail,
            Shape: () => undefined,
            String: () => String,
            Map: () => Map,
            options: () => ({}),
          },
        ],
        [Base, { Store: () => Store }],
        [Store, { Clock: () => Clock, Stranger: () => class Stranger {} }],
      ],
    );
    expect(references).toEqual({ Users: { User: 'User' }, Base: { Store: 'Store' }, Store: { Clock: 'Clock' } });
    expect(Object.keys(application.classes)).toContain('User');
  });

  it('names exported classes whose routes are nobody’s', () => {
    class Stray extends Base {
      own() {}
    }
    Get()(Stray.prototype, 'own', {});
    class Plain {}
    expect(
      collected([
        [APP, { Users, Base, Plain }],
        [AGAIN, { Stray, Other: Stray, text: 'x' }],
      ]).strays,
    ).toEqual({ [AGAIN]: ['Stray', 'Other'] });
  });
});

describe('the child process', () => {
  it('hears what classes announce', () => {
    const declarations = collectDeclarations();
    const declare = (globalThis as unknown as Record<symbol, (...values: unknown[]) => void>)[Symbol.for(DECLARE)];
    declare?.(Users, APP, 7, {});
    expect([...declarations.classes]).toEqual([[Users, { file: APP, start: 7, references: {} }]]);
  });
});
