/** What events typed by hand are made from. */
import { observed } from '../../sources.js';

export const NULL_MAPS = observed('requests: no query: null (both) on payload 1.0');
export const HAND_WRITTEN =
  'observed: powertools-typescript apigw-http/invalid.json; events typed by hand have less than AWS sends';
export const NOBODY = { claims: {}, scopes: [], context: {} };

/** An HTTP API's event with nothing that may be absent. */
export const http = {
  version: '2.0',
  routeKey: 'ANY /echo/one/{id}',
  rawPath: '/echo/one/7',
  rawQueryString: '',
  headers: { host: 'abc.execute-api.us-east-1.amazonaws.com' },
  requestContext: {
    domainName: 'abc.execute-api.us-east-1.amazonaws.com',
    http: { method: 'GET', path: '/echo/one/7', protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: '' },
    requestId: 'JKJaXmPLvHcESHA=',
    routeKey: 'ANY /echo/one/{id}',
    stage: '$default',
  },
  pathParameters: { id: '7' },
  isBase64Encoded: false,
};

/** A REST API's event with null wherever AWS writes null. */
export const rest = {
  resource: '/echo/one/{id}',
  path: '/echo/one/7',
  httpMethod: 'GET',
  headers: { Host: 'abc.execute-api.us-east-1.amazonaws.com' },
  multiValueHeaders: { Host: ['abc.execute-api.us-east-1.amazonaws.com'] },
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  pathParameters: { id: '7' },
  stageVariables: null,
  requestContext: {
    domainName: 'abc.execute-api.us-east-1.amazonaws.com',
    httpMethod: 'GET',
    identity: { sourceIp: '203.0.113.7' },
    path: '/prod/echo/one/7',
    requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
    resourcePath: '/echo/one/{id}',
    stage: 'prod',
  },
  body: null,
  isBase64Encoded: false,
};

const elb = { targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/echo/49e9d65c45c6791a' };

/** The event on AWS's page for load balancers. */
export const alb = {
  requestContext: { elb },
  httpMethod: 'GET',
  path: '/echo/one/7',
  queryStringParameters: {},
  headers: {
    host: 'lambda-846800462-us-east-2.elb.amazonaws.com',
    'x-forwarded-for': '72.21.198.66',
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  },
  body: '',
  isBase64Encoded: false,
};

/** A Function URL's event. */
export const url = {
  ...http,
  routeKey: '$default',
  pathParameters: undefined,
  headers: { host: 'abc.lambda-url.us-east-1.on.aws' },
  requestContext: {
    ...http.requestContext,
    accountId: 'anonymous',
    domainName: 'abc.lambda-url.us-east-1.on.aws',
    routeKey: '$default',
  },
};

export const parsed = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;
