import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { BuildResult, FunctionManifest, RouteManifest } from '@gatewright/core/compiler';
import type { LocalAuthorizer } from './authorize.js';
import { type Environment, functionEnvironment } from './function-environment.js';
import { LocalFunction } from './local-function.js';
import type { Log } from './log.js';
import { matchRoute, type RouteMatch } from './route-match.js';

export type { FunctionManifest, RouteManifest };

/** What the local gateway needs of a finished build. */
export interface DeployableBuild {
  readonly manifest: Pick<BuildResult['manifest'], 'routes' | 'functions' | 'authorizers'>;
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

/** One build behind the gateway: its routes, each with the function that answers it, if one does. */
export class Deployment {
  readonly routes: readonly RouteManifest[];
  readonly #functions: readonly LocalFunction[];
  /** By the id of each route. */
  readonly #answering: ReadonlyMap<string, LocalFunction>;
  /** By the name of each authorizer. */
  readonly #authorizers: ReadonlyMap<string, LocalAuthorizer>;
  readonly #held = new Set<Promise<unknown>>();

  constructor({ manifest, functions }: DeployableBuild, options: DeploymentOptions) {
    this.routes = manifest.routes;
    const folders = new Map(functions.map(({ id, dir, entry }) => [id, join(dir, entry)]));
    // each look at the environment of this process asks the operating system
    const shared = { ...options, own: { ...process.env } };
    const local = manifest.functions.map((each) => createFunction(each, folders.get(each.id) as string, shared));
    this.#functions = local;
    this.#answering = new Map(
      manifest.functions.flatMap(({ routes }, index) =>
        routes.map((route) => [route, local[index] as LocalFunction] as const),
      ),
    );
    const byId = new Map(manifest.functions.map(({ id }, index) => [id, local[index] as LocalFunction]));
    this.#authorizers = new Map(
      (manifest.authorizers ?? []).map((each) => {
        const fn = byId.get(each.id) as LocalFunction;
        const ask = (event: string) => fn.invoke({ event, awsRequestId: randomUUID() });
        return [each.name, { manifest: each, ask, onLine: (line) => options.log.line(each.id, line) }] as const;
      }),
    );
  }

  /** Finds the route of a request; the path is percent-encoded, without query string. */
  match(method: string, path: string): RouteMatch<RouteManifest> | undefined {
    return matchRoute(this.routes, method, path);
  }

  /** Whether a function answers a route, rather than the gateway itself. */
  hasFunction({ id }: RouteManifest): boolean {
    return this.#answering.has(id);
  }

  /** The application's own authorizer that a route asks for by its name. */
  authorizerOf({ authorization }: RouteManifest): LocalAuthorizer | undefined {
    const name = authorization?.kind === 'authorizer' ? authorization.name : undefined;
    return name === undefined ? undefined : this.#authorizers.get(name);
  }

  /** Does the work of one request, which may invoke one function after another, before it retires. */
  async hold<TResult>(work: () => Promise<TResult>): Promise<TResult> {
    const held = work();
    this.#held.add(held);
    try {
      return await held;
    } finally {
      this.#held.delete(held);
    }
  }

  /** Runs a route's function and gives its result as JSON. */
  async invoke(route: RouteManifest, event: string, awsRequestId: string): Promise<string> {
    // every route that is not answered without one is in a function of the manifest
    return (this.#answering.get(route.id) as LocalFunction).invoke({ event, awsRequestId });
  }

  /** Lets requests under way finish, then ends its functions. */
  async retire(): Promise<void> {
    await Promise.allSettled(this.#held);
    await Promise.all(this.#functions.map((each) => each.retire()));
  }

  /** Ends its functions at once. */
  async stop(): Promise<void> {
    await Promise.all(this.#functions.map((each) => each.stop()));
  }
}

const createFunction = (
  { id, lambda }: FunctionManifest,
  entry: string,
  { environment = {}, log, own }: DeploymentOptions & { readonly own: Environment },
): LocalFunction =>
  new LocalFunction({
    entry,
    environment: functionEnvironment({ id, lambda }, environment, own),
    timeout: lambda.timeout ?? INTEGRATION_TIMEOUT,
    onLine: (line) => log.line(id, line),
  });
