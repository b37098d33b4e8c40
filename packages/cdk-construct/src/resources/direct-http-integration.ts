import type { AwsServiceIntegration, HttpProxyIntegration, Mapped } from '@gatewright/core/compiler';
import {
  type HttpRouteIntegrationBindOptions as BindOptions,
  type CfnIntegration,
  HttpIntegrationSubtype,
  HttpIntegrationType,
  HttpMethod,
  HttpRouteIntegration,
  type HttpRouteIntegrationConfig,
  IntegrationCredentials,
  MappingValue,
  ParameterMapping,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { ServiceTarget } from '../integrations/rest-integration.js';
import { httpMapping } from '../mapping/http-mapping.js';

/** An integration of one route of an HTTP API with what is no function. */
export class DirectHttpIntegration extends HttpRouteIntegration {
  readonly #config: HttpRouteIntegrationConfig;
  readonly #responseParameters: object | undefined;

  constructor(config: HttpRouteIntegrationConfig, responseParameters?: object) {
    super('Integration');
    this.#config = config;
    this.#responseParameters = responseParameters;
  }

  override _bindToRoute(options: BindOptions): { readonly integrationId: string } {
    const bound = super._bindToRoute(options);
    const { defaultChild } = options.scope.node.findChild('Integration').node;
    // CDK's integration takes no response parameters
    if (this.#responseParameters) (defaultChild as CfnIntegration).responseParameters = this.#responseParameters;
    return bound;
  }

  bind(_options: BindOptions): HttpRouteIntegrationConfig {
    return this.#config;
  }
}

/** Passes requests on. */
export const httpProxy = (
  { headers }: HttpProxyIntegration,
  { url, method }: { readonly url: string; readonly method: keyof typeof HttpMethod },
): DirectHttpIntegration =>
  new DirectHttpIntegration({
    type: HttpIntegrationType.HTTP_PROXY,
    uri: url,
    method: HttpMethod[method],
    payloadFormatVersion: PayloadFormatVersion.VERSION_1_0,
    ...(Object.keys(headers).length > 0 && {
      parameterMapping: mapping(
        Object.entries(headers).map(([name, value]) => [`overwrite:header.${name}`, httpMapping(value) ?? '']),
      ),
    }),
  });

/** What each action's integration is called, and the parameters that name the resource. */
const SUBTYPES: Readonly<
  Record<
    string,
    readonly [subtype: HttpIntegrationSubtype, own: (target: ServiceTarget) => Readonly<Record<string, string>>]
  >
> = {
  'sqs:SendMessage': [
    HttpIntegrationSubtype.SQS_SEND_MESSAGE,
    ({ region, urlSuffix, account, name }) => ({ QueueUrl: `https://sqs.${region}.${urlSuffix}/${account}/${name}` }),
  ],
  'events:PutEvents': [HttpIntegrationSubtype.EVENTBRIDGE_PUT_EVENTS, ({ name }) => ({ EventBusName: name })],
  'kinesis:PutRecord': [HttpIntegrationSubtype.KINESIS_PUT_RECORD, ({ name }) => ({ StreamName: name })],
  'states:StartExecution': [
    HttpIntegrationSubtype.STEPFUNCTIONS_START_EXECUTION,
    ({ arn }) => ({ StateMachineArn: arn }),
  ],
  'states:StartSyncExecution': [
    HttpIntegrationSubtype.STEPFUNCTIONS_START_SYNC_EXECUTION,
    ({ arn }) => ({ StateMachineArn: arn }),
  ],
};

/** Calls an AWS service; one that HTTP APIs do not have was refused while it was planned. */
export function httpService(
  { action, parameters, reply }: AwsServiceIntegration,
  target: ServiceTarget,
  role: IRole,
): DirectHttpIntegration {
  const [subtype, own] = SUBTYPES[action] as (typeof SUBTYPES)[string];
  const given = Object.entries(parameters).map(
    ([name, value]) => [capitalised(name), httpMapping(value as Mapped, target) ?? ''] as const,
  );
  return new DirectHttpIntegration(
    {
      type: HttpIntegrationType.AWS_PROXY,
      subtype,
      credentials: IntegrationCredentials.fromRole(role),
      payloadFormatVersion: PayloadFormatVersion.VERSION_1_0,
      parameterMapping: mapping([...Object.entries(own(target)), ...given]),
    },
    reply.statusCode === 200 ? undefined : overwriteStatus(reply.statusCode),
  );
}

/** Step Functions itself begins the names of parameters with a small letter. */
const capitalised = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const mapping = (entries: readonly (readonly [string, string])[]): ParameterMapping =>
  ParameterMapping.fromObject(Object.fromEntries(entries.map(([name, value]) => [name, MappingValue.custom(value)])));

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-integration.html#cfn-apigatewayv2-integration-responseparameters */
const overwriteStatus = (status: number | undefined): object => ({
  200: { ResponseParameters: [{ Destination: 'overwrite:statuscode', Source: String(status) }] },
});
