import type { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { ControllerApiProps } from './controller-api-props.js';
import type { CorsOptions } from './cors-options.js';

/** What a `ControllerFunctionUrl` is made from. */
export interface ControllerFunctionUrlProps extends ControllerApiProps {
  /**
   * Who may call the URL: callers with AWS credentials that are granted it, or everyone.
   * @default FunctionUrlAuthType.AWS_IAM
   */
  readonly authType?: FunctionUrlAuthType;
  /**
   * Scripts of other origins that may call the URL; Lambda answers their preflights.
   * @default - none
   */
  readonly cors?: CorsOptions;
}
