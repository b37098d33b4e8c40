import { functionUrlEvent } from '../../src/testing/index.js';

describe('functionUrlEvent', () => {
  // https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads
  it('is an event of payload format 2.0 with one route for all', () => {
    const host = 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws';
    expect(functionUrlEvent({ method: 'GET', path: '/todos/7' })).toStrictEqual({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/todos/7',
      rawQueryString: '',
      headers: {
        'content-length': '0',
        host,
        'x-amzn-trace-id': 'Root=1-67891233-abcdef012345678912345678',
        'x-forwarded-for': '203.0.113.7',
        'x-forwarded-port': '443',
        'x-forwarded-proto': 'https',
      },
      requestContext: {
        accountId: 'anonymous',
        apiId: 'abcdefghijklmnopqrstuvwxyz012345',
        domainName: host,
        domainPrefix: 'abcdefghijklmnopqrstuvwxyz012345',
        http: { method: 'GET', path: '/todos/7', protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: '' },
        requestId: 'e1506fd5-9e7b-434f-bd42-4f8fa224b599',
        routeKey: '$default',
        stage: '$default',
        time: '01/Jan/2026:00:00:00 +0000',
        timeEpoch: 1767225600000,
      },
      isBase64Encoded: false,
    });
  });

  it('leaves the path encoded, cookies apart and the query untouched', () => {
    const event = functionUrlEvent({
      method: 'POST',
      path: '/todos/a%20b/☕?x=%2F',
      cookies: ['a=1'],
      body: { b: 2 },
    });
    expect(event).toMatchObject({
      rawPath: '/todos/a%20b/%E2%98%95',
      rawQueryString: 'x=%2F',
      cookies: ['a=1'],
      body: '{"b":2}',
    });
    expect(event.requestContext.http.path).toBe(event.rawPath);
    expect(event).not.toHaveProperty('pathParameters');
    expect(event.headers).not.toHaveProperty('cookie');
  });

  it('keeps its own domain behind another host', () => {
    const event = functionUrlEvent({ method: 'GET', path: '/' }, { origin: 'http://127.0.0.1:3000' });
    expect(event.headers).toMatchObject({ host: '127.0.0.1:3000', 'x-forwarded-proto': 'http' });
    expect(event.requestContext).toMatchObject({
      domainName: 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws',
    });
    const other = functionUrlEvent({ method: 'GET', path: '/' }, { origin: 'https://xyz.lambda-url.eu-west-1.on.aws' });
    expect(other.requestContext).toMatchObject({ apiId: 'xyz', domainName: 'xyz.lambda-url.eu-west-1.on.aws' });
  });

  it('carries who signed the request', () => {
    const authorizer = { iam: { userArn: 'arn:aws:iam::123456789012:user/a' } };
    const event = functionUrlEvent({ method: 'GET', path: '/' }, { authorizer, requestId: 'r1' });
    expect(event.requestContext).toMatchObject({ authorizer, accountId: '123456789012', requestId: 'r1' });
  });
});
