import { type ClassOrMethodMark, recordClassOrMethod } from '../metadata/decorate.js';

/** Access to a resource: a level, the name of one of its construct's grant methods (`grantPurge`), or an action (`dynamodb:Query`). */
export type Access =
  | 'read'
  | 'write'
  | 'readWrite'
  | 'send'
  | 'consume'
  | 'publish'
  | 'put'
  | 'delete'
  | 'invoke'
  | 'start'
  | 'startSync'
  | 'encrypt'
  | 'decrypt'
  | `grant${string}`
  | `${string}:${string}`;

/**
 * Says which resources the code of a class or a controller method uses, and how: the functions of the routes that this code is made for
 * are allowed that, and no others are.
 *
 * @param resources access by the name that the construct's `resources` have them by; `[]` for the name of a resource without access
 * @example
 * @Injectable()
 * @Uses({ todos: 'readWrite' })
 * export class TodoStore {
 *   private readonly table = resource('todos').name;
 * }
 */
export const Uses = (resources: Readonly<Record<string, Access | readonly Access[]>>): ClassOrMethodMark =>
  recordClassOrMethod('Uses', [resources]);
