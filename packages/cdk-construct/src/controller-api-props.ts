import type { Packaging } from '@gatewright/core/compiler';
import type { RemovalPolicy } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { BundlingOptions } from './bundling-options.js';
import type { FunctionDefaults } from './function-defaults.js';
import type { FunctionPlan, StackLayout } from './plan/gateway-plan.js';
import type { Resources } from './resources-prop.js';

/** What every construct is made from; the settings of {@link FunctionDefaults} hold for every function. */
export interface ControllerApiProps extends FunctionDefaults {
  /** Globs of the files that declare controllers, relative to `projectRoot`, for example `src/**\/*.controller.ts`. */
  readonly controllers: string | readonly string[];
  /**
   * Path of the module that exports the `@Application` class, relative to `projectRoot`; its middleware and error mappings are every route's.
   * @default - none
   */
  readonly application?: string;
  /**
   * The application's root folder, absolute or relative to the working directory.
   * @default process.cwd() with the CDK command line, the folder of `cdk.json`
   */
  readonly projectRoot?: string;
  /**
   * Tables, queues, buckets and the like, and URLs, by the names that the controllers have for them. Each function is granted the access
   * that `@Uses` of its routes' code asks for, no more, and told their names.
   * @default {} none
   */
  readonly resources?: Resources;
  /**
   * How the handlers are bundled.
   * @default {} minified, without source maps, everything included
   */
  readonly bundling?: BundlingOptions;
  /**
   * Settings of single functions, which come before what `@Lambda` says of them: the network of those that need it, for example.
   * @default - none
   */
  readonly settingsFor?: (fn: Pick<FunctionPlan, 'id' | 'routes'>) => FunctionDefaults | undefined;
  /**
   * Called with each function when it is made, to change it, to grant it something or to set alarms on it. It has the last word.
   * @default - none
   */
  readonly configureFunction?: (fn: LambdaFunction, plan: FunctionPlan) => void;
  /**
   * Which routes a function answers where no `@Packaging` says it: one, its controller's, or the application's. Changing it for a deployed
   * API replaces its functions.
   * @default 'route'; 'app' for a Function URL
   */
  readonly packaging?: Packaging;
  /**
   * `per-controller` puts what belongs to one controller into a nested stack of its own, for applications that one stack cannot hold.
   * Changing it for a deployed API replaces its functions.
   * @default 'one' everything is in the construct's own stack
   */
  readonly stacks?: StackLayout;
  /**
   * What becomes of the log groups when they leave the stack.
   * @default RemovalPolicy.RETAIN they stay and empty themselves as their retention passes
   */
  readonly removalPolicy?: RemovalPolicy;
}
