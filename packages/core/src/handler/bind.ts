import type { AnyEvent } from '../http/any-door.js';
import * as door from '../http/any-door.js';
import { claimList, claimOf, claimText, requireCaller, requireClaim } from '../http/claim.js';
import type { ContextKey } from '../http/context.js';
import type { RouteTemplate, Values } from '../http/front-door.js';
import type { Place } from '../http/place.js';
import type { ParameterManifest, ParameterPlace } from '../model/manifest.js';
import { bindBody, bindUpload } from './bind-body.js';
import { type Bind, bindOne, bindToSchema, bindValuesDto, type Subject } from './bind-value.js';

/** Decides once how a parameter gets its value. */
export const bindParameter = (subject: Omit<Subject, 'place'>): Bind =>
  BINDERS[subject.parameter.in]({ ...subject, place: placeOf(subject.parameter) });

const placeOf = ({ in: place, name, required }: ParameterManifest): Place => ({
  in: place,
  path: name ?? '',
  required,
});

const BINDERS: Readonly<Record<ParameterPlace, (subject: Subject) => Bind>> = {
  path: (subject) => bindValue(subject, door.pathParameters),
  query: (subject) => bindValue(subject, door.query),
  header: (subject) => bindValue(subject, door.headers),
  cookie: (subject) => bindValue(subject, door.cookies as ReadValues),
  body: bindBody,
  file: bindUpload,
  auth: bindAuth,
  request:
    ({ parameter: { name } }) =>
    ({ event, route }) =>
      pick(door.request(event, route), name),
  context: bindContext,
  signal:
    () =>
    ({ http }) =>
      http.signal,
};

const pick = (whole: unknown, name: string | undefined): unknown =>
  name === undefined ? whole : (whole as Record<string, unknown> | undefined)?.[name];

function bindContext({ parameter: { name, key }, classes }: Subject): Bind {
  if (key === undefined) return ({ context }) => pick(context, name);
  const contextKey = classes.values.get(key) as ContextKey<unknown>;
  return ({ http }) => http.get(contextKey);
}

type ReadValues = (event: AnyEvent, route: RouteTemplate) => Values;

function bindValue(subject: Subject, read: ReadValues): Bind {
  const { name, type, in: place } = subject.parameter;
  if (type.kind === 'class') {
    const bind = bindValuesDto(subject, type.class);
    return ({ event, route, failures }) => bind(read(event, route), failures);
  }
  if (name === undefined) {
    if (type.kind !== 'schema') return ({ event, route }) => read(event, route);
    const bind = bindToSchema(subject, type);
    return ({ event, route, failures }) => bind({ ...read(event, route) }, failures);
  }
  const key = place === 'header' ? name.toLowerCase() : name;
  // a path parameter is always there, and always text
  if (place === 'path' && type.kind === 'string') return ({ event, route }) => read(event, route)[key];
  const bind = bindOne(subject);
  return ({ event, route, failures }) => bind(read(event, route)[key], failures);
}

function bindAuth(subject: Subject): Bind {
  const { name, type, required, separator } = subject.parameter;
  if (name === undefined) return ({ event }) => (required ? requireCaller(door.auth(event)) : door.auth(event));
  const claim: Bind = ({ event }) => {
    const found = claimOf(door.auth(event), name);
    return required ? requireClaim(found) : found;
  };
  if (type.kind === 'unknown') return claim;
  if (type.kind === 'schema') {
    const bind = bindToSchema(subject, type);
    return (input) => bind(claim(input), input.failures);
  }
  const bind = bindOne(subject);
  return (input) => {
    const found = claim(input);
    return bind(type.kind === 'array' ? claimList(found, separator) : claimText(found), input.failures);
  };
}
