export { type DevServices, defineConfig, type GatewrightConfig } from './compiler/config.js';
export { Controller, type ControllerOptions } from './decorators/controller.js';
export { Inject, Injectable } from './decorators/injectable.js';
export { Lambda } from './decorators/lambda.js';
export {
  Body,
  type BodyType,
  Cookie,
  Ctx,
  Headers,
  Param,
  Query,
  Req,
  type ScalarType,
  type ValueOptions,
} from './decorators/parameter.js';
export { Header, HttpCode } from './decorators/response.js';
export { All, Delete, Get, Head, Options, Patch, Post, Put } from './decorators/route.js';
export type { DefinitionCode } from './errors/definition-codes.js';
export { DefinitionError, isDefinitionError, type Problem } from './errors/definition-error.js';
export { createHandler, type ReflectiveHandler } from './handler/create-handler.js';
export type { Values } from './http/front-door.js';
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
export type { ProblemDetails } from './http/problem.js';
export type { HttpRequest } from './http/request.js';
export { type Failure, ValidationFailed } from './http/validation-failed.js';
export type { LambdaOptions } from './model/manifest.js';
