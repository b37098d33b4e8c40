import { DEFAULT_SETTINGS, type GatewayPlanOptions, planGateway } from '../../src/plan/index.js';
import { openRoutes } from '../../src/plan/open-routes.js';
import { manifestOf, manyRoutes, route } from '../manifest.js';

const options: GatewayPlanOptions = {
  frontDoor: 'http-api',
  where: 'Api',
  defaults: DEFAULT_SETTINGS,
  beside: { resources: 3 },
};
const { authorization: _, ...silent } = route('OrdersController.list', 'GET', '/orders');
const orders = (count: number) =>
  Array.from({ length: count }, (_value, index) => ({
    ...silent,
    id: `OrdersController.get${index}`,
    path: `/orders/${index}`,
  }));
const messageOf = (...routes: Parameters<typeof manifestOf>) =>
  openRoutes(planGateway(manifestOf(...routes), options).routes, 'Api').map(({ message }) => message);

describe('openRoutes', () => {
  it('names each route that is open without saying so', () => {
    expect(messageOf(...orders(2), route('UsersController.list', 'GET', '/users'))).toEqual([
      expect.stringMatching(
        /^OrdersController\.get0 \(GET \/orders\/0\), OrdersController\.get1 \(GET \/orders\/1\): open to everyone;/,
      ),
    ]);
  });

  it('names a controller once where all of its routes are open', () => {
    expect(messageOf(...orders(70), silent)).toEqual([
      expect.stringMatching(/^all 71 routes of OrdersController: open/),
    ]);
  });

  it('names the routes where others of the controller are not open', () => {
    const message = messageOf(...orders(5), { ...silent, authorization: { kind: 'public' } })[0];
    expect(message).toMatch(/^(OrdersController\.get\d \(GET \/orders\/\d\)(, )?){5}: open/);
  });

  it('says nothing of routes that are meant to be open', () => {
    expect(messageOf(...manyRoutes(5).routes)).toEqual([]);
  });
});

describe('planGateway, where who gets through is not known', () => {
  it('takes every authorizer for given, and tells of no open route', () => {
    const named = { ...silent, authorization: { kind: 'authorizer', name: 'users' } } as const;
    const { problems, warnings } = planGateway(manifestOf(named, ...orders(2)), options);
    expect([problems, warnings]).toEqual([[], []]);
  });

  it('refuses what the front door does not have', () => {
    const { problems } = planGateway(manifestOf({ ...silent, apiKey: true }), options);
    expect(problems).toEqual([expect.objectContaining({ code: 'GUARD_UNSUPPORTED' })]);
  });
});
