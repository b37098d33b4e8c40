import { Instances } from '../../src/handler/instances.js';
import { Controller, createHandler, Get, Inject, Injectable } from '../../src/index.js';
import { ClassTable } from '../../src/model/class-table.js';
import { readApplication } from '../../src/model/read-application.js';
import type { ControllerReading } from '../../src/model/reading.js';
import { scopeOfReading } from '../../src/model/wiring-scope.js';
import { httpApiEvent } from '../../src/testing/index.js';

let made: string[] = [];

beforeEach(() => {
  made = [];
});

@Injectable()
class Client {
  constructor() {
    made.push('Client');
  }
}

abstract class Store {
  abstract readonly client: Client;
}

@Injectable()
class MemoryStore extends Store {
  constructor(readonly client: Client) {
    super();
    made.push('MemoryStore');
  }
}

@Injectable()
class Clock {
  constructor(readonly client: Client) {
    made.push('Clock');
  }
}

@Injectable()
class FineClock extends Clock {}

class Base {
  constructor(
    @Inject(MemoryStore) readonly store: Store,
    readonly clock: FineClock,
  ) {
    made.push('Base');
  }
}

@Controller('/things')
class ThingsController extends Base {
  @Get()
  list(): unknown {
    return { same: (this.store as MemoryStore).client === this.clock.client, clock: this.clock instanceof FineClock };
  }
}

const make = (): unknown => {
  const classes = new ClassTable();
  const application = readApplication([ThingsController], classes);
  const scope = scopeOfReading(application, application.controllers[0] as ControllerReading);
  return new Instances(scope, [scope.controller], classes).make().of(scope.controller);
};

describe('Instances', () => {
  it('constructs what a class needs before it, each class once', () => {
    const controller = make() as ThingsController;
    expect(controller).toBeInstanceOf(ThingsController);
    expect(controller.store).toBeInstanceOf(MemoryStore);
    expect(controller.clock).toBeInstanceOf(FineClock);
    expect(controller.store.client).toBe(controller.clock.client);
    expect(made).toEqual(['Client', 'MemoryStore', 'Clock', 'Base']);
  });

  it('shares nothing between two calls', () => {
    expect((make() as ThingsController).clock).not.toBe((make() as ThingsController).clock);
  });

  it('is done once for a handler, not for each event', async () => {
    const handler = createHandler(ThingsController, 'list');
    expect(made).toHaveLength(4);
    for (let count = 0; count < 3; count++)
      expect(await handler(httpApiEvent({ method: 'GET', path: '/things' }))).toMatchObject({
        body: '{"same":true,"clock":true}',
      });
    expect(made).toHaveLength(4);
  });
});
