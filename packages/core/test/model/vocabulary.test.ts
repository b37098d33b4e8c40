import { isParameterDecorator, isRouteDecorator, methodOf, placeOf } from '../../src/model/vocabulary.js';

describe('methodOf', () => {
  it.each([
    ['Get', 'GET'],
    ['Post', 'POST'],
    ['Put', 'PUT'],
    ['Patch', 'PATCH'],
    ['Delete', 'DELETE'],
    ['Head', 'HEAD'],
    ['Options', 'OPTIONS'],
    ['All', 'ANY'],
  ])('of @%s is %s', (decorator, method) => {
    expect(isRouteDecorator(decorator)).toBe(true);
    expect(isParameterDecorator(decorator)).toBe(false);
    expect(methodOf(decorator)).toBe(method);
  });
});

describe('placeOf', () => {
  it.each([
    ['Param', 'path'],
    ['Query', 'query'],
    ['Headers', 'header'],
    ['Cookie', 'cookie'],
    ['Body', 'body'],
    ['Req', 'request'],
    ['Ctx', 'context'],
  ])('of @%s is %s', (decorator, place) => {
    expect(isParameterDecorator(decorator)).toBe(true);
    expect(isRouteDecorator(decorator)).toBe(false);
    expect(placeOf(decorator)).toBe(place);
  });
});

describe('isRouteDecorator and isParameterDecorator', () => {
  it.each(['Controller', 'HttpCode', 'constructor', 'toString', '__proto__', ''])('do not know %j', (decorator) => {
    expect(isRouteDecorator(decorator)).toBe(false);
    expect(isParameterDecorator(decorator)).toBe(false);
  });
});
