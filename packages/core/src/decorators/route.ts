import { type MethodMark, recordMethod } from '../metadata/decorate.js';

type RouteDecorator = (path?: string) => MethodMark;

const route =
  (decorator: string): RouteDecorator =>
  (path = '/') =>
    recordMethod(decorator, [path]);

/**
 * Routes GET requests for a path below the controller's to this method.
 *
 * @example
 * @Get('/:id')
 * get(@Param() id: string): Promise<User> { ... }
 */
export const Get: RouteDecorator = route('Get');

/** Routes POST requests to this method. @example `@Post()` */
export const Post: RouteDecorator = route('Post');

/** Routes PUT requests to this method. @example `@Put('/:id')` */
export const Put: RouteDecorator = route('Put');

/** Routes PATCH requests to this method. @example `@Patch('/:id')` */
export const Patch: RouteDecorator = route('Patch');

/** Routes DELETE requests to this method. @example `@Delete('/:id')` */
export const Delete: RouteDecorator = route('Delete');

/** Routes HEAD requests to this method; API Gateway does not answer them from a GET route. @example `@Head('/:id')` */
export const Head: RouteDecorator = route('Head');

/** Routes OPTIONS requests to this method. @example `@Options()` */
export const Options: RouteDecorator = route('Options');

/** Routes requests of every method that has no route of its own to this method (API Gateway's ANY). @example `@All('/{proxy+}')` */
export const All: RouteDecorator = route('All');

/**
 * Sends what a method returns as server-sent events (WHATWG HTML, 9.2); routes GET requests where no other decorator routes.
 *
 * @example
 * @Sse('/ticks')
 * async *ticks(): AsyncGenerator<ServerSentEvent> {
 *   yield { event: 'tick', data: Date.now() };
 * }
 */
export const Sse = (path?: string): MethodMark => recordMethod('Sse', [path]);
