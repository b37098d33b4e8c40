/** Which media types the body of a route may have, decided by all its parameters together. */
import { kindOf } from '../http/body-kind.js';
import type { ParameterManifest, TypeModel } from './manifest.js';
import { argumentOf, type Refusal } from './refuse-parameter.js';

/** What a route takes as its body: media types, where only some will do, and everything wrong with it. */
export interface BuiltBody {
  readonly consumes?: readonly string[];
  readonly refusals: readonly Refusal[];
}

const JSON_TYPES = ['application/json', '*/*+json'];
const MULTIPART = 'multipart/form-data';

/**
 * Decides what a route takes as its body.
 *
 * @param given what `@Consumes` was given; undefined without it
 */
export function buildBody(given: unknown, parameters: readonly ParameterManifest[]): BuiltBody {
  const invalid = refusedTypes(given);
  if (invalid !== undefined) return { refusals: [invalid] };
  const types = given as readonly string[] | undefined;
  const files = parameters.filter((parameter) => parameter.in === 'file');
  const bodies = parameters.filter((parameter) => parameter.in === 'body');
  const raw = bodies.filter(isRaw);
  const parsed = [...bodies.filter((parameter) => !isRaw(parameter)), ...files];
  const implied = files.length > 0 ? [MULTIPART] : JSON_TYPES;
  const consumes = types ?? (parsed.length > 0 ? implied : undefined);
  const refusals = [
    ...refusedMixture(raw, parsed),
    ...(parsed.length === 0 || consumes === undefined ? [] : refusedKinds(consumes, parsed)),
  ];
  return { ...(consumes === undefined ? {} : { consumes }), refusals };
}

/** Whether a parameter takes the body as it is, whatever its media type. */
const isRaw = ({ name, type }: ParameterManifest): boolean =>
  name === undefined && (type.kind === 'string' || type.kind === 'bytes');

/** A media type (RFC 9110, 8.3.1), or a range of them. */
const MEDIA_TYPE = /^(?:\*\/\*|[\w!#$%&'+.^`|~-]+\/(?:\*|[\w!#$%&'+.^`|~-]+)|\*\/\*\+[\w!#$%&'.^`|~-]+)$/;

function refusedTypes(given: unknown): Refusal | undefined {
  if (given === undefined) return undefined;
  const types = given as readonly unknown[];
  if (types.length === 0)
    return consumesInvalid('@Consumes() names no media type; give one, for example application/json');
  const wrong = types.find((type) => typeof type !== 'string' || !MEDIA_TYPE.test(type) || type !== type.toLowerCase());
  return wrong === undefined
    ? undefined
    : consumesInvalid(
        `@Consumes was given ${JSON.stringify(wrong)}, which is no media type; write type/subtype in lower case, without parameters`,
      );
}

/** Text or bytes are all of a body: beside them nothing can be taken of it. */
function refusedMixture(raw: readonly ParameterManifest[], parsed: readonly ParameterManifest[]): Refusal[] {
  const [first] = raw;
  const other = parsed[0] ?? raw.find(({ type }) => type.kind !== first?.type.kind);
  if (first === undefined || other === undefined) return [];
  return [
    {
      code: 'BODY_KINDS_DIFFER',
      message: `parameter ${first.index} takes the whole body as ${first.type.kind === 'bytes' ? 'bytes' : 'text'} and parameter ${other.index} takes it otherwise; keep one of them, or take both from one DTO`,
    },
  ];
}

function refusedKinds(consumes: readonly string[], parsed: readonly ParameterManifest[]): Refusal[] {
  const unknown = consumes.filter((type) => kindOf(type) === undefined);
  const isForm = consumes.some((type) => kindOf(type) === 'form' || kindOf(type) === 'multipart');
  const file = parsed.find((parameter) => parameter.in === 'file');
  return [
    ...unknown.map((type) =>
      consumesInvalid(
        `@Consumes('${type}') cannot be read into the parameters that take the body; take it as string or Uint8Array, or consume application/json, application/x-www-form-urlencoded or multipart/form-data`,
      ),
    ),
    ...(file === undefined || consumes.includes(MULTIPART)
      ? []
      : [
          {
            code: 'FILE_WITHOUT_MULTIPART' as const,
            message: `parameter ${file.index} takes the file '${file.name}', which only a body of type multipart/form-data has; write @Consumes('multipart/form-data'), or remove @Consumes`,
          },
        ]),
    ...(isForm ? parsed.flatMap(refusedInForm) : []),
  ];
}

/** Forms have text by name and nothing in it. */
function refusedInForm({ in: place, index, name, type }: ParameterManifest): Refusal[] {
  const value = name !== undefined && type.kind === 'array' ? type.items : type;
  if (place === 'file' || (name === undefined ? type.kind !== 'array' : !isNested(value))) return [];
  return [
    {
      code: 'PARAMETER_TYPE_INVALID',
      message: `parameter ${index} takes ${name === undefined ? 'an array' : `objects from @Body(${argumentOf(name).replace(', ', '')})`}, which a form cannot have; take a DTO of all fields, or consume application/json only`,
    },
  ];
}

const isNested = ({ kind }: TypeModel): boolean => kind === 'class' || kind === 'array';

const consumesInvalid = (message: string): Refusal => ({ code: 'CONSUMES_INVALID', message });
