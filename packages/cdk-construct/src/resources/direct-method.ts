import {
  ContentHandling,
  Integration,
  type IntegrationResponse,
  IntegrationType,
  type MethodOptions,
  PassthroughBehavior,
} from 'aws-cdk-lib/aws-apigateway';
import { Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { RestIntegration, RestResponse } from '../integrations/rest-integration.js';
import type { RoutePlan } from '../plan/gateway-plan.js';
import { mappedParameters, responseHeaders } from '../rest-body/direct-operation.js';

/** What a method of an existing REST API is made of. */
export interface DirectMethod {
  readonly integration: Integration;
  readonly methodOptions: MethodOptions;
}

const TYPES = { aws: IntegrationType.AWS, http_proxy: IntegrationType.HTTP_PROXY, mock: IntegrationType.MOCK };
const PASSTHROUGH = {
  never: PassthroughBehavior.NEVER,
  when_no_templates: PassthroughBehavior.WHEN_NO_TEMPLATES,
};
const PLACES = { path: 'path', query: 'querystring', header: 'header' };

/** The method of a route without a function, for a REST API that is not made of an OpenAPI document. */
export function directMethod(scope: Construct, route: RoutePlan, made: RestIntegration): DirectMethod {
  const optional = mappedParameters(made).map((each) => [parameterName(each), false] as const);
  const required = route.requiredParameters.map((each) => [parameterName(each), true] as const);
  return {
    integration: new Integration({
      type: TYPES[made.type],
      uri: made.uri,
      integrationHttpMethod: made.httpMethod,
      options: {
        ...(made.credentials !== undefined && {
          credentialsRole: Role.fromRoleArn(scope, `Role-${route.id}`, made.credentials, { mutable: false }),
        }),
        ...(made.passthroughBehavior && { passthroughBehavior: PASSTHROUGH[made.passthroughBehavior] }),
        ...(made.contentHandling && { contentHandling: ContentHandling.CONVERT_TO_TEXT }),
        ...(made.requestParameters && { requestParameters: { ...made.requestParameters } }),
        ...(made.requestTemplates && { requestTemplates: { ...made.requestTemplates } }),
        integrationResponses: Object.entries(made.responses ?? {}).map(integrationResponse),
      },
    }),
    methodOptions: {
      requestParameters: Object.fromEntries([...optional, ...required]),
      methodResponses: [...responseHeaders(made)].map(([statusCode, names]) => ({
        statusCode,
        responseParameters: Object.fromEntries(names.map((name) => [`method.response.header.${name}`, true])),
      })),
    },
  };
}

const parameterName = ({ in: place, name }: RoutePlan['requiredParameters'][number]): string =>
  `method.request.${PLACES[place]}.${name}`;

const integrationResponse = ([pattern, response]: readonly [string, RestResponse]): IntegrationResponse => ({
  statusCode: response.statusCode,
  ...(pattern !== 'default' && { selectionPattern: pattern }),
  ...(response.contentHandling && { contentHandling: ContentHandling.CONVERT_TO_TEXT }),
  ...(response.responseParameters && { responseParameters: { ...response.responseParameters } }),
  ...(response.responseTemplates && { responseTemplates: { ...response.responseTemplates } }),
});
