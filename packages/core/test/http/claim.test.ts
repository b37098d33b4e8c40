import type { Auth } from '../../src/http/auth.js';
import { claimList, claimOf, claimText, requireCaller, requireClaim } from '../../src/http/claim.js';

const auth = (more: Partial<Auth>): Auth => ({ claims: {}, scopes: [], context: {}, ...more });

describe('claimOf', () => {
  it.each<[string, Partial<Auth>, unknown]>([
    ['a claim', { claims: { sub: 'a' }, context: { sub: 'b' } }, 'a'],
    ["the authorizer's context where there is no claim", { context: { sub: 5 } }, 5],
    ['nothing', {}, undefined],
    ['null, which is nothing', { context: { sub: null } }, undefined],
  ])('finds %s', (_, more, value) => {
    expect(claimOf(auth(more), 'sub')).toBe(value);
  });

  it('finds nothing that every object has', () => {
    expect(claimOf(auth({}), 'constructor')).toBeUndefined();
  });
});

describe('claimText', () => {
  it.each<[unknown, unknown]>([
    ['a', 'a'],
    [undefined, undefined],
    [5, '5'],
    [false, 'false'],
    [
      ['a', 1],
      ['a', '1'],
    ],
    [{ a: 1 }, '{"a":1}'],
  ])('of %j is %j', (claim, text) => {
    expect(claimText(claim)).toEqual(text);
  });
});

describe('claimList', () => {
  it.each<[unknown, unknown]>([
    ['[admin dev]', ['admin', 'dev']],
    ['[]', []],
    ['admin, dev', ['admin', 'dev']],
    ['admin', ['admin']],
    [
      ['admin', 'dev'],
      ['admin', 'dev'],
    ],
    [undefined, undefined],
  ])('of %j is %j', (claim, list) => {
    expect(claimList(claim)).toEqual(list);
  });

  it('may have another separator', () => {
    expect(claimList('a,b|c', '|')).toEqual(['a,b', 'c']);
  });
});

describe('requireClaim', () => {
  it('passes on what is there, and answers 401 otherwise', () => {
    expect(requireClaim('')).toBe('');
    expect(() => requireClaim(undefined)).toThrow(expect.objectContaining({ status: 401 }));
  });
});

describe('requireCaller', () => {
  it.each<[string, Partial<Auth>]>([
    ['claims', { claims: { sub: 'a' } }],
    ['a context', { context: { a: 1 } }],
    ['a principal', { principalId: 'a' }],
    ['credentials', { iam: { accountId: '1' } }],
  ])('knows a caller by %s', (_, more) => {
    const caller = auth(more);
    expect(requireCaller(caller)).toBe(caller);
  });

  it('answers 401 to nobody', () => {
    expect(() => requireCaller(auth({}))).toThrow(expect.objectContaining({ status: 401 }));
  });
});
