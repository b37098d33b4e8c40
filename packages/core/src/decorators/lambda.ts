import { type ClassOrMethodMark, recordClassOrMethod } from '../metadata/decorate.js';
import type { LambdaOptions } from '../model/manifest.js';

/**
 * Sets properties of the Lambda functions of a controller, or of one method; the method's win.
 *
 * @example
 * @Post()
 * @Lambda({ memorySize: 512, timeout: 10 })
 * create(@Body() input: CreateUser): Promise<User> { ... }
 */
export const Lambda = (options: LambdaOptions): ClassOrMethodMark => recordClassOrMethod('Lambda', [options]);
