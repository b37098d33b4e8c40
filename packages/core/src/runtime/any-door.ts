/** What handlers compiled for both payload formats import. */
export { body, cookies, headers, pathParameters, query, request, toResult } from '../http/any-door.js';
