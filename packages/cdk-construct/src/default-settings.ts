import type { FunctionDefaults } from './function-defaults.js';
import type { FunctionSettings } from './plan/function-settings.js';

/** The settings that hold for every function, as the plan reads them: seconds, megabytes, names. */
export const readDefaults = (defaults: FunctionDefaults): FunctionSettings => ({
  memorySize: defaults.memorySize ?? 256,
  timeout: defaults.timeout?.toSeconds() ?? 10,
  environment: defaults.environment ?? {},
  architecture: defaults.architecture?.name === 'x86_64' ? 'x86_64' : 'arm64',
  ...(defaults.ephemeralStorageSize && { ephemeralStorageSize: defaults.ephemeralStorageSize.toMebibytes() }),
});
