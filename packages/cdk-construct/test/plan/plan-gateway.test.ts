import { DEFAULT_SETTINGS, type GatewayPlanOptions, planGateway } from '../../src/plan/index.js';
import { manifestOf, manyControllers, manyRoutes, route, todos } from '../manifest.js';

const options: GatewayPlanOptions = {
  frontDoor: 'http-api',
  where: 'ControllerHttpApi Stack/Api',
  defaults: { ...DEFAULT_SETTINGS, environment: { TABLE: 'all', LOG: 'info' } },
  beside: { resources: 3 },
};
const rest: GatewayPlanOptions = { ...options, frontDoor: 'rest-api', where: 'ControllerRestApi Stack/Api' };

describe('planGateway', () => {
  it('plans a route, a function, a log group and a permission for each route of an HTTP API', () => {
    const plan = planGateway(todos, options);

    expect(plan.routes[0]).toEqual({
      id: 'TodosController.create',
      stack: '',
      method: 'POST',
      path: '/todos',
      integration: { type: 'lambda', functionId: 'TodosController.create' },
      streams: false,
      requiredParameters: [],
      authorization: { type: 'none', isMeant: true },
      apiKey: false,
    });
    expect(plan.functions.map(({ id }) => id)).toEqual(['TodosController.create', 'TodosController.list']);
    expect(plan.logGroups[1]).toEqual({ functionId: 'TodosController.list', stack: '', retentionDays: 90 });
    expect(plan.permissions[1]).toEqual({ functionId: 'TodosController.list', stack: '', source: '*/*/todos' });
    expect(plan.stacks).toEqual([{ id: '', resources: 15 }]);
    expect(plan.problems).toEqual([]);
    expect(plan.warnings).toEqual([]);
  });

  it('takes what @Lambda says before the defaults, and merges environments key by key', () => {
    const [create, list] = planGateway(todos, options).functions;

    expect(create?.settings).toEqual({
      ...DEFAULT_SETTINGS,
      memorySize: 512,
      timeout: 20,
      environment: { TABLE: 'own', LOG: 'info', MODE: 'w' },
      description: 'POST /todos (TodosController.create)',
    });
    expect(list?.settings).toEqual({ ...options.defaults, description: 'GET /todos (TodosController.list)' });
  });

  it('takes overrides of single functions before what @Lambda says', () => {
    const overrides = { 'TodosController.create': { timeout: 5, environment: { MODE: 'x' } } };
    const [create, list] = planGateway(todos, { ...options, overrides }).functions;

    expect(create?.settings).toMatchObject({ memorySize: 512, timeout: 5, environment: { MODE: 'x', TABLE: 'own' } });
    expect(list?.settings.timeout).toBe(10);
  });

  it('gives a route the same plan whatever routes are beside it', () => {
    const alone = planGateway(manifestOf(...todos.routes.slice(1)), options);
    const together = planGateway(todos, options);

    expect(together.functions).toContainEqual(alone.functions[0]);
    expect(together.routes).toContainEqual(alone.routes[0]);
  });

  it('is plain data', () => {
    for (const each of [options, rest, { ...options, frontDoor: 'function-url' as const }]) {
      const plan = planGateway(todos, each);
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    }
  });

  it('allows a function with several routes to be invoked for the whole API, in one permission', () => {
    const plan = planGateway(manyControllers(1, 200, 'controller'), options);

    expect(plan.permissions).toEqual([{ functionId: 'Part0Controller', stack: '', source: '*/*/*' }]);
    expect(plan.functions[0]?.settings.description).toBe('Part0Controller (200 routes)');
  });

  it('leaves path parameters open in what a REST API may invoke a function for', () => {
    const manifest = manifestOf(
      route('FilesController.get', 'GET', '/files/{id}/{path+}'),
      route('FilesController.any', 'ANY', '/files'),
    );

    expect(planGateway(manifest, rest).permissions.map(({ source }) => source)).toEqual([
      '*/GET/files/*/*',
      '*/*/files',
    ]);
  });

  it('tells what a gateway can see the absence of', () => {
    const type = { kind: 'string' } as const;
    const search = {
      ...route('TodosController.search', 'GET', '/todos/{list}'),
      parameters: [
        { index: 0, in: 'path', name: 'list', type, required: true },
        { index: 1, in: 'query', name: 'page', type: { kind: 'number' }, required: true },
        { index: 2, in: 'query', name: 'size', type: { kind: 'number' }, required: false },
        { index: 3, in: 'query', type, required: true },
        { index: 4, in: 'header', name: 'x-mode', type: { kind: 'enum', values: ['fast', 1] }, required: true },
        { index: 5, in: 'cookie', name: 'session', type: { kind: 'number' }, required: true },
        // a blank one is a value to the handler, and none to the gateway
        { index: 6, in: 'query', name: 'q', type, required: true },
        { index: 7, in: 'query', name: 'sort', type: { kind: 'enum', values: ['', 'name'] }, required: true },
        { index: 8, in: 'query', name: 'ids', type: { kind: 'array', items: type }, required: true },
      ] as const,
    };

    expect(planGateway(manifestOf(search), rest).routes[0]?.requiredParameters).toEqual([
      { in: 'path', name: 'list' },
      { in: 'query', name: 'page' },
      { in: 'header', name: 'x-mode' },
    ]);
  });

  it('has a function with provisioned concurrency invoked through an alias', () => {
    const manifest = manifestOf(route('A.a', 'GET', '/a', { provisionedConcurrentExecutions: 2 }));

    expect(planGateway(manifest, options).functions[0]?.settings.alias).toBe('live');
    expect(planGateway(manifest, options).stacks[0]?.resources).toBe(3 + 8);
    const named = { ...options, defaults: { ...DEFAULT_SETTINGS, alias: 'stable' } };
    expect(planGateway(manifest, named).functions[0]?.settings.alias).toBe('stable');
  });

  it.each([
    ['an HTTP API', options, 31, 30],
    ['a REST API', rest, 30, 29],
  ])('warns of a timeout that %s does not wait for', (what, given, long, most) => {
    const manifest = manifestOf(
      route('ReportsController.make', 'POST', '/reports', { timeout: long }),
      route('ReportsController.list', 'GET', '/reports', { timeout: most }),
    );

    expect(planGateway(manifest, given).functions.map(({ warnings }) => warnings)).toEqual([
      [
        {
          code: 'TIMEOUT_ABOVE_GATEWAY',
          where: 'ReportsController.make (POST /reports)',
          message: expect.stringContaining(
            `its timeout is ${long} seconds and ${what} waits at most ${most}; set ${most}`,
          ),
        },
      ],
      [],
    ]);
  });

  it('knows that a REST API waits a quarter of an hour for an answer that streams', () => {
    const ticks = { ...route('A.ticks', 'GET', '/ticks', { timeout: 900 }), streams: 'sse' as const };

    expect(planGateway(manifestOf(ticks), rest).functions[0]?.warnings).toEqual([]);
    expect(planGateway(manifestOf(ticks), rest).routes[0]?.streams).toBe(true);
    expect(planGateway(manifestOf(ticks), options).functions[0]?.warnings).toHaveLength(1);
  });

  it('refuses what a REST API has no place for: two names of one variable', () => {
    const manifest = manifestOf(
      route('UsersController.get', 'GET', '/users/{id}'),
      route('UsersController.posts', 'GET', '/users/{userId}/posts'),
      route('UsersController.put', 'PUT', '/users/{id}'),
    );

    expect(planGateway(manifest, rest).problems).toEqual([
      {
        code: 'PATH_VARIABLE_CONFLICT',
        where: 'UsersController.posts (GET /users/{userId}/posts)',
        message:
          'has {userId} where UsersController.get (/users/{id}) has {id}, and a REST API takes one name at a place; write {id}',
      },
    ]);
    expect(planGateway(manifest, options).problems).toEqual([]);
  });

  it('reports all problems at once', () => {
    expect(planGateway(manyRoutes(301), options).problems.map(({ code }) => code)).toEqual([
      'RESOURCES_EXCEEDED',
      'INTEGRATIONS_EXCEEDED',
    ]);
  });
});
