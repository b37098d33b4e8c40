import type { LambdaOptions } from '@gatewright/core/compiler';

/** Settings of a function that a route may set for itself, with those that are always explicit. */
export interface FunctionSettings extends LambdaOptions {
  readonly memorySize: number;
  readonly timeout: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly architecture: 'arm64' | 'x86_64';
}

/** What a route says comes before what holds for every function; environments are merged key by key. */
export const mergeSettings = (defaults: FunctionSettings, route: LambdaOptions): FunctionSettings => ({
  ...defaults,
  ...route,
  environment: { ...defaults.environment, ...route.environment },
});
