/** What handlers compiled for Application Load Balancers import. */
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
} from '../http/alb.js';
