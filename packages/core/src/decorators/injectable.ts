import { type ClassMark, type ParameterMark, recordClass, recordParameter } from '../metadata/decorate.js';
import type { Class } from '../metadata/record.js';

/**
 * Marks a class that controllers and other injectables may take in their constructors; one instance per execution environment.
 *
 * @example
 * @Injectable()
 * export class UserStore {}
 */
export const Injectable = (): ClassMark => recordClass('Injectable', []);

/**
 * Says which class a constructor parameter gets, where its type alone does not.
 *
 * @example
 * constructor(@Inject(DynamoUserStore) private readonly users: UserStore) {}
 */
export const Inject = (token: Class): ParameterMark => recordParameter('Inject', [token]);
