import { type ClassMark, recordClass } from '../metadata/decorate.js';

/**
 * Marks the class whose middleware and error mappings are every route's; the option `application` names its module.
 *
 * @example
 * @Application()
 * @SecurityHeaders()
 * @Catch(ItemMissing, 404)
 * export class Shop {}
 */
export const Application = (): ClassMark => recordClass('Application', []);
