import middy from '@middy/core';
import httpErrorHandler from '@middy/http-error-handler';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import httpRouter from '@middy/http-router';
import validator from '@middy/validator';
import { RESOURCES } from './resources.mjs';
// compiled ahead of time, as middy's documentation advises
import validateUser from './user-schema.validate.mjs';

const json = (statusCode, value) => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

export const hello = () =>
  middy()
    .use(httpErrorHandler())
    .handler(() => json(200, { hello: 'world' }));

export const createUser = () =>
  middy()
    .use(httpJsonBodyParser())
    .use(validator({ eventSchema: validateUser }))
    .use(httpErrorHandler({ logger: false }))
    .handler(({ body }) => json(201, body));

export function crud() {
  const routes = RESOURCES.flatMap((resource) => {
    const items = new Map();
    const put = (status, id, item) => {
      items.set(id, item);
      return json(status, item);
    };
    return [
      { method: 'GET', path: `/${resource}`, handler: () => json(200, [...items.values()]) },
      {
        method: 'GET',
        path: `/${resource}/{id}`,
        handler: ({ pathParameters: { id } }) => json(200, items.get(id) ?? { id }),
      },
      { method: 'POST', path: `/${resource}`, handler: ({ body }) => put(201, body.id, body) },
      { method: 'PUT', path: `/${resource}/{id}`, handler: ({ body, pathParameters: { id } }) => put(200, id, body) },
      {
        method: 'DELETE',
        path: `/${resource}/{id}`,
        handler: ({ pathParameters: { id } }) => {
          items.delete(id);
          return { statusCode: 204 };
        },
      },
    ];
  });
  return middy()
    .use(httpJsonBodyParser({ disableContentTypeError: true }))
    .use(httpErrorHandler())
    .handler(httpRouter(routes));
}
