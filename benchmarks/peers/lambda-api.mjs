import createApi from 'lambda-api';
import { RESOURCES } from './resources.mjs';
import { userSchema } from './user-zod.mjs';

const handlerOf = (api) => (event, context) => api.run(event, context);

export function hello() {
  const api = createApi();
  api.get('/hello', () => ({ hello: 'world' }));
  return handlerOf(api);
}

export function createUser() {
  const api = createApi();
  const schema = userSchema();
  api.post('/users', (request, response) => {
    const { data, error } = schema.safeParse(request.body);
    if (error === undefined) response.status(201).json(data);
    else response.status(400).json({ issues: error.issues });
  });
  return handlerOf(api);
}

export function crud() {
  const api = createApi();
  for (const resource of RESOURCES) {
    const items = new Map();
    api.get(`/${resource}`, () => [...items.values()]);
    api.get(`/${resource}/:id`, ({ params: { id } }) => items.get(id) ?? { id });
    api.post(`/${resource}`, ({ body }, response) => {
      items.set(body.id, body);
      response.status(201).json(body);
    });
    api.put(`/${resource}/:id`, ({ body, params: { id } }) => {
      items.set(id, body);
      return body;
    });
    api.delete(`/${resource}/:id`, ({ params: { id } }, response) => {
      items.delete(id);
      response.status(204).send('');
    });
  }
  return handlerOf(api);
}
