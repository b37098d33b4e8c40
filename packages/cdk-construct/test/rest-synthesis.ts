import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { ControllerRestApiProps } from '../src/index.js';
import { todos } from './manifest.js';
import { compiled, controllers, runCompiler } from './synthesis.js';

const { ControllerRestApi } = await import('../src/index.js');

export { ControllerRestApi };

/** What `cdk init` sets. */
export const recommended = { '@aws-cdk/aws-apigateway:disableCloudWatchRole': true };

/** A stack with one REST API, its template and the document the API is made of. */
export function synthesiseRest(props: Partial<ControllerRestApiProps> = {}, manifest = todos) {
  runCompiler.mockReturnValue({ ...compiled, manifest });
  const stack = new Stack(new App({ context: recommended }), 'TodoStack');
  const api = new ControllerRestApi(stack, 'Api', { controllers, ...props });
  const template = Template.fromStack(stack);
  const [restApi] = Object.values(template.findResources('AWS::ApiGateway::RestApi'));
  return { stack, api, template, restApi: restApi?.Properties, body: restApi?.Properties.Body as RestBody };
}

/** The parts of the document that tests look at. */
export interface RestBody {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly 'x-amazon-apigateway-gateway-responses': Record<
    string,
    {
      readonly statusCode?: number;
      readonly responseParameters: Record<string, string>;
      readonly responseTemplates: Record<string, string>;
    }
  >;
}

interface Operation {
  readonly parameters?: object[];
  readonly 'x-amazon-apigateway-integration': {
    readonly type: string;
    readonly uri: object;
    readonly responseTransferMode?: string;
    readonly timeoutInMillis?: number;
    readonly responses: {
      readonly default: {
        readonly responseParameters: Record<string, string>;
        readonly responseTemplates: Record<string, string>;
      };
    };
  };
}

/** Logical ids of the deployments in a template. */
export const deploymentsOf = (template: Template): string[] =>
  Object.keys(template.findResources('AWS::ApiGateway::Deployment'));
