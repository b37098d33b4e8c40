/** What an expert would write by hand for two of the application's routes; nothing shared, nothing checked that the route does not need. */

const items = new Map();

/** GET /items-0/{id} */
export const get = async (event) => {
  try {
    const { id } = event.pathParameters;
    return {
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(items.get(id) ?? { id }),
    };
  } catch (error) {
    console.error(error);
    return {
      statusCode: 500,
      headers: { 'content-type': 'application/problem+json' },
      body: '{"title":"Internal Server Error","status":500}',
    };
  }
};

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const failuresOf = ({ name, email, age, tags }) => [
  ...(typeof name === 'string' && name.length >= 1 && name.length <= 50 ? [] : ['name must have 1 to 50 characters']),
  ...(typeof email === 'string' && EMAIL.test(email) ? [] : ['email must be an email']),
  ...(Number.isInteger(age) && age >= 0 && age <= 150 ? [] : ['age must be an integer from 0 to 150']),
  ...(tags === undefined || (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string'))
    ? []
    : ['tags must be strings']),
];

/** POST /items-0 */
export const create = async (event) => {
  try {
    const { name, email, age, tags } = JSON.parse(event.body);
    const failures = failuresOf({ name, email, age, tags });
    if (failures.length > 0)
      return {
        statusCode: 400,
        headers: { 'content-type': 'application/problem+json' },
        body: JSON.stringify({ title: 'Bad Request', status: 400, errors: failures }),
      };
    const item = { name, email, age, tags };
    items.set(name, item);
    return { statusCode: 201, headers: { 'content-type': 'application/json' }, body: JSON.stringify(item) };
  } catch (error) {
    console.error(error);
    return {
      statusCode: 500,
      headers: { 'content-type': 'application/problem+json' },
      body: '{"title":"Internal Server Error","status":500}',
    };
  }
};
