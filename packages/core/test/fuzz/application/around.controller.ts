import {
  BodyLimit,
  Compress,
  Controller,
  Cors,
  Ctx,
  contextKey,
  Deadline,
  ETag,
  Get,
  Headers,
  type HttpContext,
  type Next,
  Options,
  Post,
  Produces,
  Query,
  Req,
  SecurityHeaders,
  Signal,
  Use,
} from '@gatewright/core';

export const TENANT = contextKey<string>('tenant');

/** Middleware that reads what a client says and says it in a header, which must not add another. */
export async function tenant(context: HttpContext, next: Next) {
  const name = context.request.headers['x-tenant'] ?? 'none';
  context.set(TENANT, name);
  const reply = await next();
  reply.headers['x-tenant'] = name;
  return reply;
}

/** A route in every built-in middleware. */
@Controller('/around')
@Use(tenant)
@Cors({ origin: ['https://app.example', /^https:\/\/.*\.example$/], credentials: true })
@SecurityHeaders()
export class AroundController {
  @Get()
  @ETag()
  @Compress({ threshold: 10 })
  @Produces('application/json', 'text/csv')
  @Deadline()
  get(@Ctx(TENANT) name: string, @Signal() signal: AbortSignal, @Query(Object) query: object) {
    return { name, aborted: signal.aborted, query: { ...query } };
  }

  @Options()
  options(): void {}

  @Post()
  @BodyLimit(1000)
  post(@Req('body') body?: string) {
    return { length: body?.length };
  }

  @Get('/bytes')
  @ETag({ weak: true })
  bytes(@Headers('accept') accept?: string) {
    return Buffer.from(accept ?? 'nothing');
  }

  @Get('/errors')
  @Compress({ threshold: 1 })
  error(): string {
    throw new Error('nobody knows');
  }
}
