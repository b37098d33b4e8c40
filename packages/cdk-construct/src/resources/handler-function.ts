import { Duration, Size } from 'aws-cdk-lib';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { HandlerFolder } from '../compiler/request.js';
import type { ControllerHttpApiProps } from '../controller-http-api-props.js';
import type { FunctionSettings } from '../plan/function-settings.js';
import { createLogGroup } from './log-group.js';
import { createLogWriterRole } from './log-writer-role.js';

const ARCHITECTURES = { arm64: Architecture.ARM_64, x86_64: Architecture.X86_64 };

/** What a handler's function is made from, beside the settings that a route may have. */
export interface HandlerFunctionOptions
  extends Pick<ControllerHttpApiProps, 'runtime' | 'tracing' | 'logRetention' | 'removalPolicy'> {
  /** The bundled handler; without it the function is not to be deployed. */
  readonly folder: HandlerFolder | undefined;
}

/** Makes the Lambda function of a handler, with a role and a log group of its own. */
export function createHandlerFunction(
  scope: Construct,
  { architecture, timeout, ephemeralStorageSize, ...settings }: FunctionSettings,
  { folder, runtime, tracing, logRetention, removalPolicy }: HandlerFunctionOptions,
): LambdaFunction {
  const logGroup = createLogGroup(scope, 'Logs', logRetention, removalPolicy);
  return new LambdaFunction(scope, 'Function', {
    ...settings,
    architecture: ARCHITECTURES[architecture],
    timeout: Duration.seconds(timeout),
    ...(ephemeralStorageSize !== undefined && { ephemeralStorageSize: Size.mebibytes(ephemeralStorageSize) }),
    runtime: runtime ?? Runtime.NODEJS_24_X,
    code: handlerCode(folder),
    handler: 'index.handler',
    tracing,
    role: createLogWriterRole(scope, logGroup),
    logGroup,
    loggingFormat: LoggingFormat.JSON,
  });
}

/** The hash is of the folder's contents, so that an unchanged handler is not deployed again. */
const handlerCode = (folder: HandlerFolder | undefined): Code =>
  folder === undefined
    ? Code.fromInline('// Not bundled, because this synth was not for a deployment of the stack.')
    : Code.fromAsset(folder.dir, { assetHash: folder.assetHash });
