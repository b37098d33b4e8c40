import { readAuth } from '../../src/http/authorizer.js';

describe('readAuth', () => {
  it('has nothing where no authorizer was', () => {
    const auth = readAuth({});
    expect(auth).toEqual({ claims: {}, scopes: [], context: {} });
    expect(Object.keys(auth)).toEqual(['claims', 'scopes', 'context']);
    expect(auth.claims.constructor).toBeUndefined();
    expect(auth.context.constructor).toBeUndefined();
  });

  it('has claims as text, whatever they are called', () => {
    const claims = JSON.parse('{"sub":"u1","exp":5,"ok":true,"__proto__":"x","list":["a"],"none":null}');
    expect(Object.entries(readAuth({ claims }).claims)).toEqual([
      ['sub', 'u1'],
      ['exp', '5'],
      ['ok', 'true'],
      ['__proto__', 'x'],
    ]);
  });

  it.each([
    // RFC 6749, 3.3: separated by spaces
    [{ scope: 'openid  email' }, undefined, ['openid', 'email']],
    [{ scope: '' }, undefined, []],
    [{ scp: 'read write' }, null, ['read', 'write']],
    // observed: arrays are written so by HTTP APIs
    [{ scp: '[read write]' }, null, ['read', 'write']],
    // the token's own claim goes before the list beside it
    [{ scope: 'read' }, ['read', 'write'], ['read']],
    [{}, ['read', 5, 'write'], ['read', 'write']],
    [{}, 'read', []],
  ])('of the claims %j and the list %j has the scopes %j', (claims, scopes, expected) => {
    expect(readAuth({ claims, scopes }).scopes).toEqual(expected);
  });

  it('has the context as it is', () => {
    const context = JSON.parse('{"tenant":"a","level":5,"deep":{"b":[1]},"__proto__":"x"}');
    expect(Object.entries(readAuth({ context }).context)).toEqual(Object.entries(context));
  });

  it.each([
    [{ accountId: null, userArn: null, userId: null, accessKey: null }, undefined],
    [null, undefined],
    ['text', undefined],
    [{ userArn: 'arn:aws:iam::1:user/a', userId: 5 }, { userArn: 'arn:aws:iam::1:user/a' }],
    [
      { accountId: '1', cognitoIdentity: { amr: ['x'], identityId: 'i', identityPoolId: 'p' } },
      { accountId: '1', cognitoIdentity: { identityId: 'i', identityPoolId: 'p' } },
    ],
    [{ accountId: '1', cognitoIdentity: null }, { accountId: '1' }],
    [{ accountId: '1', cognitoIdentity: { identityId: 'i', identityPoolId: null } }, { accountId: '1' }],
  ])('reads the signer %j as %j', (iam, expected) => {
    expect(readAuth({ iam }).iam).toEqual(expected);
  });

  it('has the principal where it is text', () => {
    expect(readAuth({ principalId: 'admin' }).principalId).toBe('admin');
    expect(readAuth({ principalId: 5 })).not.toHaveProperty('principalId');
  });
});
