import { type ClassOrMethodMark, recordClassOrMethod } from '../metadata/decorate.js';
import type { Packaging as PackagingName } from '../model/manifest.js';

/**
 * Says which Lambda function answers the routes of a controller, or one of its routes; the method's wins.
 *
 * `route` is a function for each route, `controller` one for the controller's, `app` one for all routes that say so. The build's
 * option `packaging` says it for the routes that have no decorator.
 *
 * @example
 * @Controller('/users')
 * @Packaging('controller')
 * export class UsersController {}
 */
export const Packaging = (packaging: PackagingName): ClassOrMethodMark => recordClassOrMethod('Packaging', [packaging]);
