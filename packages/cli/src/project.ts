import { dirname, resolve } from 'node:path';
import { type GatewrightConfig, loadConfig } from '@gatewright/core/compiler';

/** An application as its configuration describes it. */
export interface Project {
  /** The folder of the configuration file; globs are relative to it. */
  readonly root: string;
  readonly config: GatewrightConfig;
  /** Absolute path of the configuration file. */
  readonly file: string;
}

/** Reads the configuration in a folder, by default the current one. */
export const loadProject = async (folder = '.'): Promise<Project> => {
  const { config, file } = await loadConfig(resolve(folder));
  return { root: dirname(file), config, file };
};
