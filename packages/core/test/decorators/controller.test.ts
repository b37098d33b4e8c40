import { Controller } from '../../src/decorators/controller.js';
import { readOwnRecords } from '../../src/metadata/record.js';

describe('Controller', () => {
  it.each([
    ['no argument', Controller(), ['/']],
    ['a path', Controller('/users'), ['/users']],
    ['options', Controller({ path: 'users' }), [{ path: 'users' }]],
    ['options without a path', Controller({}), [{}]],
    ['a path and options', Controller('/users', { providers: [] }), ['/users', { providers: [] }]],
  ])('records %s', (_, decorator, given) => {
    class Target {}
    decorator(Target);
    expect(readOwnRecords(Target)).toEqual([{ decorator: 'Controller', arguments: given }]);
  });
});
