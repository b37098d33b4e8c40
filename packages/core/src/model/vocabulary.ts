import type { HttpMethod, ParameterPlace } from './manifest.js';

/** Route decorators and the HTTP method each routes. */
const ROUTE_METHODS: Readonly<Record<string, HttpMethod>> = {
  Get: 'GET',
  Post: 'POST',
  Put: 'PUT',
  Patch: 'PATCH',
  Delete: 'DELETE',
  Head: 'HEAD',
  Options: 'OPTIONS',
  All: 'ANY',
  Sse: 'GET',
};

/** Parameter decorators and the place each takes values from. */
const PARAMETER_PLACES: Readonly<Record<string, ParameterPlace>> = {
  Param: 'path',
  Query: 'query',
  Headers: 'header',
  Cookie: 'cookie',
  Body: 'body',
  UploadedFile: 'file',
  UploadedFiles: 'file',
  Auth: 'auth',
  Req: 'request',
  Ctx: 'context',
  Signal: 'signal',
};

export const isRouteDecorator = (decorator: string): boolean => Object.hasOwn(ROUTE_METHODS, decorator);

export const isParameterDecorator = (decorator: string): boolean => Object.hasOwn(PARAMETER_PLACES, decorator);

/** Whether it makes a method an authorizer. */
export const isAuthorizer = (decorator: string): boolean => decorator === 'Authorizer';

/** The HTTP method of a route decorator. */
export const methodOf = (decorator: string): HttpMethod => ROUTE_METHODS[decorator] as HttpMethod;

/** The place of a parameter decorator. */
export const placeOf = (decorator: string): ParameterPlace => PARAMETER_PLACES[decorator] as ParameterPlace;
