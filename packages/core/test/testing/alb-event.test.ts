import { albEvent } from '../../src/testing/index.js';

describe('albEvent', () => {
  const elb = {
    targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/todos/49e9d65c45c6791a',
  };

  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html#receive-event-from-load-balancer
  it('has single values', () => {
    expect(albEvent({ method: 'GET', path: '/todos/7' })).toStrictEqual({
      requestContext: { elb },
      httpMethod: 'GET',
      path: '/todos/7',
      queryStringParameters: {},
      headers: {
        host: 'todos-1234567890.us-east-1.elb.amazonaws.com',
        'x-amzn-trace-id': 'Root=1-67891233-abcdef012345678912345678',
        'x-forwarded-for': '203.0.113.7',
        'x-forwarded-port': '443',
        'x-forwarded-proto': 'https',
      },
      body: '',
      isBase64Encoded: false,
    });
  });

  it('has all values where the target group has multi-value headers', () => {
    const request = { method: 'GET', path: '/s?a=1&a=2', headers: { 'X-A': ['b', 'c'] }, cookies: ['s=1', 't=2'] };
    const event = albEvent(request, { multiValueHeaders: true, requestId: 'Root=1-2' });
    expect(event).toMatchObject({
      multiValueQueryStringParameters: { a: ['1', '2'] },
      multiValueHeaders: { 'x-a': ['b', 'c'], cookie: ['s=1; t=2'], 'x-amzn-trace-id': ['Root=1-2'] },
    });
    expect(event).not.toHaveProperty('headers');
    expect(event).not.toHaveProperty('queryStringParameters');
    expect(albEvent(request)).toMatchObject({ queryStringParameters: { a: '2' }, headers: { 'x-a': 'c' } });
  });

  it('keeps host, trace and addresses that the client sent', () => {
    const headers = { host: 'a.test', 'x-amzn-trace-id': 'Root=1-2', 'x-forwarded-for': '192.0.2.1' };
    expect(albEvent({ method: 'GET', path: '/', headers }, { origin: 'http://a.test:81' }).headers).toEqual({
      ...headers,
      'x-forwarded-for': '192.0.2.1, 203.0.113.7',
      'x-forwarded-port': '81',
      'x-forwarded-proto': 'http',
    });
    expect(albEvent({ method: 'GET', path: '/' }, { origin: 'http://a.test' }).headers).toMatchObject({
      'x-forwarded-port': '80',
    });
  });

  it('leaves path and query encoded', () => {
    const event = albEvent({ method: 'GET', path: '/a%20b?a%5B%5D=c+d%2F&x&=v&e=f=g&&' });
    expect(event.path).toBe('/a%20b');
    expect(event.queryStringParameters).toEqual({ 'a%5B%5D': 'c+d%2F', x: '', '': 'v', e: 'f=g' });
  });

  it.each([
    ['application/json', undefined, 'text'],
    ['application/json; charset=utf-8', undefined, 'text'],
    ['text/csv', undefined, 'text'],
    ['application/xml', undefined, 'text'],
    ['application/javascript', undefined, 'text'],
    ['application/json', 'gzip', 'base64'],
    ['application/vnd.api+json', undefined, 'base64'],
    ['image/png', undefined, 'base64'],
  ])('hands over a body of type %s with content coding %s as %s', (type, coding, kind) => {
    const headers = { 'content-type': type, ...(coding === undefined ? {} : { 'content-encoding': coding }) };
    const isText = kind === 'text';
    expect(albEvent({ method: 'POST', path: '/', headers, body: 'häl' })).toMatchObject({
      isBase64Encoded: !isText,
      body: isText ? 'häl' : Buffer.from('häl').toString('base64'),
    });
  });

  it('hands over a body without a type as base64', () => {
    expect(albEvent({ method: 'POST', path: '/', body: new Uint8Array([255]) })).toMatchObject({
      body: '/w==',
      isBase64Encoded: true,
    });
  });
});
