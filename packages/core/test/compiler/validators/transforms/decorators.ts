/** class-transformer's decorators, tagged as the bundle that analysis runs has them. */
/// <reference path="../../../../src/mapped-types/class-transformer.d.ts" />
import * as library from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { type TransformStorage, tagTransformer } from '../../../../src/compiler/validators/tag-decorators.js';

const storage = defaultMetadataStorage as unknown as TransformStorage;

const tagged = <TName extends 'Exclude' | 'Expose' | 'Transform' | 'Type'>(name: TName): (typeof library)[TName] =>
  tagTransformer(name, library[name] as never, storage) as never;

export const Exclude = tagged('Exclude');
export const Expose = tagged('Expose');
export const Transform = tagged('Transform');
export const Type = tagged('Type');
