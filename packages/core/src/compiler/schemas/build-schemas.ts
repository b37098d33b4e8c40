/** The schemas of what routes take. */
import type { DtoOptions } from '../../model/dto-options.js';
import type { JsonSchema, ParameterManifest, RouteManifest, SchemaManifest } from '../../model/manifest.js';
import type { DtoDescription } from '../validators/dto-description.js';
import { dtoSchema } from './dto-schema.js';

/** Routes whose parameters name their schemas, and the schemas. */
export interface RoutesWithSchemas {
  readonly routes: readonly RouteManifest[];
  readonly schemas: Readonly<Record<string, SchemaManifest>>;
}

/** What is known of the types that parameters have. */
export interface SchemaSources {
  readonly dtos: Readonly<Record<string, DtoDescription>>;
  /** Of Standard Schemas that tell theirs, by the key of the value. */
  readonly standard: Readonly<Record<string, SchemaManifest>>;
}

/** Builds the schemas of all parameters. */
export function buildSchemas(routes: readonly RouteManifest[], sources: SchemaSources): RoutesWithSchemas {
  const schemas = new Map<string, SchemaManifest>();
  const variants = new Map<string, number>();
  const keyOf = (parameter: ParameterManifest, options: DtoOptions): string | undefined => {
    const type = parameter.type.kind === 'array' ? parameter.type.items : parameter.type;
    if (type.kind === 'class') return add(type.class, options);
    const standard = type.kind === 'schema' ? sources.standard[type.value] : undefined;
    if (type.kind !== 'schema' || standard === undefined) return undefined;
    schemas.set(type.value, standard);
    return type.value;
  };
  const add = (key: string, options: DtoOptions): string => {
    const said = saidOf(options);
    if (!variants.has(said)) variants.set(said, variants.size + 1);
    const variant = variants.get(said) as number;
    const name = variant === 1 ? key : `${key}.${variant}`;
    if (schemas.has(name)) return name;
    // a class may lead to itself
    schemas.set(name, { schema: {}, notExpressed: [] });
    const describe = (described: string) =>
      sources.dtos[described] ?? { ...NO_DECORATORS, class: described, name: described };
    const reference = (other: string): JsonSchema => ({ $ref: `#/$defs/${pointer(add(other, options))}` });
    schemas.set(name, dtoSchema(key, { options, describe, reference }));
    return name;
  };
  // without options first, so that the class's own key is that of what nobody says otherwise
  variants.set(saidOf({}), 1);
  const named = routes.map((route) => ({
    ...route,
    parameters: route.parameters.map((parameter) => {
      const schema = keyOf(parameter, route.validation ?? {});
      return schema === undefined ? parameter : { ...parameter, schema };
    }),
  }));
  return { routes: named, schemas: Object.fromEntries([...schemas].sort(([one], [other]) => (one < other ? -1 : 1))) };
}

/** The options that a schema depends on, as text. */
function saidOf(options: DtoOptions): string {
  const { maxErrors, stopAtFirstError, dismissDefaultMessages, enableDebugMessages, whitelist, ...rest } = options;
  return JSON.stringify(rest, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** A part of a JSON Pointer (RFC 6901, 3), in a fragment. */
const pointer = (name: string): string => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));

const NO_DECORATORS = {
  ancestors: [],
  validations: [],
  selections: {},
  transforms: [],
  designTypes: {},
  unsupported: [],
};
