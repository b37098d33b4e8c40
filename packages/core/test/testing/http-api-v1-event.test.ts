import { httpApiV1Event } from '../../src/testing/index.js';

describe('httpApiV1Event', () => {
  const route = { method: 'GET', path: '/todos/{id}' };

  it('is an event of payload format 1.0 that says so', () => {
    const event = httpApiV1Event({ method: 'GET', path: '/todos/7', headers: { 'User-Agent': 'curl' } }, { route });
    expect(event).toMatchObject({
      version: '1.0',
      resource: '/todos/{id}',
      path: '/todos/7',
      httpMethod: 'GET',
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      pathParameters: { id: '7' },
      stageVariables: null,
      body: null,
      isBase64Encoded: false,
    });
    expect(event.multiValueHeaders).toMatchObject({ 'User-Agent': ['curl'], 'Content-Length': ['0'] });
    expect(event.requestContext).toMatchObject({
      authorizer: { claims: null, scopes: null },
      path: '/todos/7',
      resourceId: 'GET /todos/{id}',
      stage: '$default',
    });
  });

  it('has decoded the parameters, but not the path', () => {
    const event = httpApiV1Event({ method: 'GET', path: '/todos/a%20%252F' }, { route });
    expect(event).toMatchObject({ path: '/todos/a%20%252F', pathParameters: { id: 'a %2F' } });
  });

  it.each([
    [{ stage: 'dev' }, '/dev/todos/7'],
    [{ basePath: '/v1' }, '/v1/todos/7'],
    [{ stage: 'dev', basePath: '/v1' }, '/v1/todos/7'],
    [{ stage: 'dev', basePath: '' }, '/todos/7'],
  ])('with %j has the path %s', (options, path) => {
    const event = httpApiV1Event({ method: 'GET', path: '/todos/7' }, { route, ...options });
    expect([event.path, event.requestContext.path]).toEqual([path, path]);
  });

  it('hands over as base64 what is no text', () => {
    expect(httpApiV1Event({ method: 'POST', path: '/s', body: new Uint8Array([255]) })).toMatchObject({
      body: '/w==',
      isBase64Encoded: true,
    });
    expect(httpApiV1Event({ method: 'POST', path: '/s', body: { a: 1 } })).toMatchObject({
      body: '{"a":1}',
      isBase64Encoded: false,
    });
  });

  it('carries what the authorizer left, who signed and stage variables', () => {
    const authorizer = { claims: { sub: 'u1' }, scopes: ['a'] };
    const event = httpApiV1Event(
      { method: 'GET', path: '/s' },
      { authorizer, identity: { userArn: 'arn' }, stageVariables: { table: 't' } },
    );
    expect(event.requestContext).toMatchObject({ authorizer, identity: { userArn: 'arn', sourceIp: '203.0.113.7' } });
    expect(event.stageVariables).toEqual({ table: 't' });
  });
});
