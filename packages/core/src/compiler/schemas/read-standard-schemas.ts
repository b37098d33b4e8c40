/** Runs in the process that loads an application: the JSON Schemas that Standard Schemas tell of themselves. */
import type { SchemaManifest } from '../../model/manifest.js';
import type { ValueTable } from '../../model/value-table.js';

/** A schema that follows Standard JSON Schema (https://standardschema.dev/json-schema). */
interface Telling {
  readonly '~standard'?: {
    readonly jsonSchema?: { readonly input?: (options: { readonly target: string }) => unknown };
  };
}

/** Asks the schemas among the values that decorators were given, by key; those that tell nothing are left out. */
export function readStandardSchemas(values: ValueTable): Record<string, SchemaManifest> {
  return Object.fromEntries(
    Object.keys(values.places()).flatMap((key) => {
      const value = values.get(key) as (Telling & { readonly type?: Telling }) | undefined;
      const told = tell(value) ?? tell(value?.type);
      return told === undefined ? [] : [[key, told]];
    }),
  );
}

function tell(schema: Telling | undefined): SchemaManifest | undefined {
  const ask = schema?.['~standard']?.jsonSchema?.input;
  if (ask === undefined) return undefined;
  try {
    const { $schema, ...told } = ask({ target: 'draft-2020-12' }) as Record<string, unknown>;
    return { schema: told, notExpressed: [] };
  } catch (error) {
    return { schema: {}, notExpressed: [{ rule: 'jsonSchema', reason: (error as Error).message }] };
  }
}
