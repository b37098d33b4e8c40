import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuiltFunction, FrontDoorName, RouteManifest } from '@gatewright/core/compiler';
import {
  albEvent,
  functionUrlEvent,
  type GatewayRequest,
  httpApiEvent,
  type MatchedRoute,
  restApiEvent,
} from '@gatewright/core/testing';
import { type Environment, functionEnvironment } from '../gateway/function-environment.js';

/** What starting a function and calling it for the first time took, medians of several fresh processes. */
export interface Measured {
  readonly initMilliseconds: number;
  readonly firstCallMilliseconds: number;
}

/** A measurement, or why there is none. */
export type Measurement = Measured | { readonly failure: string };

const PROCESSES = 5;
const LIMIT_MILLISECONDS = 30_000;
const WORKER = fileURLToPath(new URL('./measure-worker.js', import.meta.url));

/** A measured function reaches no account: what it would do there is not for a measurement to do. */
const NO_ACCOUNT = {
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  AWS_SESSION_TOKEN: '',
  AWS_PROFILE: undefined,
  AWS_EC2_METADATA_DISABLED: 'true',
};

/**
 * Starts a route's function in fresh processes, one after the other, and calls it with a request that has nothing but the path.
 *
 * @param environment the application's environment variables
 */
export const measureRoute = async (
  route: RouteManifest,
  built: BuiltFunction,
  { environment, frontDoor }: { readonly environment: Environment; readonly frontDoor: FrontDoorName },
): Promise<Measurement> => {
  const env = {
    ...functionEnvironment({ id: built.id, lambda: route.lambda }, { ...NO_ACCOUNT, ...environment }),
    NODE_OPTIONS: '',
  };
  const event = JSON.stringify(eventOf(route, frontDoor));
  const runs: Measured[] = [];
  for (let run = 0; run < PROCESSES; run++) {
    const measurement = await runOnce(join(built.dir, built.entry), event, env);
    if ('failure' in measurement) return measurement;
    runs.push(measurement);
  }
  return {
    initMilliseconds: median(runs.map(({ initMilliseconds }) => initMilliseconds)),
    firstCallMilliseconds: median(runs.map(({ firstCallMilliseconds }) => firstCallMilliseconds)),
  };
};

/** The event of each front door. */
const EVENTS: Readonly<Record<FrontDoorName, (request: GatewayRequest, route: MatchedRoute) => unknown>> = {
  'http-api': (request, route) => httpApiEvent(request, { route }),
  'rest-api': (request, route) => restApiEvent(request, { route }),
  'function-url': (request) => functionUrlEvent(request),
  alb: (request) => albEvent(request),
};

const eventOf = ({ method, path }: RouteManifest, door: FrontDoorName): unknown => {
  const verb = method === 'ANY' ? 'GET' : method;
  return EVENTS[door]({ method: verb, path: path.replace(/\{[^}]*\}/g, '1') }, { method, path });
};

const runOnce = async (entry: string, event: string, env: NodeJS.ProcessEnv): Promise<Measurement> => {
  const child = spawn(process.execPath, [WORKER, entry, event], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    timeout: LIMIT_MILLISECONDS,
  });
  let measurement: Measurement | undefined;
  child.once('message', (message) => {
    measurement = message as Measurement;
  });
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => resolve(signal ?? code));
  });
  return measurement ?? { failure: `the process ended with ${status}` };
};

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] as number;
