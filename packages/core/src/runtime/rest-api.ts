/** What handlers compiled for REST APIs import. */
export { body, cookies, headers, pathParameters, query, request, toResult } from '../http/rest-api.js';
