import fc from 'fast-check';
import { joinPath, pathShape } from '../../src/model/path-template.js';

describe('joinPath', () => {
  it.each([
    ['the root', ['/', '/'], '/', []],
    ['empty paths', ['', ''], '/', []],
    ['nothing', [], '/', []],
    ['paths with and without slashes', ['users', 'list/'], '/users/list', []],
    ['repeated slashes', ['//users//', '//all'], '/users/all', []],
    ['a colon parameter', ['/users', ':id'], '/users/{id}', ['id']],
    ['a brace parameter', ['/users', '{user-id.x}'], '/users/{user-id.x}', ['user-id.x']],
    ['a greedy parameter', ['/files', '{path+}'], '/files/{path+}', ['path']],
    ['a star parameter', ['/files', '*path'], '/files/{path+}', ['path']],
    ['parameters in both', ['/users/:user', '/posts/:post'], '/users/{user}/posts/{post}', ['user', 'post']],
    [
      'every literal character',
      ["/a.b~c!d$e&f'g(h)", '/i+j,k;l=m@n-o_p%20'],
      "/a.b~c!d$e&f'g(h)/i+j,k;l=m@n-o_p%20",
      [],
    ],
  ])('joins %s', (_, paths, path, parameters) => {
    expect(joinPath(...paths)).toEqual({ path, parameters });
  });

  it.each<[string, readonly unknown[], string]>([
    ['no text', ['/users', null], 'a path is a string, not object'],
    ['nothing', [undefined, '/users'], 'a path is a string, not undefined'],
    [
      'a segment that is partly a colon parameter',
      ['/users', '/v:id'],
      'the segment "v:id" is only partly a parameter, which API Gateway cannot route; write a whole segment as :name or {name}, or {name+} for the rest of the path',
    ],
    [
      'a segment that is partly a brace parameter',
      ['/{id}.json'],
      'the segment "{id}.json" is only partly a parameter, which API Gateway cannot route; write a whole segment as :name or {name}, or {name+} for the rest of the path',
    ],
    [
      'a star without a name',
      ['/files/*'],
      'the segment "*" is only partly a parameter, which API Gateway cannot route; write a whole segment as :name or {name}, or {name+} for the rest of the path',
    ],
    [
      'an optional parameter',
      ['/:id?'],
      'the segment ":id?" is only partly a parameter, which API Gateway cannot route; write a whole segment as :name or {name}, or {name+} for the rest of the path',
    ],
    ['a space', ['/a b'], 'the segment "a b" has a character that a path cannot have; percent-encode it'],
    ['a question mark', ['/a?b'], 'the segment "a?b" has a character that a path cannot have; percent-encode it'],
    ['a bare percent sign', ['/100%'], 'the segment "100%" has a character that a path cannot have; percent-encode it'],
    [
      'a letter beyond ASCII',
      ['/café'],
      'the segment "café" has a character that a path cannot have; percent-encode it',
    ],
    ['a line break', ['/a\n'], 'the segment "a\n" has a character that a path cannot have; percent-encode it'],
    ['a repeated name', ['/:id', '/{id}'], 'the parameter "id" is there twice; give each its own name'],
    [
      'a greedy parameter before the end',
      ['/{rest+}', '/x'],
      'the greedy parameter "{rest+}" must be the last segment; move it or take one segment with {rest}',
    ],
    [
      'a star parameter before the end',
      ['/*rest/x'],
      'the greedy parameter "*rest" must be the last segment; move it or take one segment with {rest}',
    ],
    [
      'the first of several problems',
      ['/a b', '/c d'],
      'the segment "a b" has a character that a path cannot have; percent-encode it',
    ],
  ])('refuses %s', (_, paths, problem) => {
    expect(joinPath(...paths).problem).toBe(problem);
  });

  const literal = fc.stringMatching(/^(?:[\w.~!$&'()+,;=@-]|%[0-9A-F]{2}){1,12}$/);
  const name = fc.stringMatching(/^[A-Za-z]\w{0,8}$/);
  const segment = fc.oneof(
    literal.map((text) => ({ written: text, template: text, parameters: [] as string[] })),
    fc
      .tuple(name, fc.boolean())
      .map(([id, colon]) => ({ written: colon ? `:${id}` : `{${id}}`, template: `{${id}}`, parameters: [id] })),
  );
  const segments = fc.uniqueArray(segment, { selector: ({ parameters: [id] }) => id ?? Symbol(), maxLength: 8 });

  it('has each segment once, in order, wherever the path is cut in two and however many slashes there are', () => {
    fc.assert(
      fc.property(segments, fc.nat(8), fc.constantFrom('/', '//', '///'), (parts, cut, slash) => {
        const written = parts.map((part) => part.written);
        const joined = joinPath(slash + written.slice(0, cut).join(slash), written.slice(cut).join('/') + slash);
        expect(joined).toEqual({
          path: `/${parts.map(({ template }) => template).join('/')}`,
          parameters: parts.flatMap(({ parameters }) => parameters),
        });
      }),
    );
  });

  it('gives its own result back', () => {
    fc.assert(
      fc.property(segments, (parts) => {
        const joined = joinPath(...parts.map((part) => part.written));
        expect(joinPath(joined.path)).toEqual(joined);
      }),
    );
  });

  it('either names a problem or makes a template that API Gateway takes', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[a:{}*+/]{0,10}$/))), (paths) => {
        const { path, parameters, problem } = joinPath(...paths);
        if (problem !== undefined) return;
        expect(path).toMatch(/^\/(?:(?:[^/{}:*\s?#]+|\{[^/{}+]+\})(?:\/(?!$)|$))*(?:\{[^/{}+]+\+\})?$/);
        expect(new Set(parameters).size).toBe(parameters.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('pathShape', () => {
  it.each([
    ['/', '/'],
    ['/users', '/users'],
    ['/users/{id}', '/users/{}'],
    ['/users/{id}/posts/{post-id.x}', '/users/{}/posts/{}'],
    ['/files/{path+}', '/files/{+}'],
  ])('of %s is %s', (path, shape) => {
    expect(pathShape(path)).toBe(shape);
  });

  it('is the same whatever the names, and tells a greedy parameter apart', () => {
    const name = fc.stringMatching(/^\w{1,9}$/);
    fc.assert(
      fc.property(name, name, (left, right) => {
        expect(pathShape(`/a/{${left}}/b`)).toBe(pathShape(`/a/{${right}}/b`));
        expect(pathShape(`/a/{${left}}`)).not.toBe(pathShape(`/a/{${right}+}`));
      }),
    );
  });
});
