import type { LambdaOptions, Manifest, Packaging, RouteManifest } from '@gatewright/core/compiler';

const source = { file: 'src/todos.controller.ts', line: 1, column: 1 };

/** A route of `TodosController`, or of the controller named in its id. */
export function route(
  id: string,
  method: RouteManifest['method'],
  path: string,
  lambda: LambdaOptions = {},
): RouteManifest {
  const [controller = '', controllerMethod = ''] = id.split('.');
  return {
    id,
    method,
    path,
    controller,
    controllerMethod,
    parameters: [],
    headers: {},
    returns: { kind: 'unknown' },
    answers: 'value',
    promise: 'always',
    layers: [],
    catches: [],
    authorization: { kind: 'public' },
    integration: { type: 'lambda' },
    lambda,
    source,
  };
}

export const manifestOf = (...routes: RouteManifest[]): Manifest => ({
  version: 2,
  controllers: [],
  routes,
  functions: routes.map(({ id, lambda }) => ({ id, packaging: 'route', routes: [id], lambda })),
  classes: {},
});

/** Two routes: one as the defaults have it, one with settings of its own. */
export const todos = manifestOf(
  route('TodosController.create', 'POST', '/todos', {
    memorySize: 512,
    timeout: 20,
    environment: { TABLE: 'own', MODE: 'w' },
  }),
  route('TodosController.list', 'GET', '/todos'),
);

/** As many routes as asked for. */
export const manyRoutes = (count: number): Manifest =>
  manifestOf(
    ...Array.from({ length: count }, (_, index) => route(`ItemsController.get${index}`, 'GET', `/items/${index}`)),
  );

/** As many controllers as asked for, with as many routes each, packaged as asked for; no source is compiled for them. */
export function manyControllers(count: number, routesEach: number, packaging: Packaging = 'route'): Manifest {
  const routes = Array.from({ length: count }, (_, controller) =>
    Array.from({ length: routesEach }, (_, method) =>
      route(`Part${controller}Controller.get${method}`, 'GET', `/part${controller}/items${method}/{id}`),
    ),
  );
  const manifest = manifestOf(...routes.flat());
  if (packaging === 'route') return manifest;
  const groups = packaging === 'app' ? [routes.flat()] : routes;
  const functions = groups.map((group) => ({
    id: packaging === 'app' ? 'app' : (group[0] as RouteManifest).controller,
    packaging,
    routes: group.map(({ id }) => id),
    lambda: {},
  }));
  return { ...manifest, functions };
}
