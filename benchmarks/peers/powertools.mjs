import { Router } from '@aws-lambda-powertools/event-handler/http';
import { RESOURCES } from './resources.mjs';
import { userSchema } from './user-zod.mjs';

const handlerOf = (app) => async (event, context) => app.resolve(event, context);

export function hello() {
  const app = new Router();
  app.get('/hello', () => ({ hello: 'world' }));
  return handlerOf(app);
}

const json = (status, value) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

export function createUser() {
  const app = new Router();
  const schema = userSchema();
  app.post('/users', async ({ req }) => {
    const { data, error } = schema.safeParse(await req.json());
    return error === undefined ? json(201, data) : json(400, { statusCode: 400, issues: error.issues });
  });
  return handlerOf(app);
}

export function crud() {
  const app = new Router();
  for (const resource of RESOURCES) {
    const items = new Map();
    app.get(`/${resource}`, () => [...items.values()]);
    app.get(`/${resource}/:id`, ({ params: { id } }) => items.get(id) ?? { id });
    app.post(`/${resource}`, async ({ req }) => {
      const item = await req.json();
      items.set(item.id, item);
      return json(201, item);
    });
    app.put(`/${resource}/:id`, async ({ params: { id }, req }) => {
      const item = await req.json();
      items.set(id, item);
      return item;
    });
    app.delete(`/${resource}/:id`, ({ params: { id } }) => {
      items.delete(id);
      return new Response(null, { status: 204 });
    });
  }
  return handlerOf(app);
}
