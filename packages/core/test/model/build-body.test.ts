import { buildBody } from '../../src/model/build-body.js';
import type { ParameterManifest, TypeModel } from '../../src/model/manifest.js';

const body = (type: TypeModel, name?: string, index = 0): ParameterManifest => ({
  index,
  in: 'body',
  type,
  required: true,
  ...(name === undefined ? {} : { name }),
});
const file = (index = 1): ParameterManifest => ({
  index,
  in: 'file',
  name: 'f',
  type: { kind: 'file' },
  required: true,
});
const query: ParameterManifest = { index: 2, in: 'query', name: 'q', type: { kind: 'string' }, required: true };

const text: TypeModel = { kind: 'string' };
const bytes: TypeModel = { kind: 'bytes' };
const dto: TypeModel = { kind: 'class', class: 'User' };
const JSON_TYPES = ['application/json', '*/*+json'];
const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';

describe('buildBody', () => {
  it.each<[string, unknown, readonly ParameterManifest[], readonly string[] | undefined]>([
    ['nothing of a route without a body', undefined, [query], undefined],
    ['what is given for a route that reads its body itself', ['text/csv'], [query], ['text/csv']],
    ['JSON of a DTO', undefined, [body(dto)], JSON_TYPES],
    ['JSON of a property', undefined, [body(text, 'name')], JSON_TYPES],
    ['anything of text', undefined, [body(text)], undefined],
    ['anything of bytes', undefined, [body(bytes)], undefined],
    ['multipart of files', undefined, [body(text, 'name'), file()], [MULTIPART]],
    ['what is given', [FORM, 'application/json'], [body(dto)], [FORM, 'application/json']],
    ['JSON of a type of its own', ['application/merge-patch+json'], [body(dto)], ['application/merge-patch+json']],
    ['a range of types of bytes', ['image/*', '*/*'], [body(bytes)], ['image/*', '*/*']],
    ['an array of values in a form', [FORM], [body({ kind: 'array', items: text }, 'tag')], [FORM]],
    ['text twice', undefined, [body(text), body(text, undefined, 1)], undefined],
  ])('consumes %s', (_, given, parameters, consumes) => {
    expect(buildBody(given, parameters)).toEqual({ ...(consumes === undefined ? {} : { consumes }), refusals: [] });
  });

  it.each<[string, unknown, readonly ParameterManifest[], string, string]>([
    [
      'no media type',
      [],
      [body(dto)],
      'CONSUMES_INVALID',
      '@Consumes() names no media type; give one, for example application/json',
    ],
    ...(['json', 'text/plain; charset=utf-8', 'Text/Plain', '*/json', '', 5] as const).map(
      (type): [string, unknown, readonly ParameterManifest[], string, string] => [
        `the media type ${JSON.stringify(type)}`,
        [type],
        [body(text)],
        'CONSUMES_INVALID',
        `@Consumes was given ${JSON.stringify(type)}, which is no media type; write type/subtype in lower case, without parameters`,
      ],
    ),
    [
      'a type that has no values by name',
      ['text/csv'],
      [body(dto)],
      'CONSUMES_INVALID',
      "@Consumes('text/csv') cannot be read into the parameters that take the body; take it as string or Uint8Array, or consume application/json, application/x-www-form-urlencoded or multipart/form-data",
    ],
    [
      'files without multipart',
      ['application/json'],
      [file()],
      'FILE_WITHOUT_MULTIPART',
      "parameter 1 takes the file 'f', which only a body of type multipart/form-data has; write @Consumes('multipart/form-data'), or remove @Consumes",
    ],
    [
      'text beside a DTO',
      undefined,
      [body(dto), body(text, undefined, 1)],
      'BODY_KINDS_DIFFER',
      'parameter 1 takes the whole body as text and parameter 0 takes it otherwise; keep one of them, or take both from one DTO',
    ],
    [
      'bytes beside text',
      undefined,
      [body(bytes), body(text, undefined, 1)],
      'BODY_KINDS_DIFFER',
      'parameter 0 takes the whole body as bytes and parameter 1 takes it otherwise; keep one of them, or take both from one DTO',
    ],
    [
      'bytes beside a file',
      undefined,
      [body(bytes), file()],
      'BODY_KINDS_DIFFER',
      'parameter 0 takes the whole body as bytes and parameter 1 takes it otherwise; keep one of them, or take both from one DTO',
    ],
    [
      'an array in a form',
      [FORM],
      [body({ kind: 'array', items: dto })],
      'PARAMETER_TYPE_INVALID',
      'parameter 0 takes an array, which a form cannot have; take a DTO of all fields, or consume application/json only',
    ],
    [
      'an object in a form',
      [MULTIPART, 'application/json'],
      [body(dto, 'user')],
      'PARAMETER_TYPE_INVALID',
      "parameter 0 takes objects from @Body('user'), which a form cannot have; take a DTO of all fields, or consume application/json only",
    ],
    [
      'objects in a form',
      [FORM],
      [body({ kind: 'array', items: dto }, 'users')],
      'PARAMETER_TYPE_INVALID',
      "parameter 0 takes objects from @Body('users'), which a form cannot have; take a DTO of all fields, or consume application/json only",
    ],
  ])('refuses %s', (_, given, parameters, code, message) => {
    expect(buildBody(given, parameters).refusals).toEqual([{ code, message }]);
  });
});
