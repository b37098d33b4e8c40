import {
  contextKey,
  currentContext,
  Forbidden,
  type HttpContext,
  Injectable,
  type Middleware,
  type Next,
  reply,
} from '@gatewright/core';

export const Tenant = contextKey<string>('Tenant');

/** Middleware that writes its name around what the ones further in wrote. */
const named =
  (name: string): Middleware =>
  async (_context, next) => {
    const inner = await next();
    inner.headers['x-order'] = `${name}(${inner.headers['x-order'] ?? ''})`;
    return inner;
  };

export const first = named('first');
export const second = named('second');
export const third = named('third');

export const shortCircuit: Middleware = () => reply(401, { stopped: true }, { 'x-order': 'stopped' });

export const refuses: Middleware = () => {
  throw new Forbidden('not for you');
};

export const changes: Middleware = async (_context, next) => {
  const inner = await next();
  return {
    ...inner,
    statusCode: 203,
    headers: { ...inner.headers, 'X-Changed': 'yes' },
    body: `changed ${inner.body}`,
  };
};

export const replaces: Middleware = async (_context, next) => {
  await next();
  return { replaced: true };
};

export const keepsQuiet: Middleware = async (_context, next) => {
  await next();
};

export const forgets: Middleware = () => undefined;

export const callsTwice: Middleware = async (_context, next) => {
  await next();
  return next();
};

export const seesError: Middleware = async (_context, next) => {
  const inner = await next();
  inner.headers['x-error'] = inner.error instanceof Error ? inner.error.message : 'none';
  return inner;
};

export const setsCookie: Middleware = async (_context, next) => {
  const inner = await next();
  inner.cookies = [...(inner.cookies ?? []), 'middleware=1'];
  return inner;
};

export const breaksHeader: Middleware = async (_context, next) => {
  const inner = await next();
  inner.headers['x-note'] = 'a\r\nb';
  return inner;
};

export const setsTenant: Middleware = (context, next) => {
  context.set(Tenant, context.request.headers['x-tenant'] ?? 'nobody');
  return next();
};

@Injectable()
export class Journal {
  readonly name = 'journal';
}

@Injectable()
export class Guard {
  constructor(private readonly journal: Journal) {}

  async use({ request, route }: HttpContext, next: Next) {
    if (request.headers['x-key'] === undefined) throw new Forbidden('no key');
    const inner = await next();
    inner.headers['x-guard'] = `${this.journal.name} ${route.id}`;
    return inner;
  }
}

/** Written as middy's are. */
export const middyStack = {
  before: (request: { event: { headers?: Record<string, string> }; internal: Record<string, unknown> }) => {
    request.internal.seen = true;
  },
  after: (request: { response: { headers?: Record<string, string> }; internal: Record<string, unknown> }) => {
    const { response } = request;
    const fields = (response as { multiValueHeaders?: Record<string, string[]> }).multiValueHeaders;
    if (fields) fields['x-middy'] = [String(request.internal.seen)];
    else response.headers = { ...response.headers, 'x-middy': String(request.internal.seen) };
  },
};

export const middyEarly = { before: () => ({ statusCode: 402, headers: { 'X-Early': 'yes' }, body: 'early' }) };

export const middyOnError = {
  onError: (request: { error: Error; response?: unknown }) => {
    request.response = { statusCode: 418, body: request.error.message };
  },
};

export const tenantNow = (): string | undefined => currentContext().get(Tenant);
