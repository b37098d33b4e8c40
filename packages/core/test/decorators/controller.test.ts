import { Controller } from '../../src/decorators/controller.js';
import { readOwnRecords } from '../../src/metadata/record.js';

describe('Controller', () => {
  it.each([
    ['no argument', Controller(), { path: '/' }],
    ['a path', Controller('/users'), { path: '/users' }],
    ['options', Controller({ path: 'users' }), { path: 'users' }],
    ['options without a path', Controller({}), {}],
  ])('records %s', (_, decorator, options) => {
    class Target {}
    decorator(Target);
    expect(readOwnRecords(Target)).toEqual([{ decorator: 'Controller', arguments: [options] }]);
  });
});
