/** What handlers compiled for Function URLs import. */
export {
  auth,
  body,
  bytes,
  contentType,
  cookies,
  find,
  headers,
  match,
  method,
  pathParameters,
  query,
  recognizes,
  request,
  toResult,
} from '../http/function-url.js';
