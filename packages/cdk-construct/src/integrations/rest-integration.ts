/** An integration of a REST API as OpenAPI has it: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html */
export interface RestIntegration {
  readonly type: 'aws' | 'http_proxy' | 'mock';
  readonly httpMethod?: string;
  readonly uri?: string;
  /** ARN of the role that the gateway has when it calls a service. */
  readonly credentials?: string;
  readonly passthroughBehavior?: 'never' | 'when_no_templates';
  /** A body is text for a template even where all media types are binary. */
  readonly contentHandling?: 'CONVERT_TO_TEXT';
  readonly requestParameters?: Readonly<Record<string, string>>;
  readonly requestTemplates?: Readonly<Record<string, string>>;
  /** By the pattern of the service's status, or `default`. */
  readonly responses?: Readonly<Record<string, RestResponse>>;
}

/** What is answered where a service's status is like a pattern. */
export interface RestResponse {
  readonly statusCode: string;
  readonly contentHandling?: 'CONVERT_TO_TEXT';
  readonly responseParameters?: Readonly<Record<string, string>>;
  readonly responseTemplates?: Readonly<Record<string, string>>;
}

/** A resource that a service's action is for, and where it is. */
export interface ServiceTarget {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly partition: string;
  readonly region: string;
  /** `amazonaws.com`, but in some partitions. */
  readonly urlSuffix: string;
}

/** The header of an answer. */
export const answerHeader = (name: string): string => `method.response.header.${name}`;

/** Where a REST API's parameter mappings take a value from. */
export const requestMapping = ({
  $from,
  name,
}: {
  readonly $from: string;
  readonly name?: string | undefined;
}): string => {
  if ($from === 'context') return `context.${name}`;
  if ($from === 'body') return `method.request.body${(name ?? '$').slice(1)}`;
  return `method.request.${$from === 'query' ? 'querystring' : $from}.${name}`;
};
