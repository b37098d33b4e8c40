import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { RESOURCES } from './resources.mjs';
import { userSchema } from './user-zod.mjs';

export const hello = () => handle(new Hono().get('/hello', (context) => context.json({ hello: 'world' })));

export const createUser = () =>
  handle(
    new Hono().post('/users', zValidator('json', userSchema()), (context) =>
      context.json(context.req.valid('json'), 201),
    ),
  );

export function crud() {
  const app = new Hono();
  for (const resource of RESOURCES) {
    const items = new Map();
    app.get(`/${resource}`, (context) => context.json([...items.values()]));
    app.get(`/${resource}/:id`, (context) => {
      const id = context.req.param('id');
      return context.json(items.get(id) ?? { id });
    });
    app.post(`/${resource}`, async (context) => {
      const item = await context.req.json();
      items.set(item.id, item);
      return context.json(item, 201);
    });
    app.put(`/${resource}/:id`, async (context) => {
      const item = await context.req.json();
      items.set(context.req.param('id'), item);
      return context.json(item);
    });
    app.delete(`/${resource}/:id`, (context) => {
      items.delete(context.req.param('id'));
      return context.body(null, 204);
    });
  }
  return handle(app);
}
