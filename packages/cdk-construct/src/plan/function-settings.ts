import type { LambdaOptions } from '@gatewright/core/compiler';

/** Settings of a function that `@Lambda` may set, with those that are always explicit. */
export interface FunctionSettings extends LambdaOptions {
  readonly memorySize: number;
  readonly timeout: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly architecture: 'arm64' | 'x86_64';
  readonly logRetentionDays: number;
  /** Name of the alias that is invoked in place of the newest code; absent where there is none. */
  readonly alias?: string;
  /** Whether something gives the role a policy beside its own, such as a dead-letter queue. */
  readonly needsPolicy?: boolean;
}

/** What holds for a function where nothing else is said. */
export const DEFAULT_SETTINGS: FunctionSettings = {
  memorySize: 256,
  timeout: 10,
  environment: {},
  architecture: 'arm64',
  logRetentionDays: 90,
};

/** The alias of a function with provisioned concurrency, which Lambda has for versions and aliases only. */
const LIVE = 'live';

/** What `@Lambda` says comes before what holds for every function; environments are merged key by key. */
export function mergeSettings(defaults: FunctionSettings, own: LambdaOptions): FunctionSettings {
  const merged: FunctionSettings = {
    ...defaults,
    ...own,
    environment: { ...defaults.environment, ...own.environment },
  };
  const isPublished = merged.provisionedConcurrentExecutions !== undefined;
  return isPublished ? { ...merged, alias: merged.alias ?? LIVE } : merged;
}
