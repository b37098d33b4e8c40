import { DEFAULT_SETTINGS, type GatewayPlanOptions, planGateway } from '../../src/plan/index.js';
import { manifestOf, manyControllers, manyRoutes, route } from '../manifest.js';

const http: GatewayPlanOptions = {
  frontDoor: 'http-api',
  where: 'ControllerHttpApi Stack/Api',
  defaults: DEFAULT_SETTINGS,
  beside: { resources: 3 },
};
const rest: GatewayPlanOptions = {
  ...http,
  frontDoor: 'rest-api',
  where: 'ControllerRestApi Stack/Api',
  beside: { resources: 4 },
};
const nested = { stacks: 'per-controller' } as const;

describe('planGateway, about stacks', () => {
  it('accepts as many routes as a stack has room for, and refuses one more', () => {
    expect(planGateway(manyRoutes(82), http)).toMatchObject({ stacks: [{ resources: 495 }], problems: [] });
    expect(planGateway(manyRoutes(83), http).problems).toEqual([
      {
        code: 'RESOURCES_EXCEEDED',
        where: 'ControllerHttpApi Stack/Api',
        message:
          'its routes make 501 resources and a CloudFormation stack holds at most 500, which AWS does not raise; ' +
          "set stacks: 'per-controller', or give controllers one function each with @Packaging('controller')",
      },
    ]);
  });

  it('puts 300 functions of an HTTP API into nested stacks', () => {
    const plan = planGateway(manyControllers(60, 5), { ...http, ...nested });

    expect(plan.problems).toEqual([]);
    expect(plan.stacks).toHaveLength(61);
    expect(plan.stacks[0]).toEqual({ id: '', resources: 63 });
    expect(plan.stacks[1]).toEqual({ id: 'Part0Controller', resources: 30 });
  });

  it('puts 400 functions of a REST API into nested stacks, and their permissions beside the API', () => {
    const plan = planGateway(manyControllers(60, 7), { ...rest, ...nested });

    expect(plan.problems).toEqual([]);
    expect(plan.stacks[0]).toEqual({ id: '', resources: 4 + 420 + 60 });
    expect(plan.stacks[1]?.resources).toBe(21);
    expect(plan.warnings.map(({ code }) => code)).toEqual(['QUOTA_NEAR', 'QUOTA_TO_RAISE']);
  });

  it('has room for 1,000 routes where each controller is one function', () => {
    const manifest = manyControllers(40, 25, 'controller');

    expect(planGateway(manifest, rest)).toMatchObject({ stacks: [{ resources: 4 + 160 }], problems: [] });
    expect(planGateway(manifest, http).problems.map(({ code }) => code)).toEqual(['RESOURCES_EXCEEDED']);
    const plan = planGateway(manifest, { ...http, ...nested });
    expect(plan.problems).toEqual([]);
    expect(plan.stacks[1]?.resources).toBe(5 + 25);
    expect(plan.warnings.map(({ message }) => message)).toEqual([
      '1000 routes of an HTTP API are more than the 300 that an account has at first; ask AWS to raise the quota before the deployment',
    ]);
  });

  it('says of a controller that is too large for a nested stack what to do', () => {
    expect(planGateway(manyControllers(1, 84), { ...http, ...nested }).problems[0]?.message).toBe(
      'the nested stack of Part0Controller would have 504 resources and a CloudFormation stack holds at most 500, which AWS does not ' +
        "raise; split the controller, or give it one function with @Packaging('controller')",
    );
    expect(planGateway(manyControllers(100, 4), { ...rest, ...nested }).problems[0]?.message).toMatch(
      /^its routes make 504 resources .*; give controllers one function each with @Packaging\('controller'\), or an API of their own$/,
    );
  });

  it('leaves a function of several controllers in the own stack', () => {
    const plan = planGateway(manyControllers(3, 2, 'app'), { ...http, ...nested });

    expect(plan.functions).toMatchObject([{ id: 'app', stack: '' }]);
    expect(plan.stacks).toEqual([{ id: '', resources: 3 + 5 + 6 }]);
  });

  it('counts two resources for a route that shares role and log group', () => {
    const plan = planGateway(manyRoutes(240), { ...rest, shared: { role: true, logGroup: true } });

    expect(plan).toMatchObject({ stacks: [{ resources: 4 + 480 }], logGroups: [], problems: [] });
  });

  it('counts the policy that tracing needs', () => {
    const traced = manifestOf(route('A.a', 'GET', '/a', { tracing: true }), route('A.b', 'GET', '/b'));

    expect(planGateway(traced, http).stacks[0]?.resources).toBe(3 + 7 + 6);
  });

  it('counts methods and path parts of routes that go into an existing REST API', () => {
    const manifest = manifestOf(route('A.a', 'GET', '/a/{id}'), route('A.b', 'POST', '/a'), route('A.c', 'GET', '/'));

    expect(planGateway(manifest, { ...rest, existing: true, beside: { resources: 0 } }).stacks[0]?.resources).toBe(
      3 * 4 + 3 + 2,
    );
  });

  it('counts the URL of each function and its permissions', () => {
    const app = manyControllers(3, 2, 'app');

    const options: GatewayPlanOptions = { ...http, frontDoor: 'function-url', beside: { resources: 0 } };

    expect(planGateway(app, options)).toMatchObject({ stacks: [{ resources: 4 }], permissions: [] });
    expect(planGateway(app, { ...options, openUrls: true }).stacks).toEqual([{ id: '', resources: 6 }]);
  });

  it('warns from 80 % of a quota on', () => {
    const warningsOf = (routes: number) =>
      planGateway(manyControllers(1, routes), { ...http, beside: { resources: 4 } }).warnings;

    expect(warningsOf(66)).toEqual([]);
    expect(warningsOf(67)).toEqual([
      {
        code: 'QUOTA_NEAR',
        where: 'ControllerHttpApi Stack/Api',
        message: '406 of 500 resources of a CloudFormation stack are used, more than 80 %; see "gatewright plan"',
      },
    ]);
    expect(planGateway(manyControllers(1, 70), { ...http, ...nested }).warnings[0]?.message).toBe(
      '420 of 500 resources of a CloudFormation stack (nested, Part0Controller) are used, more than 80 %; see "gatewright plan"',
    );
  });

  it('refuses more than 300 integrations of one HTTP API, with those it has already', () => {
    const beside = { resources: 0, integrations: 299 };

    expect(planGateway(manyRoutes(1), { ...http, beside }).problems).toEqual([]);
    expect(planGateway(manyRoutes(2), { ...http, beside }).problems).toEqual([
      {
        code: 'INTEGRATIONS_EXCEEDED',
        where: 'ControllerHttpApi Stack/Api',
        message: expect.stringMatching(/^the API would have 301 integrations and an HTTP API holds at most 300,/),
      },
    ]);
  });

  it('shows how much of each quota is used', () => {
    expect(planGateway(manyRoutes(2), http).quotas).toEqual([
      { name: 'stack-resources', of: '', used: 15, limit: 500 },
      { name: 'http-api-integrations', of: 'api', used: 2, limit: 300 },
      { name: 'http-api-routes', of: 'api', used: 2, limit: 300 },
    ]);
    expect(planGateway(manyRoutes(2), rest).quotas[1]).toEqual({
      name: 'rest-api-resources',
      of: 'api',
      used: 4,
      limit: 300,
    });
  });
});
