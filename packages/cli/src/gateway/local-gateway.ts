import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { authorize, type LocalAuthorizer } from './authorize.js';
import { type DeployableBuild, Deployment, type DeploymentOptions, INTEGRATION_TIMEOUT } from './deployment.js';
import { directReply, directRequest } from './direct-reply.js';
import { FunctionFailure } from './execution-environment.js';
import { gatewayEvent, MAX_EVENT_BYTES, newRequestId, requestTarget } from './gateway-event.js';
import { gatewayReply, type HttpReply, MalformedResult, readResult } from './http-reply.js';
import type { Log } from './log.js';
import { readRequestBody } from './request-body.js';

/** Where the local gateway listens. */
export interface LocalGatewayOptions {
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** @default 0 any free one */
  readonly port?: number;
  /**
   * Seconds to wait for a function, as the setting of an integration; 30 is API Gateway's maximum.
   * @default 30
   */
  readonly integrationTimeout?: number;
  readonly log: Log;
}

/**
 * A local HTTP API: it turns HTTP requests into events of payload format 2.0, runs the functions of a build with them, and
 * turns their results into HTTP responses. Requests that come before the first deployment wait for it.
 */
export class LocalGateway {
  readonly #server: Server;
  readonly #log: Log;
  readonly #host: string;
  readonly #integrationTimeout: number;
  readonly #retiring = new Set<Deployment>();
  readonly #opened: Promise<void>;
  #open: () => void = () => {};
  #deployment: Deployment | undefined;

  /** Listens; rejects with the system's error when it cannot. */
  static async start(options: LocalGatewayOptions): Promise<LocalGateway> {
    const gateway = new LocalGateway(options);
    const { port = 0 } = options;
    await new Promise<void>((resolve, reject) => {
      gateway.#server.once('error', reject).listen(port, gateway.#host, resolve);
    });
    return gateway;
  }

  private constructor({ host = '127.0.0.1', integrationTimeout = INTEGRATION_TIMEOUT, log }: LocalGatewayOptions) {
    this.#host = host;
    this.#integrationTimeout = integrationTimeout;
    this.#log = log;
    this.#opened = new Promise((resolve) => {
      this.#open = resolve;
    });
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** The address that a client on this machine uses, without a slash at the end. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    const host = ['0.0.0.0', '::'].includes(this.#host) ? '127.0.0.1' : this.#host;
    return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  }

  /** Serves this build from now on; resolves when the requests that the one before was answering are done. */
  async deploy(build: DeployableBuild, options: Omit<DeploymentOptions, 'log'> = {}): Promise<void> {
    const before = this.#deployment;
    this.#deployment = new Deployment(build, { ...options, log: this.#log });
    this.#open();
    if (before === undefined) return;
    this.#retiring.add(before);
    await before.retire();
    this.#retiring.delete(before);
  }

  /** Lets requests wait no longer: without a deployment they are answered with 503. */
  open(): void {
    this.#open();
  }

  /** Ends connections and functions at once. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    const deployments = [...this.#retiring, ...(this.#deployment ? [this.#deployment] : [])];
    await Promise.all([closed, ...deployments.map((deployment) => deployment.stop())]);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const requestId = newRequestId();
    const { reply, routeId } = await this.#answer(request, requestId).catch((error: unknown) => {
      // A client that went away in the middle of its request gets no answer, and is no error of ours.
      if (!response.destroyed) this.#log.request(inspect(error));
      return { reply: gatewayReply(500, 'Internal Server Error'), routeId: undefined };
    });
    if (response.destroyed) return;
    send(response, reply, requestId);
    const milliseconds = Math.round(performance.now() - started);
    const words = [request.method, request.url, reply.statusCode, `${milliseconds} ms`, routeId];
    this.#log.request(words.filter((word) => word !== undefined).join(' '));
  }

  async #answer(
    request: IncomingMessage,
    requestId: string,
  ): Promise<{ readonly reply: HttpReply; readonly routeId?: string }> {
    const body = await readRequestBody(request);
    await this.#opened;
    // From here to the invocation nothing is awaited: meanwhile this deployment could have been replaced and ended.
    const deployment = this.#deployment;
    if (deployment === undefined) return { reply: gatewayReply(503, 'Service Unavailable') };
    const match = deployment.match(request.method ?? 'GET', requestTarget(request).pathname);
    if (match === undefined) return { reply: gatewayReply(404, 'Not Found') };
    if (body === undefined) return { reply: gatewayReply(413, 'Request Too Long') };
    const routeId = match.route.id;
    const event = gatewayEvent({ request, body, match, origin: this.url, requestId });
    const hasFunction = deployment.hasFunction(match.route);
    if (hasFunction && Buffer.byteLength(event) > MAX_EVENT_BYTES)
      return { reply: gatewayReply(413, 'Request Too Long') };
    const integrate = (authorized: string): Promise<HttpReply> =>
      hasFunction
        ? this.#reply(deployment.invoke(match.route, authorized, randomUUID()), routeId)
        : directReply(match.route, directRequest(request, body, match));
    const reply = await deployment.hold(() => this.#integrate(deployment.authorizerOf(match.route), event, integrate));
    return { reply, routeId };
  }

  /** Has a route answered, if its authorizer lets the caller through. */
  async #integrate(
    authorizer: LocalAuthorizer | undefined,
    event: string,
    integrate: (event: string) => Promise<HttpReply>,
  ): Promise<HttpReply> {
    const authorized = authorizer === undefined ? { event } : await authorize(authorizer, event);
    if ('refused' in authorized) return authorized.refused;
    const tooLate = () => gatewayReply(503, 'Service Unavailable');
    return withinSeconds(this.#integrationTimeout, integrate(authorized.event), tooLate);
  }

  async #reply(result: Promise<string>, routeId: string): Promise<HttpReply> {
    try {
      return readResult(await result);
    } catch (error) {
      const isExpected = error instanceof FunctionFailure || error instanceof MalformedResult;
      for (const line of (isExpected ? error.message : inspect(error)).split('\n')) this.#log.line(routeId, line);
      return gatewayReply(500, 'Internal Server Error');
    }
  }
}

const send = (response: ServerResponse, reply: HttpReply, requestId: string): void => {
  response.statusCode = reply.statusCode;
  for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value);
  if (reply.cookies.length > 0) response.appendHeader('set-cookie', reply.cookies);
  response.setHeader('apigw-requestid', requestId);
  // Given here, because Node.js leaves it out of the answer to HEAD.
  if (reply.statusCode !== 204 && reply.statusCode !== 304) response.setHeader('content-length', reply.body.length);
  response.end(reply.body);
};

const withinSeconds = async <TValue>(
  seconds: number,
  value: Promise<TValue>,
  otherwise: () => TValue,
): Promise<TValue> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<TValue>((resolve) => {
    timer = setTimeout(() => resolve(otherwise()), seconds * 1000);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
};
