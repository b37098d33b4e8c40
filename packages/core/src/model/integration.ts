/** What answers a route in the gateway itself, without a Lambda function, as plain data. */
import type { HttpMethod } from './manifest.js';

/**
 * What a value from a request or a reply is: text, or the JSON that it becomes; `json` is any JSON value of a body, `jsonText` JSON that a
 * reply has in a text.
 */
export type SourceType = 'string' | 'number' | 'boolean' | 'json' | 'jsonText';

/** A value that the gateway takes from a request. */
export interface RequestSource {
  readonly $from: 'path' | 'query' | 'header' | 'body' | 'context' | 'resource';
  /** Of the parameter, header or context variable; the JSON path in a body, absent for all of it. */
  readonly name?: string;
  readonly type: SourceType;
}

/** A value that the gateway takes from what a service replied, by its JSON path. */
export interface ReplySource {
  readonly $from: 'reply';
  readonly name: string;
  readonly type: SourceType;
}

/** JSON with values taken from elsewhere. */
export type Mapped<TSource = RequestSource> =
  | TSource
  | string
  | number
  | boolean
  | null
  | readonly Mapped<TSource>[]
  | { readonly [name: string]: Mapped<TSource> };

/** What an attribute of a DynamoDB item is; `strings` is a string set, an array a list of what is in it, an object a map. */
export type AttributeShape = 'string' | 'number' | 'boolean' | 'strings' | readonly [AttributeShape] | ItemShape;

/** The attributes of a DynamoDB item that are answered, by name. */
export interface ItemShape {
  readonly [attribute: string]: AttributeShape;
}

/** Where an HTTP proxy sends requests: an address, or a resource of the construct and a path below it. */
export type ProxyTarget =
  | { readonly url: string; readonly resource?: undefined }
  | { readonly resource: string; readonly path: string; readonly url?: undefined };

/** The request is passed on to another server, and its answer is answered. */
export interface HttpProxyIntegration {
  readonly type: 'http-proxy';
  readonly target: ProxyTarget;
  /** @default the route's */
  readonly method?: HttpMethod;
  /** Headers that the other server gets in addition. */
  readonly headers: Readonly<Record<string, string | RequestSource>>;
}

/** The gateway answers. */
export interface MockIntegration {
  readonly type: 'mock';
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text as it is, all else as JSON. */
  readonly body?: unknown;
}

/** An answer made of a service's reply. */
export interface ServiceReply {
  readonly statusCode?: number;
  /** What a DynamoDB item has; the answer where it is no item. */
  readonly item?: ItemShape;
  readonly body?: Mapped<ReplySource>;
  /** Whether the author says what is answered, rather than the decorator. */
  readonly isOwnBody?: true;
}

/** The gateway calls an AWS service. */
export interface AwsServiceIntegration {
  readonly type: 'aws-service';
  /** As IAM names it: `sqs:SendMessage`. */
  readonly action: string;
  /** Name of the resource in the construct's `resources`. */
  readonly resource: string;
  /** The action's, by the names that the service has for them. */
  readonly parameters: Readonly<Record<string, Mapped>>;
  /** Whether the parameters and their form are the author's, for an action that has no decorator of its own. */
  readonly general?: true;
  readonly reply: ServiceReply;
}

/** What answers a route in place of a function. */
export type DirectIntegration = HttpProxyIntegration | MockIntegration | AwsServiceIntegration;

/** What answers a route. */
export type IntegrationManifest = { readonly type: 'lambda' } | DirectIntegration;

/** Whether a value stands for one that is taken from elsewhere. */
export const isSource = (value: unknown): value is RequestSource | ReplySource =>
  typeof value === 'object' && value !== null && '$from' in value;

/** The sources in a value, whatever it is nested in. */
export function sourcesOf(value: unknown): (RequestSource | ReplySource)[] {
  if (isSource(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sourcesOf) : [];
}
