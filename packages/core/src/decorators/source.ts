import type { ReplySource, RequestSource, SourceType } from '../model/integration.js';

/** A variable of the gateway's `$context` that HTTP and REST APIs both have; an authorizer's are `authorizer.claims.sub` and the like. */
export type ContextVariable =
  | 'accountId'
  | 'apiId'
  | 'domainName'
  | 'httpMethod'
  | 'identity.sourceIp'
  | 'identity.userAgent'
  | 'path'
  | 'requestId'
  | 'requestTime'
  | 'requestTimeEpoch'
  | 'stage'
  | `authorizer.${string}`;

type TextType = Exclude<SourceType, 'json' | 'jsonText'>;

/**
 * Takes a path parameter, in what a method's integration sends.
 *
 * @example
 * @DynamoDbGetItem({ table: 'todos', key: { id: fromPath('id') }, returns: { id: 'string', title: 'string' } })
 */
export const fromPath = (name: string, type: TextType = 'string'): RequestSource => ({ $from: 'path', name, type });

/** Takes a query string value; a REST API answers 400 where it is missing. @example `fromQuery('limit', 'number')` */
export const fromQuery = (name: string, type: TextType = 'string'): RequestSource => ({ $from: 'query', name, type });

/** Takes a header, whatever its case; a REST API answers 400 where it is missing. @example `fromHeader('idempotency-key')` */
export const fromHeader = (name: string, type: TextType = 'string'): RequestSource => ({ $from: 'header', name, type });

/**
 * Takes the body as it was sent, or the value at a JSON path of it; a REST API answers 400 where that is missing or of another type.
 *
 * @param path `$.a.b`, `$.items[0].id`; without it the whole body
 * @param type `json` for any JSON value
 * @example
 * @SqsSendMessage({ queue: 'orders', messageBody: fromBody() })
 */
export const fromBody = (path?: string, type: Exclude<SourceType, 'jsonText'> = 'string'): RequestSource => ({
  $from: 'body',
  ...(path === undefined ? {} : { name: path }),
  type,
});

/** Takes a variable of the gateway's request context. @example `fromContext('requestId')` */
export const fromContext = (name: ContextVariable, type: TextType = 'string'): RequestSource => ({
  $from: 'context',
  name,
  type,
});

/** Takes the ARN or the name of the resource that the decorator names. @example `fromResource('name')` */
export const fromResource = (attribute: 'arn' | 'name'): RequestSource => ({
  $from: 'resource',
  name: attribute,
  type: 'string',
});

/**
 * Takes a value of what the service replied, in what is answered; only a REST API can.
 *
 * @param type `json` for any JSON value, `jsonText` for JSON that stands in a text
 * @example
 * @StartExecution({ stateMachine: 'checkout', input: fromBody(), returns: { started: fromReply('$.startDate', 'number') } })
 */
export const fromReply = (path: string, type: SourceType = 'string'): ReplySource => ({
  $from: 'reply',
  name: path,
  type,
});
