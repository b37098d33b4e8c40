import * as routes from '../../src/decorators/route.js';
import { readOwnRecords } from '../../src/metadata/record.js';

describe.each(Object.entries(routes))('%s', (name, decorator) => {
  it.each([
    ['the path', ['/:id'], '/:id'],
    // @Sse() without a path is a mark beside another decorator
    ['the root where no path is given', [], name === 'Sse' ? undefined : '/'],
  ])('records %s', (_, paths, recorded) => {
    class Target {
      method(): void {}
    }
    decorator(...(paths as [string?]))(Target.prototype, 'method', {});
    expect(readOwnRecords(Target)).toEqual([{ decorator: name, arguments: [recorded], member: 'method' }]);
  });
});

describe('the module', () => {
  it('has a decorator for each HTTP method and one for all', () => {
    expect(Object.keys(routes).sort()).toEqual([
      'All',
      'Delete',
      'Get',
      'Head',
      'Options',
      'Patch',
      'Post',
      'Put',
      'Sse',
    ]);
  });
});
