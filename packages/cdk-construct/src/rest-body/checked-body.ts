/** The media type of bodies that a gateway checks. */
export const JSON_TYPE = 'application/json';

/** The validator of parameters and bodies, beside the one of parameters that all methods have. */
export const WHOLE_VALIDATOR = 'all';

/** What an operation says for its JSON bodies to be checked. */
export const checkedBody = (schema: object): object => ({
  requestBody: { required: true, content: { [JSON_TYPE]: { schema } } },
  'x-amazon-apigateway-request-validator': WHOLE_VALIDATOR,
});
