import { kindOf, requestKind } from '../../src/http/body-kind.js';
import { isMediaType, mediaTypeOf, ofType } from '../../src/http/media-type.js';

describe('mediaTypeOf', () => {
  it.each([
    ['application/json', 'application/json'],
    [' Application/JSON ; charset=utf-8', 'application/json'],
    ['', ''],
  ])('of %j is %j', (contentType, mediaType) => {
    expect(mediaTypeOf(contentType)).toBe(mediaType);
  });
});

describe('isMediaType', () => {
  it.each<[string, string, boolean]>([
    ['application/json', 'application/json', true],
    ['application/jsonp', 'application/json', false],
    ['image/png', 'image/*', true],
    ['imagex/png', 'image/*', false],
    ['application/hal+json', '*/*+json', true],
    ['application/json', '*/*+json', false],
    ['text/plain', '*/*', true],
  ])('%s of %s: %j', (mediaType, range, expected) => {
    expect(isMediaType(mediaType, range)).toBe(expected);
  });
});

describe('ofType', () => {
  const types = ['application/json', '*/*+json'];

  it.each<[string, string | undefined, string | undefined]>([
    ['a body of the type', '{}', 'application/json'],
    ['a body of a type of the range', '{}', 'application/vnd.a+json;charset=utf-8'],
    ['a body that names no type', '{}', undefined],
    ['no body, whatever its type', undefined, 'text/plain'],
    ['an empty body, whatever its type', '', 'text/plain'],
  ])('passes on %s', (_, body, contentType) => {
    expect(ofType(body, contentType, types)).toBe(body);
  });

  it.each([
    'text/plain',
    'text/plain;charset=UTF-8',
    'multipart/form-data; boundary=x',
    '',
    'application/json,text/plain',
  ])('refuses a body of type %j, and says what it takes', (contentType) => {
    expect(() => ofType('{}', contentType, types)).toThrow(
      expect.objectContaining({ status: 415, detail: 'The body must be of type application/json.' }),
    );
  });
});

describe('kindOf', () => {
  it.each([
    ['application/json', 'json'],
    ['application/problem+json', 'json'],
    ['application/x-www-form-urlencoded', 'form'],
    ['multipart/form-data', 'multipart'],
    ['multipart/mixed', undefined],
  ])('%s is %s', (mediaType, kind) => {
    expect(kindOf(mediaType)).toBe(kind);
  });
});

describe('requestKind', () => {
  it.each([
    ['multipart/form-data; boundary=x', 'multipart'],
    ['text/plain', 'form'],
    [undefined, 'form'],
  ])('of a request of type %s is %s', (contentType, kind) => {
    expect(requestKind(contentType, ['application/x-www-form-urlencoded', 'application/json'])).toBe(kind);
  });
});
