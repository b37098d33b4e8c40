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

/** What is said of one function comes before what was said before; environments are merged key by key. */
export const mergeSettings = (before: FunctionSettings, own: Partial<FunctionSettings>): FunctionSettings => ({
  ...before,
  ...own,
  environment: { ...before.environment, ...own.environment },
});

/** Gives an alias to a function that needs one. */
export const publish = (settings: FunctionSettings): FunctionSettings =>
  settings.provisionedConcurrentExecutions === undefined ? settings : { alias: LIVE, ...settings };
