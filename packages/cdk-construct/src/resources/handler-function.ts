import { Duration, Size } from 'aws-cdk-lib';
import {
  Alias,
  Architecture,
  Code,
  type FunctionProps,
  type IFunction,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { HandlerFolder } from '../compiler/request.js';
import type { FunctionDefaults } from '../function-defaults.js';
import type { FunctionSettings } from '../plan/function-settings.js';
import { createLogGroup, type LogGroupOptions } from './log-group.js';
import { createLogWriterRole } from './log-writer-role.js';

const ARCHITECTURES = { arm64: Architecture.ARM_64, x86_64: Architecture.X86_64 };

/** What a handler's function is made from, beside the settings that were planned. */
export interface HandlerFunctionOptions extends FunctionDefaults, Pick<LogGroupOptions, 'removalPolicy'> {
  /** The bundled handler; without it the function is not to be deployed. */
  readonly folder: HandlerFolder | undefined;
}

/** A function, and what is invoked: itself or its alias. */
export interface HandlerFunction {
  readonly fn: LambdaFunction;
  readonly alias?: Alias;
  readonly invoked: IFunction;
}

/** Makes the Lambda function of a handler, with a role and a log group of its own unless they are shared. */
export function createHandlerFunction(
  scope: Construct,
  settings: FunctionSettings,
  options: HandlerFunctionOptions,
): HandlerFunction {
  const { removalPolicy } = options;
  const logGroup =
    options.logGroup ?? createLogGroup(scope, 'Logs', { retention: settings.logRetentionDays, removalPolicy });
  const role = options.role ?? createLogWriterRole(scope, { logGroup, isInVpc: options.vpc !== undefined });
  const fn = new LambdaFunction(scope, 'Function', {
    ...plannedProps(settings),
    ...givenProps(options, settings),
    code: handlerCode(options.folder),
    handler: 'index.handler',
    role,
    logGroup,
  });
  if (settings.alias === undefined) return { fn, invoked: fn };
  const alias = new Alias(scope, 'Alias', {
    aliasName: settings.alias,
    version: fn.currentVersion,
    provisionedConcurrentExecutions: settings.provisionedConcurrentExecutions,
  });
  return { fn, alias, invoked: alias };
}

const plannedProps = (settings: FunctionSettings): Partial<FunctionProps> => ({
  memorySize: settings.memorySize,
  timeout: Duration.seconds(settings.timeout),
  environment: settings.environment,
  architecture: ARCHITECTURES[settings.architecture],
  description: settings.description,
  reservedConcurrentExecutions: settings.reservedConcurrentExecutions,
  // an enum of the same names
  applicationLogLevelV2: settings.logLevel as FunctionProps['applicationLogLevelV2'],
  ...(settings.ephemeralStorageSize !== undefined && {
    ephemeralStorageSize: Size.mebibytes(settings.ephemeralStorageSize),
  }),
});

const givenProps = (options: FunctionDefaults, { tracing }: FunctionSettings) => ({
  runtime: options.runtime ?? Runtime.NODEJS_24_X,
  loggingFormat: options.loggingFormat ?? LoggingFormat.JSON,
  systemLogLevelV2: options.systemLogLevel,
  tracing: tracing && options.tracing !== Tracing.PASS_THROUGH ? Tracing.ACTIVE : options.tracing,
  layers: options.layers && [...options.layers],
  environmentEncryption: options.environmentEncryption,
  deadLetterQueue: options.deadLetterQueue,
  vpc: options.vpc,
  vpcSubnets: options.vpcSubnets,
  securityGroups: options.securityGroups && [...options.securityGroups],
});

/** The hash is of the folder's contents, so that an unchanged handler is not deployed again. */
const handlerCode = (folder: HandlerFolder | undefined): Code =>
  folder === undefined
    ? Code.fromInline('// Not bundled, because this synth was not for a deployment of the stack.')
    : Code.fromAsset(folder.dir, { assetHash: folder.assetHash });
