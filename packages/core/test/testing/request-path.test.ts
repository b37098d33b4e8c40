import { readPathParameters } from '../../src/testing/index.js';

describe('readPathParameters', () => {
  it.each([
    ['/todos', '/todos', {}],
    ['/', '/', {}],
    ['/todos/{id}', '/todos/a%20b', { id: 'a%20b' }],
    ['/todos/{id}', '/todos/', undefined],
    ['/todos/{id}', '/todos/1/', undefined],
    ['/todos', '/todos/', undefined],
    ['/todos', '/Todos', undefined],
    ['/todos/{id}/notes/{note}', '/todos/1/notes/2', { id: '1', note: '2' }],
    ['/files/{path+}', '/files/a/b', { path: 'a/b' }],
    ['/files/{path+}', '/files/', { path: '' }],
    ['/files/{path+}', '/files', undefined],
    ['/caf\u00e9', '/caf%C3%A9', {}],
  ])('%s, given %s, has %p', (template, path, expected) => {
    expect(readPathParameters(template, path)).toEqual(expected);
  });
});
