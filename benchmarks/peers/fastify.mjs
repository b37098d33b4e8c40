import awsLambdaFastify from '@fastify/aws-lambda';
import fastify from 'fastify';
import { RESOURCES } from './resources.mjs';
import { userJsonSchema } from './user-json-schema.mjs';

async function handlerOf(app) {
  const proxy = awsLambdaFastify(app, { decorateRequest: false });
  await app.ready();
  return proxy;
}

export function hello() {
  const app = fastify();
  app.get('/hello', async () => ({ hello: 'world' }));
  return handlerOf(app);
}

export function createUser() {
  const app = fastify({ ajv: { customOptions: { allErrors: true } } });
  app.post('/users', { schema: { body: userJsonSchema } }, async ({ body }, reply) => {
    reply.code(201);
    return body;
  });
  return handlerOf(app);
}

export function crud() {
  const app = fastify();
  for (const resource of RESOURCES) {
    const items = new Map();
    app.get(`/${resource}`, async () => [...items.values()]);
    app.get(`/${resource}/:id`, async ({ params: { id } }) => items.get(id) ?? { id });
    app.post(`/${resource}`, async ({ body }, reply) => {
      items.set(body.id, body);
      reply.code(201);
      return body;
    });
    app.put(`/${resource}/:id`, async ({ body, params: { id } }) => {
      items.set(id, body);
      return body;
    });
    app.delete(`/${resource}/:id`, async ({ params: { id } }, reply) => {
      items.delete(id);
      reply.code(204);
    });
  }
  return handlerOf(app);
}
