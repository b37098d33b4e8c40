import { planHttpApi } from '../../src/plan/http-api.js';
import { manifestOf, manyRoutes, route, todos } from '../manifest.js';

const options = {
  where: 'ControllerHttpApi Stack/Api',
  defaults: {
    memorySize: 256,
    timeout: 10,
    environment: { TABLE: 'all', LOG: 'info' },
    architecture: 'arm64' as const,
  },
  integrationsBeside: 0,
  resourcesBeside: 3,
};

describe('planHttpApi', () => {
  it('plans a route and a function for each route of the manifest', () => {
    const plan = planHttpApi(todos, options);

    expect(plan.routes).toEqual([
      { id: 'TodosController.create', method: 'POST', path: '/todos', functionId: 'TodosController.create' },
      { id: 'TodosController.list', method: 'GET', path: '/todos', functionId: 'TodosController.list' },
    ]);
    expect(plan.functions.map(({ id }) => id)).toEqual(['TodosController.create', 'TodosController.list']);
    expect(plan.counts).toEqual({ integrations: 2, resources: 15 });
    expect(plan.problems).toEqual([]);
  });

  it('takes the settings of a route before the defaults, and merges environments key by key', () => {
    const [create, list] = planHttpApi(todos, options).functions;

    expect(create?.settings).toEqual({
      memorySize: 512,
      timeout: 20,
      environment: { TABLE: 'own', LOG: 'info', MODE: 'w' },
      architecture: 'arm64',
      description: 'POST /todos (TodosController.create)',
    });
    expect(list?.settings).toEqual({ ...options.defaults, description: 'GET /todos (TodosController.list)' });
  });

  it('gives a route the same plan whatever routes are beside it', () => {
    const alone = planHttpApi(manifestOf(...todos.routes.slice(1)), options);
    const together = planHttpApi(todos, options);

    expect(together.functions).toContainEqual(alone.functions[0]);
    expect(together.routes).toContainEqual(alone.routes[0]);
  });

  it('is plain data', () => {
    const plan = planHttpApi(todos, options);

    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  it('accepts as many routes as a stack has room for', () => {
    expect(planHttpApi(manyRoutes(82), options)).toMatchObject({ counts: { resources: 495 }, problems: [] });
  });

  it('refuses more than 500 resources', () => {
    expect(planHttpApi(manyRoutes(83), options).problems).toEqual([
      {
        code: 'RESOURCES_EXCEEDED',
        where: 'ControllerHttpApi Stack/Api',
        message: expect.stringMatching(
          /^its routes make 501 resources and a CloudFormation stack holds at most 500,.*; move some/,
        ),
      },
    ]);
  });

  it('refuses more than 300 integrations of one API, with those it has already', () => {
    const beside = { ...options, integrationsBeside: 299, resourcesBeside: 0 };

    expect(planHttpApi(manyRoutes(1), beside).problems).toEqual([]);
    expect(planHttpApi(manyRoutes(2), beside).problems).toEqual([
      {
        code: 'INTEGRATIONS_EXCEEDED',
        where: 'ControllerHttpApi Stack/Api',
        message: expect.stringMatching(
          /^the API would have 301 integrations and an HTTP API holds at most 300,.*; give some/,
        ),
      },
    ]);
  });

  it('reports all problems at once', () => {
    expect(planHttpApi(manyRoutes(301), options).problems.map(({ code }) => code)).toEqual([
      'INTEGRATIONS_EXCEEDED',
      'RESOURCES_EXCEEDED',
    ]);
  });

  it('warns of a timeout that an HTTP API does not wait for', () => {
    const manifest = manifestOf(
      route('ReportsController.make', 'POST', '/reports', { timeout: 31 }),
      route('ReportsController.list', 'GET', '/reports', { timeout: 30 }),
    );

    expect(planHttpApi(manifest, options).functions.map(({ warnings }) => warnings)).toEqual([
      [
        {
          code: 'TIMEOUT_ABOVE_GATEWAY',
          where: 'ReportsController.make (POST /reports)',
          message: expect.stringContaining(
            'its timeout is 31 seconds and an HTTP API waits at most 30; set 30 or less',
          ),
        },
      ],
      [],
    ]);
  });
});
