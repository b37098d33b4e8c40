import type { FunctionManifest } from './deployment.js';

/** Environment variables; an undefined one is not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Name of a local function; Lambda allows no dots. */
export const functionName = ({ id }: Pick<FunctionManifest, 'id'>): string => id.replace(/[^\w-]/g, '-');

/**
 * The environment variables of a function: the gateway's own, the application's, its routes', and Lambda's.
 * AWS_EXECUTION_ENV stays unset: libraries take it as the sign that Lambda's daemons, such as X-Ray's, are there.
 */
export const functionEnvironment = (
  { id, lambda }: Pick<FunctionManifest, 'id' | 'lambda'>,
  application: Environment,
  own: Environment = process.env,
): Environment => {
  const region = application.AWS_REGION ?? own.AWS_REGION ?? own.AWS_DEFAULT_REGION ?? 'us-east-1';
  const name = functionName({ id });
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    ...own,
    ...application,
    ...lambda.environment,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(lambda.memorySize ?? 128),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    _HANDLER: 'index.handler',
  };
};
