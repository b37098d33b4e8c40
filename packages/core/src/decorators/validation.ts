import { type ClassOrMethodMark, recordClassOrMethod } from '../metadata/decorate.js';
import type { DtoOptions } from '../model/dto-options.js';

/**
 * Says how the DTOs of a method, of a controller's methods or of every route are validated; option by option the method's win, then
 * the controller's.
 *
 * @param options those of class-validator's `validate`, and class-transformer's under `transformOptions`
 * @example
 * @Post()
 * @Validation({ forbidNonWhitelisted: true, groups: ['create'] })
 * create(@Body() input: User): Promise<User> { ... }
 */
export const Validation = (options: DtoOptions): ClassOrMethodMark => recordClassOrMethod('Validation', [options]);
