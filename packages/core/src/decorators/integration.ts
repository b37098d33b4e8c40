import { type MethodMark, recordMethod } from '../metadata/decorate.js';
import type { Mapped, ProxyTarget, RequestSource } from '../model/integration.js';
import type { HttpMethod } from '../model/manifest.js';
import { replyOf, type ServiceReplyOptions } from './service.js';

/** How requests are passed on. */
export interface HttpProxyOptions {
  /**
   * Method of the request to the other server.
   * @default the route's
   */
  readonly method?: HttpMethod;
  /**
   * Headers that the other server gets in addition to the caller's.
   * @default {} none
   */
  readonly headers?: Readonly<Record<string, string | RequestSource>>;
}

/**
 * Passes requests on to another server and answers what it answers, without a Lambda function; the method's body is never run.
 *
 * @param target `https://host/path/{id}`, where `{id}` is the route's path parameter; or `{ resource, path }` where the construct's
 * `resources` has the address
 * @example
 * @Get('/:id')
 * @HttpProxy('https://legacy.example.com/users/{id}')
 * user(): void {}
 */
export const HttpProxy = (
  target: string | { readonly resource: string; readonly path?: string },
  { method, headers = {} }: HttpProxyOptions = {},
): MethodMark => {
  const read: ProxyTarget =
    typeof target === 'string' ? { url: target } : { resource: target.resource, path: target.path ?? '' };
  return recordMethod('HttpProxy', [
    { type: 'http-proxy', target: read, ...(method === undefined ? {} : { method }), headers },
  ]);
};

/** What the gateway answers. */
export interface MockReply {
  /** @default 200 */
  readonly statusCode?: number;
  /**
   * By name.
   * @default content-type: application/json; text/plain where the body is text
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Text as it is, all else as JSON.
   * @default none
   */
  readonly body?: unknown;
}

/**
 * Answers always the same, in the gateway itself; the method's body is never run. HTTP APIs cannot do this.
 *
 * @example
 * @Get('/health')
 * @Mock({ body: { status: 'ok' } })
 * health(): void {}
 */
export const Mock = ({ statusCode = 200, headers = {}, body }: MockReply = {}): MethodMark =>
  recordMethod('Mock', [{ type: 'mock', statusCode, headers, ...(body === undefined ? {} : { body }) }]);

/** A call of an AWS service that takes JSON. */
export interface AwsServiceOptions extends ServiceReplyOptions {
  /** As IAM names it: `dynamodb`. */
  readonly service: string;
  /** Name of the action: `UpdateItem`. */
  readonly action: string;
  /** Name of the one resource, in the construct's `resources`, that the gateway may do this to. */
  readonly resource: string;
  /** The action's parameters, by the service's names for them. */
  readonly request: Readonly<Record<string, Mapped>>;
}

/**
 * Calls any action of an AWS service with a JSON protocol, in a REST API; the method's body is never run.
 *
 * @example
 * @Post('/:id/done')
 * @AwsService({ service: 'dynamodb', action: 'UpdateItem', resource: 'todos', request: { TableName: fromResource('name'), ... } })
 * finish(): void {}
 */
export const AwsService = ({ service, action, resource, request, ...options }: AwsServiceOptions): MethodMark =>
  recordMethod('AwsService', [
    {
      type: 'aws-service',
      action: `${service}:${action}`,
      resource,
      parameters: request,
      general: true,
      reply: replyOf(options, 200),
    },
  ]);
