/** What handlers compiled for HTTP APIs import. */
export { body, cookies, headers, pathParameters, query, request, toResult } from '../http/http-api.js';
