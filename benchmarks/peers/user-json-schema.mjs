const text = (maxLength) => ({ type: 'string', minLength: 1, maxLength });

/** A user to create, for the peers whose users write JSON Schema. */
export const userJsonSchema = {
  type: 'object',
  required: ['name', 'email', 'age', 'address'],
  additionalProperties: false,
  properties: {
    name: text(50),
    email: { type: 'string', format: 'email' },
    age: { type: 'integer', minimum: 0, maximum: 150 },
    tags: { type: 'array', items: { type: 'string' } },
    address: {
      type: 'object',
      required: ['street', 'city'],
      additionalProperties: false,
      properties: { street: text(100), city: text(100) },
    },
  },
};
