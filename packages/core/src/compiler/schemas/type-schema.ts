import type { TypeName } from '../validators/dto-description.js';
import { findEntry } from '../validators/transform-entries.js';
import type { NestedSubject } from './nested-schema.js';

/** What may be given where class-transformer converts a value. */
export interface Conversion {
  /** The decorator or option that has it converted. */
  readonly rule: string;
  /** Types that make sense to give; absent for any. */
  readonly types?: readonly string[];
}

/** How a property's value is converted before rules apply; undefined where it is not. */
export function conversionOf({ key, property, context }: NestedSubject): Conversion | undefined {
  const { transformOptions = {} } = context.options;
  const entry = findEntry('type', key, property, context.describe);
  if (entry !== undefined) return ofType(entry.type ?? entry.reflected, 'Type');
  if (!transformOptions.enableImplicitConversion) return undefined;
  return ofType(context.describe(key).designTypes[property], 'enableImplicitConversion');
}

function ofType(type: TypeName | undefined, rule: string): Conversion | undefined {
  if (type === undefined || !('builtIn' in type)) return undefined;
  const types = CONVERTED[type.builtIn];
  return types === undefined ? undefined : { rule, ...(types.length === 0 ? {} : { types }) };
}

const CONVERTED: Readonly<Record<string, readonly string[]>> = {
  Number: ['number', 'string', 'boolean'],
  Date: ['string', 'number', 'boolean'],
  String: [],
  Boolean: [],
};
