/** What compiled handlers import, whatever their front door. */
export { coerce, to, toArray } from '../http/coerce.js';
export { checkJson, checkJsonList, parseJson, propertyOf, requireJson } from '../http/json-body.js';
export { toProblem } from '../http/problem.js';
export { toReply } from '../http/reply.js';
export { bigint, bindList, bindScalar, boolean, date, number, string, unknown } from '../http/scalar.js';
export { refuse } from '../http/validation-failed.js';
