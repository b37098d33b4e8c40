import { createServer } from 'node:http';

const prefix = '/2018-06-01/runtime';

/**
 * AWS Lambda's Runtime API on a loopback port: hands each event to the runtime interface client that asks for one, and collects
 * what it answers (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
 *
 * @returns `{ host, invoke(event), close() }`; `invoke` resolves with the handler's result and rejects with its error. The result of
 * a handler that streams is `{ contentType, chunks, failure }`: what came in, piece by piece, and the error that it broke off with.
 */
export async function startRuntimeApi() {
  const queue = []; // events that no runtime has asked for yet
  const waiting = []; // runtimes that wait for an event
  const open = new Map(); // request id -> promise to settle
  let failure; // the runtime could not start: every invocation fails

  function deliver() {
    while (queue.length > 0 && waiting.length > 0) {
      const { id, event } = queue.shift();
      const headers = {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': id,
        'lambda-runtime-deadline-ms': String(Date.now() + 10_000),
        'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:eu-west-1:123456789012:function:smoke',
        'lambda-runtime-trace-id': 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1',
      };
      waiting.shift().writeHead(200, headers).end(JSON.stringify(event));
    }
  }

  function settle(id, outcome, { request, chunks }) {
    const { resolve, reject } = open.get(id);
    open.delete(id);
    const body = Buffer.concat(chunks).toString();
    if (outcome !== 'response') reject(new Error(body));
    else if (request?.headers['lambda-runtime-function-response-mode'] !== 'streaming') resolve(JSON.parse(body));
    else {
      const error = request.trailers['lambda-runtime-function-error-body'];
      const failure = error && JSON.parse(Buffer.from(error, 'base64').toString());
      resolve({ contentType: request.headers['content-type'], chunks, failure });
    }
  }

  const server = createServer(async (request, response) => {
    const path = request.url.slice(prefix.length);
    if (path === '/invocation/next') {
      waiting.push(response);
      deliver();
      return;
    }
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const [, id, outcome] = /^\/invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"OK"}');
    if (id) return settle(id, outcome, { request, chunks });
    failure = new Error(Buffer.concat(chunks).toString()); // POST /init/error
    for (const key of [...open.keys()]) settle(key, 'error', { chunks });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    host: `127.0.0.1:${server.address().port}`,
    async invoke(event) {
      if (failure) throw failure;
      const id = crypto.randomUUID();
      const answer = new Promise((resolve, reject) => open.set(id, { resolve, reject }));
      queue.push({ id, event });
      deliver();
      return answer;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
