import type { Packaging } from '../model/manifest.js';
import type { BundleOptions } from './options.js';

/** What `dev.start` brings up for the local gateway. */
export interface DevServices {
  /** Environment variables for every local function. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Called once when the local gateway stops. */
  readonly stop?: () => void | Promise<void>;
}

/** The contents of `gatewright.config.ts`. */
export interface GatewrightConfig extends BundleOptions {
  /** Globs of the files that declare controllers, relative to the configuration file's folder. */
  readonly controllers: string | readonly string[];
  /**
   * Path of the module that exports the `@Application` class, relative to the configuration file's folder.
   * @default none
   */
  readonly application?: string;
  /**
   * Which routes a function answers where no `@Packaging` says it: one, its controller's, or the application's.
   * @default 'route'
   */
  readonly packaging?: Packaging;
  /** @default '.gatewright' */
  readonly outDir?: string;
  /** Settings of `gatewright dev`. */
  readonly dev?: {
    /** @default 3000, or the environment's PORT */
    readonly port?: number;
    /** @default '127.0.0.1' */
    readonly host?: string;
    /** Environment variables for every local function. */
    readonly environment?: Readonly<Record<string, string>>;
    /**
     * Whether answers of routes with `@Returns` that break the rules of the class are answered 500 and logged.
     * @default false, unless `@Returns` says so
     */
    readonly validateAnswers?: boolean;
    /** Starts what the handlers need locally (an emulator, a container); called once, before the first build is served. */
    readonly start?: () => DevServices | Promise<DevServices>;
    /**
     * Arguments of `curl`, shown when the local gateway is ready; `{url}` stands for its address.
     * @default one line for each of up to three GET routes that need nothing from the caller
     * @example ["-X POST {url}/todos -H 'content-type: application/json' -d '{\"title\":\"Milk\"}'"]
     */
    readonly examples?: readonly string[];
  };
}

/**
 * Types the configuration of an application and returns it as it is.
 *
 * @example
 * export default defineConfig({ controllers: 'src/*.controller.ts' });
 */
export const defineConfig = (config: GatewrightConfig): GatewrightConfig => config;
