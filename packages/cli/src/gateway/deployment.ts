import { join } from 'node:path';
import type { BuildResult } from '@gatewright/core/compiler';
import { type Environment, functionEnvironment } from './function-environment.js';
import { LocalFunction } from './local-function.js';
import type { Log } from './log.js';
import { matchRoute, type RouteMatch } from './route-match.js';

/** A route of the manifest. */
export type RouteManifest = BuildResult['manifest']['routes'][number];

/** What the local gateway needs of a finished build. */
export interface DeployableBuild {
  readonly manifest: { readonly routes: readonly RouteManifest[] };
  readonly functions: readonly Pick<BuildResult['functions'][number], 'id' | 'dir' | 'entry'>[];
}

/** How a build is deployed. */
export interface DeploymentOptions {
  /** Environment variables of every function. */
  readonly environment?: Environment;
  readonly log: Log;
}

/** An HTTP API waits this many seconds for a function; it cannot be raised. */
export const INTEGRATION_TIMEOUT = 30;

/** One build behind the gateway: its routes, each with its function. */
export class Deployment {
  readonly routes: readonly RouteManifest[];
  readonly #functions: ReadonlyMap<string, LocalFunction>;

  constructor(build: DeployableBuild, { environment = {}, log }: DeploymentOptions) {
    const routes = new Map(build.manifest.routes.map((route) => [route.id, route]));
    this.routes = build.manifest.routes;
    this.#functions = new Map(
      build.functions.flatMap(({ id, dir, entry }) => {
        const route = routes.get(id);
        if (route === undefined) return [];
        const options = {
          entry: join(dir, entry),
          environment: functionEnvironment(route, environment),
          timeout: route.lambda.timeout ?? INTEGRATION_TIMEOUT,
          onLine: (line: string) => log.line(id, line),
        };
        return [[id, new LocalFunction(options)] as const];
      }),
    );
  }

  /** Finds the route of a request; the path is percent-encoded, without query string. */
  match(method: string, path: string): RouteMatch<RouteManifest> | undefined {
    return matchRoute(this.routes, method, path);
  }

  /** Runs a route's function and gives its result as JSON. */
  async invoke(route: RouteManifest, event: string, awsRequestId: string): Promise<string> {
    const target = this.#functions.get(route.id);
    if (target === undefined) throw new Error(`the build has no function for ${route.id}`);
    return target.invoke({ event, awsRequestId });
  }

  /** Lets requests under way finish, then ends its functions. */
  async retire(): Promise<void> {
    await Promise.all([...this.#functions.values()].map((each) => each.retire()));
  }

  /** Ends its functions at once. */
  async stop(): Promise<void> {
    await Promise.all([...this.#functions.values()].map((each) => each.stop()));
  }
}
