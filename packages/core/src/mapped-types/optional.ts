import { IsOptional, ValidateIf } from 'class-validator';
import type { Class } from '../metadata/record.js';

/** Lets a property be missing, whatever groups a route validates. */
export function makeOptional(target: Class, property: string, allowsNull: boolean): void {
  const decorate = allowsNull
    ? IsOptional({ always: true })
    : ValidateIf((_object, value) => value !== undefined, { always: true });
  decorate(target.prototype as object, property);
}
