/** The one file that touches `Reflect`'s metadata: what a compiler with decorator metadata wrote beside the decorators. */
import 'reflect-metadata';
import type { Class } from './record.js';

/** Types of a method's parameters, or of the constructor's where no method is named; undefined without decorator metadata. */
export const readParameterTypes = (target: Class, method?: string): readonly unknown[] | undefined =>
  method === undefined
    ? Reflect.getOwnMetadata('design:paramtypes', target)
    : Reflect.getMetadata('design:paramtypes', target.prototype, method);

/** Declared type of a decorated property; undefined without decorator metadata. */
export const readPropertyType = (target: Class, property: string): unknown =>
  Reflect.getMetadata('design:type', target.prototype, property);
