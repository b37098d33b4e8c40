import { type MethodMark, recordMethod } from '../metadata/decorate.js';

/**
 * Sets the status of a successful answer; without it 200, or 204 when the method returns nothing.
 *
 * @param status a status code, 200 to 599
 * @example
 * @Post()
 * @HttpCode(201)
 * create(@Body() input: CreateUser): Promise<User> { ... }
 */
export const HttpCode = (status: number): MethodMark => recordMethod('HttpCode', [status]);

/**
 * Adds a header to a successful answer.
 *
 * @example
 * @Get()
 * @Header('cache-control', 'no-store')
 * list(): Promise<User[]> { ... }
 */
export const Header = (name: string, value: string): MethodMark => recordMethod('Header', [name, value]);
