import type { Budgets } from '@gatewright/core/compiler';

/** How the handlers are bundled. */
export interface BundlingOptions {
  /**
   * Whether white space and long names are taken out of the handlers.
   * @default true
   */
  readonly minify?: boolean;
  /**
   * Whether a source map is deployed beside each handler; Node.js reads it where the environment has `NODE_OPTIONS: '--enable-source-maps'`.
   * @default false a map holds the whole of each source, so that its function would be deployed anew with every change of the file
   */
  readonly sourceMap?: boolean;
  /**
   * Packages left out of the bundles because the runtime or a layer provides them: names, `@scope/*` or `name/*`.
   * @default [] everything is bundled, the AWS SDK too
   */
  readonly external?: readonly string[];
  /**
   * Packages copied into the functions that import them, `node_modules` with all that they depend on, instead of bundled: those that
   * read files beside themselves, or have native addons; the project's copies, so install those that the functions' platform needs.
   * @default []
   */
  readonly nodeModules?: readonly string[];
  /**
   * Whether functions are taken from earlier builds where nothing that they are made of has changed.
   * @default true in `node_modules/.cache/gatewright` of the application's root
   */
  readonly cache?: boolean;
  /**
   * Bytes of code that each function (`function`), single functions by id (`functions`) and all together (`application`) may have;
   * larger ones are an error.
   * @default no limits
   */
  readonly budgets?: Budgets;
}
