/** What handlers compiled for HTTP APIs import. */
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
} from '../http/http-api.js';
