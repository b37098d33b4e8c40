export { type DevServices, defineConfig, type GatewrightConfig } from './compiler/config.js';
export { Application, type ApplicationOptions } from './decorators/application.js';
export {
  ApiKey,
  Authorize,
  type AuthorizeDecorator,
  type AuthorizeOptions,
  Public,
  Throttle,
  type ThrottleRate,
} from './decorators/authorize.js';
export { Authorizer, type AuthorizerOptions } from './decorators/authorizer.js';
export type { CacheControlOptions } from './decorators/cache-control.js';
export { Consumes } from './decorators/consumes.js';
export { Controller, type ControllerOptions } from './decorators/controller.js';
export {
  type Attributes,
  DynamoDbDeleteItem,
  type DynamoDbDeleteItemOptions,
  DynamoDbGetItem,
  type DynamoDbGetItemOptions,
  DynamoDbPutItem,
  type DynamoDbPutItemOptions,
  DynamoDbQuery,
  type DynamoDbQueryOptions,
  type KeyAttributes,
  type WriteCondition,
} from './decorators/dynamodb.js';
export { Inject, Injectable, type InjectableOptions, Optional, Scope } from './decorators/injectable.js';
export {
  AwsService,
  type AwsServiceOptions,
  HttpProxy,
  type HttpProxyOptions,
  Mock,
  type MockReply,
} from './decorators/integration.js';
export { Lambda } from './decorators/lambda.js';
export {
  EventBridgePutEvents,
  KinesisPutRecord,
  type KinesisPutRecordOptions,
  type PutEventsOptions,
  SnsPublish,
  type SnsPublishOptions,
  SqsSendMessage,
  type SqsSendMessageOptions,
} from './decorators/messaging.js';
export {
  BodyLimit,
  Catch,
  Compress,
  Cors,
  Deadline,
  type ErrorMatch,
  ETag,
  type MiddlewareClass,
  Produces,
  SecurityHeaders,
  Use,
} from './decorators/middleware.js';
export { Packaging } from './decorators/packaging.js';
export {
  Auth,
  Body,
  type BodyType,
  Cookie,
  Ctx,
  type EnumType,
  Headers,
  Param,
  Query,
  Req,
  type RequiredOption,
  type ScalarType,
  type SchemaMark,
  Signal,
  UploadedFile,
  UploadedFiles,
  type ValueDecorator,
  type ValueOptions,
} from './decorators/parameter.js';
export {
  type Injected,
  type Provided,
  type ProvideOptions,
  provide,
  token,
  type ValuesOf,
} from './decorators/provide.js';
export { CacheControl, Header, HttpCode, Redirect, Returns } from './decorators/response.js';
export { All, Delete, Get, Head, Options, Patch, Post, Put, Sse } from './decorators/route.js';
export { S3GetObject, type S3ObjectOptions, S3PutObject } from './decorators/s3.js';
export type { ServiceReplyOptions } from './decorators/service.js';
export {
  type ContextVariable,
  fromBody,
  fromContext,
  fromHeader,
  fromPath,
  fromQuery,
  fromReply,
  fromResource,
} from './decorators/source.js';
export { StartExecution, type StartExecutionOptions, StartSyncExecution } from './decorators/step-functions.js';
export { type Access, Uses } from './decorators/uses.js';
export { Validation } from './decorators/validation.js';
export type { DefinitionCode } from './errors/definition-codes.js';
export { DefinitionError, isDefinitionError, type Problem } from './errors/definition-error.js';
export { type AuthorizerMethod, createAuthorizer } from './handler/create-authorizer.js';
export { createHandler, type HandlerOptions, type ReflectiveHandler } from './handler/create-handler.js';
export type { IamCaller } from './http/auth.js';
export type { AuthorizerEvent, AuthorizerHandler, AuthorizerResult } from './http/authorizer-handler.js';
export type { ContextKey, HttpContext, Middleware, MiddlewareReply, Next } from './http/context.js';
export { type CookieOptions, clearCookie, cookie } from './http/cookie.js';
export { currentContext } from './http/current-context.js';
export type { Reply, RouteTemplate, Values } from './http/front-door.js';
export type { HeaderValue, ReplyHeaders } from './http/header.js';
export { contextKey } from './http/http-context.js';
export { HttpError, type HttpErrorOptions } from './http/http-error.js';
export {
  BadGateway,
  BadRequest,
  Conflict,
  ContentTooLarge,
  Forbidden,
  GatewayTimeout,
  Gone,
  InternalServerError,
  MethodNotAllowed,
  NotAcceptable,
  NotFound,
  NotImplemented,
  PreconditionFailed,
  ServiceUnavailable,
  TooManyRequests,
  Unauthorized,
  UnprocessableContent,
  UnsupportedMediaType,
} from './http/http-errors.js';
export type { CompressOptions } from './http/middleware/compress.js';
export type { CorsOptions, CorsOrigin } from './http/middleware/cors.js';
export type { DeadlineOptions } from './http/middleware/deadline.js';
export type { ETagOptions } from './http/middleware/etag.js';
export { MediaType } from './http/middleware/produces.js';
export type { MiddyMiddleware } from './http/middy.js';
export type { ProblemDetails } from './http/problem.js';
export { type Answer, redirect, reply } from './http/replies.js';
export type { HttpRequest } from './http/request.js';
export type { Infer, SchemaIssue, SchemaResult, StandardSchema } from './http/schema.js';
export type { ServerSentEvent } from './http/sse.js';
export { type Failure, ValidationFailed } from './http/validation-failed.js';
export type { Provider, Token, TypedToken } from './metadata/provider.js';
export type { DtoOptions, TransformOptions } from './model/dto-options.js';
export type {
  AttributeShape,
  ItemShape,
  Mapped,
  ReplySource,
  RequestSource,
  SourceType,
} from './model/integration.js';
export type { LambdaOptions } from './model/manifest.js';
export type { OutputOptions } from './model/output-options.js';
export { type Resource, resource } from './runtime/resource.js';
