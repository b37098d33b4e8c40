/** The models that a REST API checks bodies against. */
import type { JsonSchema, LayerManifest, Manifest, RouteManifest } from '@gatewright/core/compiler';
import { JSON_TYPE } from './checked-body.js';
import { modelSchema } from './model-schema.js';

/** A model of API Gateway's, which has a name in its API. */
export interface RequestModel {
  /** Letters and digits. */
  readonly name: string;
  readonly schema: JsonSchema;
}

/** The models of routes by their ids; routes without one are absent. */
export type RequestModels = ReadonlyMap<string, RequestModel>;

/** Finds the routes whose bodies a gateway can check, and the models. */
export const requestModels = (manifest: Manifest): RequestModels =>
  new Map(
    manifest.routes.flatMap((route) => {
      const model = requestModel(route, manifest);
      return model === undefined ? [] : [[route.id, model] as const];
    }),
  );

/** A reference to a model from within the document. */
export const modelReference = ({ name }: RequestModel): object => ({ $ref: `#/components/schemas/${name}` });

/** The model of a route's body: of one DTO or an array of them, as JSON, whose refusal nothing of the application's would see. */
function requestModel(
  { parameters, consumes, layers, catches }: RouteManifest,
  { schemas = {} }: Manifest,
): RequestModel | undefined {
  const [body, ...others] = parameters.filter(({ in: place }) => place === 'body' || place === 'file');
  if (body?.schema === undefined || body.name !== undefined || !body.required || others.length > 0) return undefined;
  // a request that names no type is taken for JSON by the gateway
  if (consumes !== undefined && consumes[0] !== JSON_TYPE) return undefined;
  // middleware may change a body, or answer otherwise, as may @Catch
  if (catches.length > 0 || layers.some(({ kind }) => OWN_LAYERS.has(kind))) return undefined;
  const isList = body.type.kind === 'array';
  const type = body.type.kind === 'array' ? body.type.items : body.type;
  // a Standard Schema may take what its JSON Schema does not tell
  const described = type.kind === 'class' ? schemas[body.schema] : undefined;
  const schema = described && modelSchema(described);
  if (schema === undefined) return undefined;
  return isList
    ? { name: nameOf(`${body.schema}[]`), schema: { type: 'array', items: schema } }
    : { name: nameOf(body.schema), schema };
}

/** Layers that are the application's own code. */
const OWN_LAYERS: ReadonlySet<LayerManifest['kind']> = new Set(['function', 'class', 'middy']);

/** A name of letters and digits; other characters by their code. */
const nameOf = (key: string): string =>
  key.replaceAll(/[^\dA-Za-z]/g, (character) => `x${(character.codePointAt(0) as number).toString(16)}`);
