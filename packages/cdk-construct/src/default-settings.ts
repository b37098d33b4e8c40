import { Tracing } from 'aws-cdk-lib/aws-lambda';
import type { FunctionDefaults } from './function-defaults.js';
import type { FunctionSettings } from './plan/function-settings.js';

/** Settings as the plan reads them: seconds, megabytes, names; those that were not given are absent. */
export function readSettings(given: FunctionDefaults): Partial<FunctionSettings> {
  const settings: { readonly [TName in keyof FunctionSettings]: FunctionSettings[TName] | undefined } = {
    memorySize: given.memorySize,
    timeout: given.timeout?.toSeconds(),
    environment: given.environment,
    architecture: given.architecture && (given.architecture.name === 'x86_64' ? 'x86_64' : 'arm64'),
    ephemeralStorageSize: given.ephemeralStorageSize?.toMebibytes(),
    reservedConcurrentExecutions: given.reservedConcurrentExecutions,
    provisionedConcurrentExecutions: given.provisionedConcurrentExecutions,
    logLevel: given.logLevel,
    logRetentionDays: given.logRetention,
    tracing: given.tracing && given.tracing !== Tracing.DISABLED,
    alias: given.alias,
    needsPolicy: given.deadLetterQueue && true,
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
