/** The code of what is taken from the body. */
import { type BodyKind, kindOf } from '../http/body-kind.js';
import type { TypeModel } from '../model/manifest.js';
import {
  type Emission,
  emitDto,
  emitOne,
  emitPlace,
  emitScalar,
  emitSchema,
  emitValuesDto,
  fallible,
  type Subject,
} from './emit-value.js';
import { access } from './names.js';

export function emitBody(subject: Subject): Emission {
  const { parameter, module } = subject;
  const { name, type } = parameter;
  if (name === undefined && (type.kind === 'string' || type.kind === 'bytes'))
    return fallible(subject, emitRequired(subject, emitTyped(subject, type.kind === 'bytes' ? 'bytes' : 'body')));
  const kinds = emitReads(subject);
  const json = () =>
    emitJson(
      subject,
      name === undefined ? 'json' : `${module.use('runtime', 'propertyOf')}(json, ${JSON.stringify(name)})`,
    );
  if (kinds.length > 1) return fallible(subject, `bodyKind === "json" ? ${json()} : ${emitForm(subject)}`);
  return fallible(subject, kinds[0] === 'json' ? json() : emitForm(subject));
}

export function emitFile(subject: Subject): Emission {
  const { parameter, module } = subject;
  emitReads(subject);
  const bind = module.use('runtime', parameter.type.kind === 'array' ? 'bindFiles' : 'bindFile');
  const files = access('form?.files', parameter.name as string);
  return fallible(subject, `${bind}(${files}, ${emitPlace(subject)}, failures)`);
}

/** What a body is read as, by kind. */
const READERS: Readonly<Record<BodyKind, (subject: Subject) => string>> = {
  json: (subject) => `${subject.module.use('runtime', 'parseJson')}(${emitTyped(subject, 'body')})`,
  form: (subject) => `${subject.module.use('runtime', 'parseForm')}(${emitTyped(subject, 'body')})`,
  multipart: (subject) =>
    `${subject.module.use('runtime', 'parseMultipart')}(${emitTyped(subject, 'bytes')}, ${emitContentType(subject)})`,
};

/** Reads the body as `json` or `form`, or as either where `bodyKind` says so; returns which of the two there are. */
function emitReads(subject: Subject): readonly ('json' | 'form')[] {
  const { module, consumes = [] } = subject;
  const kinds = [...new Set(consumes.flatMap((type) => kindOf(type) ?? []))];
  const forms = kinds.filter((kind) => kind !== 'json');
  const names = [...(kinds.includes('json') ? ['json' as const] : []), ...(forms.length > 0 ? ['form' as const] : [])];
  const [only] = kinds;
  if (kinds.length === 1 && only !== undefined) {
    module.readOnce(names[0] as string, () => READERS[only](subject));
    return names;
  }
  module.readOnce(
    'bodyKind',
    () => `${module.use('runtime', 'requestKind')}(${emitContentType(subject)}, ${emitTypes(subject)})`,
  );
  const choose = (choices: readonly BodyKind[]) =>
    `${choices.map((kind) => `bodyKind === "${kind}" ? ${READERS[kind](subject)} : `).join('')}undefined`;
  if (kinds.includes('json')) module.readOnce('json', () => choose(['json']));
  module.readOnce('form', () => choose(forms));
  return names;
}

const emitContentType = ({ module }: Subject): string => module.read('contentType');

const emitTypes = ({ module, consumes }: Subject): string => module.data('bodyTypes', consumes);

/** The body as text or bytes, of a media type that the route takes. */
function emitTyped(subject: Subject, reader: 'body' | 'bytes'): string {
  const { module, consumes } = subject;
  const body = module.read(reader);
  if (consumes === undefined) return body;
  return `${module.use('runtime', 'ofType')}(${body}, ${emitContentType(subject)}, ${emitTypes(subject)})`;
}

const emitRequired = (subject: Subject, value: string): string =>
  `${subject.module.use('runtime', 'requireValue')}(${value}, ${emitPlace(subject)}, failures)`;

function emitJson(subject: Subject, json: string): string {
  const { parameter, module } = subject;
  const { type } = parameter;
  if (type.kind === 'unknown') return emitRequired(subject, json);
  if (type.kind === 'schema') return emitSchema(subject, type, json);
  const element: TypeModel = type.kind === 'array' ? type.items : type;
  const list = type.kind === 'array' ? 'List' : '';
  if (element.kind === 'class') return emitDto(subject, element.class, json, list);
  const check = module.use('runtime', `checkJson${list}`);
  return `${check}(${json}, ${emitScalar(subject, element)}, ${emitPlace(subject)}, failures)`;
}

function emitForm(subject: Subject): string {
  const { name, type } = subject.parameter;
  if (type.kind === 'class') return emitValuesDto(subject, type.class, 'form?.fields');
  const value = name === undefined ? 'form && { ...form.fields }' : access('form?.fields', name);
  if (type.kind === 'unknown') return emitRequired(subject, value);
  return name === undefined && type.kind === 'schema' ? emitSchema(subject, type, value) : emitOne(subject, value);
}
