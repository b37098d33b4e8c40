/** The same application made with each peer, as its manual says. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Router } from '@aws-lambda-powertools/event-handler/http';
import type { RequestContext } from '@aws-lambda-powertools/event-handler/types';
import { parse } from 'cookie';
import { Hono, type Context as HonoContext } from 'hono';
import { getConnInfo, handle } from 'hono/aws-lambda';
import { getCookie } from 'hono/cookie';
import serverless from 'serverless-http';
import type { Result } from './doors.js';
import type { ReplyCase } from './replies.js';
import { bodyText, decodeOnce, decodeSegments, exchange, lists, ownHeaders } from './seen.js';

export type PeerName = 'hono' | 'powertools' | 'serverless-http';

/** A peer's handler; replies are those of `current`. */
export type PeerHandler = (event: unknown, context: unknown) => Promise<Result>;

let current: ReplyCase | undefined;

/** Says how the peers' applications answer from now on. */
export const answerWith = (reply: ReplyCase): void => {
  current = reply;
};

const pathOf = (url: string): string => decodeSegments(/^(?:\w+:\/\/[^/?]*)?([^?#]*)/.exec(url)?.[1] ?? '');

function hono(): PeerHandler {
  const app = new Hono();
  const echo = async (c: HonoContext) => {
    exchange.seen = {
      method: c.req.method,
      path: pathOf(c.req.url),
      pathParameters: c.req.param() as Record<string, string>,
      query: c.req.queries(),
      headers: ownHeaders(Object.entries(c.req.header())),
      cookies: getCookie(c),
      body: bodyText(new Uint8Array(await c.req.arrayBuffer())),
      ip: getConnInfo(c).remote.address,
    };
    return c.text('ok');
  };
  app.all('/echo/:id', echo);
  app.all('/files/:path{.+}', echo);
  app.all('/reply', () => (current as ReplyCase).web());
  app.all('/:any{.+}', echo);
  return handle(app) as unknown as PeerHandler;
}

function powertools(): PeerHandler {
  const logger = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };
  const app = new Router({ logger });
  const method = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
  const echo = async ({ req, params }: RequestContext) => {
    const { searchParams } = new URL(req.url);
    exchange.seen = {
      method: req.method,
      path: pathOf(req.url),
      pathParameters: { ...params },
      query: lists(searchParams),
      headers: ownHeaders(req.headers),
      cookies: { ...parse(req.headers.get('cookie') ?? '') } as Record<string, string>,
      body: bodyText(new Uint8Array(await req.arrayBuffer())),
    };
    return new Response('ok');
  };
  app.route(echo, { method: [...method], path: '/echo/:id' });
  app.route(echo, { method: [...method], path: /\/files\/(?<path>.+)/ });
  app.route(async () => (current as ReplyCase).web(), { method: [...method], path: '/reply' });
  app.route(echo, { method: [...method], path: /\/(?!echo\/|files\/)(?<any>.+)/ });
  return (event, context) => app.resolve(event, context as never) as unknown as Promise<Result>;
}

/** Routes as express does: a parameter is one segment, decoded. */
const ROUTES = [/^\/echo\/(?<id>[^/]+)$/, /^\/files\/(?<path>.+)$/, /^\/(?!echo\/|files\/)(?<any>.+)$/];

function node(): PeerHandler {
  const app = async (request: IncomingMessage & { ip?: string }, response: ServerResponse) => {
    const { url = '', method = '', headers } = request;
    const [path = ''] = url.split('?');
    if (path === '/reply') return (current as ReplyCase).node(response);
    const groups = ROUTES.map((route) => route.exec(path)?.groups).find(Boolean);
    if (groups === undefined) {
      response.statusCode = 404;
      return response.end();
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    exchange.seen = {
      method,
      path: pathOf(path),
      pathParameters: Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeOnce(value)])),
      query: lists(new URLSearchParams(`?${url.slice(path.length + 1)}`)),
      headers: ownHeaders(Object.entries(headers as Record<string, string>)),
      cookies: { ...parse(headers.cookie ?? '') } as Record<string, string>,
      body: bodyText(Buffer.concat(chunks)),
      ip: request.ip,
    };
    return response.end('ok');
  };
  const binary = ['application/octet-stream', 'image/*', 'application/pdf', 'font/*', 'video/*'];
  // what it throws in a promise would be nobody's
  const listen = (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/reply') return (current as ReplyCase).node(response);
    return app(request, response);
  };
  return serverless(listen, { binary, requestId: '' }) as unknown as PeerHandler;
}

export const PEERS: Readonly<Record<PeerName, PeerHandler>> = {
  hono: hono(),
  powertools: powertools(),
  'serverless-http': node(),
};
