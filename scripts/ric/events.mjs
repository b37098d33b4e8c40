/** `POST /greetings` as an HTTP API sends it to a function (payload 2.0). */
export const httpApiEvent = (body) => ({
  version: '2.0',
  routeKey: 'POST /greetings',
  rawPath: '/greetings',
  rawQueryString: '',
  headers: {
    accept: '*/*',
    'content-length': String(Buffer.byteLength(body)),
    'content-type': 'application/json',
    host: 'abcdefghij.execute-api.eu-west-1.amazonaws.com',
    'x-forwarded-for': '192.0.2.1',
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  },
  requestContext: {
    accountId: '123456789012',
    apiId: 'abcdefghij',
    domainName: 'abcdefghij.execute-api.eu-west-1.amazonaws.com',
    domainPrefix: 'abcdefghij',
    http: { method: 'POST', path: '/greetings', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'curl/8' },
    requestId: 'LV7fzho-PHcEJPw=',
    routeKey: 'POST /greetings',
    stage: '$default',
    time: '21/Apr/2026:15:08:21 +0000',
    timeEpoch: 1776784101067,
  },
  body,
  isBase64Encoded: false,
});

/** The same as a REST API sends it (payload 1.0). */
export const restApiEvent = (body) => ({
  resource: '/greetings',
  path: '/greetings',
  httpMethod: 'POST',
  headers: {
    Accept: '*/*',
    'Content-Type': 'application/json',
    Host: 'abcdefghij.execute-api.eu-west-1.amazonaws.com',
  },
  multiValueHeaders: {
    Accept: ['*/*'],
    'Content-Type': ['application/json'],
    Host: ['abcdefghij.execute-api.eu-west-1.amazonaws.com'],
  },
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  pathParameters: null,
  stageVariables: null,
  requestContext: {
    accountId: '123456789012',
    apiId: 'abcdefghij',
    domainName: 'abcdefghij.execute-api.eu-west-1.amazonaws.com',
    domainPrefix: 'abcdefghij',
    extendedRequestId: 'TWegAcC4EowCHnA=',
    httpMethod: 'POST',
    identity: { sourceIp: '192.0.2.1', userAgent: 'curl/8' },
    path: '/prod/greetings',
    protocol: 'HTTP/1.1',
    requestId: 'deef4878-7910-11e6-8f14-25afc3e9ae33',
    requestTime: '21/Apr/2026:15:08:21 +0000',
    requestTimeEpoch: 1776784101067,
    resourceId: 'roq9wj',
    resourcePath: '/greetings',
    stage: 'prod',
  },
  body,
  isBase64Encoded: false,
});

/** `GET /feed/...` as a front door sends it. */
export function feedEvent(frontDoor, method) {
  const path = `/feed/${method}`;
  if (frontDoor === 'rest-api') {
    const event = restApiEvent(null);
    const requestContext = { ...event.requestContext, httpMethod: 'GET', path: `/prod${path}`, resourcePath: path };
    return { ...event, httpMethod: 'GET', path, resource: path, requestContext };
  }
  const { body, ...event } = httpApiEvent('');
  const isUrl = frontDoor === 'function-url';
  const routeKey = isUrl ? '$default' : `GET ${path}`;
  const domainName = isUrl ? 'abcdefghij.lambda-url.eu-west-1.on.aws' : event.requestContext.domainName;
  const http = { ...event.requestContext.http, method: 'GET', path };
  return { ...event, routeKey, rawPath: path, requestContext: { ...event.requestContext, domainName, http, routeKey } };
}
