/** What an expert writes by hand for each work: nothing shared, nothing checked that the work does not need. */
import { RESOURCES } from './resources.mjs';

const json = (statusCode, value) => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

/** Answers what is thrown, too. */
const safely = (handler) => async (event) => {
  try {
    return handler(event);
  } catch (error) {
    console.error(error);
    return {
      statusCode: 500,
      headers: { 'content-type': 'application/problem+json' },
      body: '{"title":"Internal Server Error","status":500}',
    };
  }
};

export const hello = () => safely(() => json(200, { hello: 'world' }));

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const isText = (value, max) => typeof value === 'string' && value.length >= 1 && value.length <= max;

function failuresOf({ name, email, age, tags, address }) {
  const failures = [];
  if (!isText(name, 50))
    failures.push('name must be longer than or equal to 1 and shorter than or equal to 50 characters');
  if (typeof email !== 'string' || !EMAIL.test(email)) failures.push('email must be an email');
  if (!Number.isInteger(age)) failures.push('age must be an integer number');
  if (!(age >= 0)) failures.push('age must not be less than 0');
  if (!(age <= 150)) failures.push('age must not be greater than 150');
  if (tags !== undefined && !(Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')))
    failures.push('each value in tags must be a string');
  if (typeof address !== 'object' || address === null) failures.push('address must be an object');
  else {
    if (!isText(address.street, 100)) failures.push('address.street must have 1 to 100 characters');
    if (!isText(address.city, 100)) failures.push('address.city must have 1 to 100 characters');
  }
  return failures;
}

export const createUser = () =>
  safely((event) => {
    const { name, email, age, tags, address } = JSON.parse(event.body);
    const failures = failuresOf({ name, email, age, tags, address });
    if (failures.length > 0)
      return {
        statusCode: 400,
        headers: { 'content-type': 'application/problem+json' },
        body: JSON.stringify({ title: 'Bad Request', status: 400, errors: failures }),
      };
    return json(201, { name, email, age, tags, address: { street: address.street, city: address.city } });
  });

export function crud() {
  const routes = {};
  for (const resource of RESOURCES) {
    const items = new Map();
    routes[`GET /${resource}`] = () => json(200, [...items.values()]);
    routes[`GET /${resource}/{id}`] = ({ pathParameters: { id } }) => json(200, items.get(id) ?? { id });
    routes[`POST /${resource}`] = ({ body }) => {
      const item = JSON.parse(body);
      items.set(item.id, item);
      return json(201, item);
    };
    routes[`PUT /${resource}/{id}`] = ({ body, pathParameters: { id } }) => {
      const item = JSON.parse(body);
      items.set(id, item);
      return json(200, item);
    };
    routes[`DELETE /${resource}/{id}`] = ({ pathParameters: { id } }) => {
      items.delete(id);
      return { statusCode: 204 };
    };
  }
  return safely((event) => routes[event.routeKey](event));
}
