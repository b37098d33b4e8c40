/** Takes what parameters take of a body. */
import * as door from '../http/any-door.js';
import { type BodyKind, kindOf, requestKind } from '../http/body-kind.js';
import { bindFile, bindFiles } from '../http/file.js';
import { type Form, parseForm } from '../http/form.js';
import { checkJson, checkJsonList, parseJson, propertyOf, requireValue } from '../http/json-body.js';
import { ofType } from '../http/media-type.js';
import { parseMultipart } from '../http/multipart.js';
import {
  type Bind,
  type BindInput,
  type BindTo,
  bindOne,
  bindToSchema,
  bindValuesDto,
  type Subject,
  scalarOf,
} from './bind-value.js';

/** A parsed body, of which one part is there. */
interface Content {
  readonly kind: BodyKind | undefined;
  readonly json?: unknown;
  readonly form?: Form | undefined;
}

export function bindBody(subject: Subject): Bind {
  const { parameter, place, route } = subject;
  const { consumes } = route;
  const { name, type } = parameter;
  if (name === undefined && (type.kind === 'string' || type.kind === 'bytes')) {
    const read = type.kind === 'bytes' ? door.bytes : door.body;
    return (input) => requireValue(typed(input, read(input.event), consumes), place, input.failures);
  }
  const json = bindJson(subject);
  const kinds = kindsOf(consumes);
  const form = kinds.some((kind) => kind !== 'json') ? bindForm(subject) : undefined;
  return (input) => {
    const content = contentOf(input, consumes);
    if (content.kind !== 'json') return form?.(content.form, input.failures);
    return json(name === undefined ? content.json : propertyOf(content.json, name), input.failures);
  };
}

export function bindUpload({ parameter, place, route: { consumes } }: Subject): Bind {
  const bind = parameter.type.kind === 'array' ? bindFiles : bindFile;
  return (input) => bind(contentOf(input, consumes).form?.files[parameter.name as string], place, input.failures);
}

const kindsOf = (consumes: readonly string[] | undefined): readonly BodyKind[] => [
  ...new Set((consumes ?? []).flatMap((type) => kindOf(type) ?? [])),
];

const contents = new WeakMap<BindInput, Content>();

/** The body of a request, which is parsed once for all its parameters. */
function contentOf(input: BindInput, consumes: readonly string[] | undefined): Content {
  const content = contents.get(input) ?? readContent(input, consumes);
  contents.set(input, content);
  return content;
}

function readContent(input: BindInput, consumes: readonly string[] | undefined): Content {
  const { event } = input;
  const kinds = kindsOf(consumes);
  const contentType = door.contentType(event);
  const kind = kinds.length === 1 ? kinds[0] : requestKind(contentType, consumes as readonly string[]);
  if (kind === 'json') return { kind, json: parseJson(typed(input, door.body(event), consumes)) };
  if (kind === 'form') return { kind, form: parseForm(typed(input, door.body(event), consumes)) };
  return { kind, form: parseMultipart(typed(input, door.bytes(event), consumes), contentType) };
}

/** A body of a media type that the route takes. */
const typed = <TBody extends { readonly length: number }>(
  { event }: BindInput,
  body: TBody | undefined,
  consumes: readonly string[] | undefined,
): TBody | undefined => (consumes === undefined ? body : ofType(body, door.contentType(event), consumes));

function bindJson(subject: Subject): BindTo<unknown> {
  const { parameter, route, classes, place } = subject;
  const { type } = parameter;
  if (type.kind === 'unknown') return (json, failures) => requireValue(json, place, failures);
  if (type.kind === 'schema') return bindToSchema(subject, type);
  const element = type.kind === 'array' ? type.items : type;
  const isList = type.kind === 'array';
  if (element.kind === 'class') {
    const target = classes.classOf(element.class);
    return async (json, failures) => {
      const { bindDto, bindDtoList } = await import('../validation/index.js');
      return (isList ? bindDtoList : bindDto)(json, target, place, failures, route.validation);
    };
  }
  const scalar = scalarOf(element);
  const check = isList ? checkJsonList : checkJson;
  return (json, failures) => check(json, scalar, place, failures);
}

function bindForm(subject: Subject): BindTo<Form | undefined> {
  const { parameter, place } = subject;
  const { name, type } = parameter;
  if (type.kind === 'class') {
    const dto = bindValuesDto(subject, type.class);
    return (form, failures) => dto(form?.fields, failures);
  }
  const fieldsOf = (form: Form | undefined) => (name === undefined ? form && { ...form.fields } : form?.fields[name]);
  if (type.kind === 'unknown') return (form, failures) => requireValue(fieldsOf(form), place, failures);
  const bind = name === undefined && type.kind === 'schema' ? bindToSchema(subject, type) : bindOne(subject);
  return (form, failures) => bind(fieldsOf(form) as never, failures);
}
