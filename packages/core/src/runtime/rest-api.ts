/** What handlers compiled for REST APIs import. */
export {
  auth,
  body,
  bytes,
  contentType,
  cookies,
  find,
  headers,
  method,
  pathParameter,
  pathParameters,
  query,
  recognizes,
  request,
  toResult,
} from '../http/rest-api.js';
