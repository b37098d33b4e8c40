import type { Mapped } from '@gatewright/core/compiler';
import { httpMapping } from '../../src/mapping/http-mapping.js';

/** Evaluates a mapping as HTTP APIs do: a value that is one variable is that, all else a text. */
function evaluate(mapping: string, request: Readonly<Record<string, unknown>>): unknown {
  if (!mapping.startsWith('$')) return mapping;
  return mapping
    .slice(1)
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], request);
}

const hostile = `it's "quoted" \\ \n $request.body $context.requestId`;
const request = {
  request: {
    path: { id: hostile },
    querystring: { q: hostile },
    header: { 'x-a': hostile },
    body: { a: { list: [{ b: hostile }] } },
  },
  context: { requestId: 'r1', authorizer: { claims: { sub: 's' } } },
};

describe('httpMapping', () => {
  it.each<readonly [unknown, unknown]>([
    [{ $from: 'path', name: 'id', type: 'string' }, hostile],
    [{ $from: 'query', name: 'q', type: 'string' }, hostile],
    [{ $from: 'header', name: 'x-a', type: 'string' }, hostile],
    [{ $from: 'body', type: 'string' }, request.request.body],
    [{ $from: 'body', name: '$.a.list[0].b', type: 'string' }, hostile],
    [{ $from: 'context', name: 'authorizer.claims.sub', type: 'string' }, 's'],
    ['text', 'text'],
    [5, '5'],
    [{ a: [1, true, null] }, '{"a":[1,true,null]}'],
  ])('of %j takes what it says', (value, expected) => {
    expect(evaluate(httpMapping(value as Mapped) ?? '', request)).toEqual(expected);
  });

  it('names the resource', () => {
    const resource = { arn: 'arn:aws:sqs:eu-west-1:1:q', name: 'q' };

    expect(httpMapping({ $from: 'resource', name: 'arn', type: 'string' }, resource)).toBe(resource.arn);
    expect(httpMapping({ $from: 'resource', name: 'name', type: 'string' }, resource)).toBe('q');
    expect(httpMapping({ $from: 'resource', name: 'name', type: 'string' })).toBe('');
  });

  it.each([[{ a: { $from: 'body', type: 'string' } }], ['costs $5'], [{ a: '$request.body' }]])(
    'cannot say %j',
    (value) => {
      expect(httpMapping(value as Mapped)).toBeUndefined();
    },
  );
});
