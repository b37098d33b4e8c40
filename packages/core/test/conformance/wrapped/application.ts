import { Application, Catch, type Middleware, Use } from '@gatewright/core';

export class OutOfStock extends Error {}

const outermost: Middleware = async (_context, next) => {
  const reply = await next();
  reply.headers['x-order'] = `application(${reply.headers['x-order'] ?? ''})`;
  return reply;
};

/** Around every route. */
@Application()
@Use(outermost)
@Catch(OutOfStock, 409)
export class Shop {}
