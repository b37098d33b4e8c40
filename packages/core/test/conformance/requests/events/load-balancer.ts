import type { EventRow } from '../../request-row.js';
import { ALB, ALB_FORWARDED, observed } from '../../sources.js';
import { alb, NOBODY } from './given.js';

/** Events of load balancers. */
export const BALANCER_EVENTS: readonly EventRow[] = [
  {
    name: 'the event on AWS’s page',
    source: ALB,
    covers: ['door detection', 'source IP'],
    door: 'alb-single',
    event: alb,
    sees: {
      method: 'GET',
      query: {},
      body: null,
      sourceIp: '72.21.198.66',
      url: 'https://lambda-846800462-us-east-2.elb.amazonaws.com/echo/one/7',
      stage: null,
      auth: NOBODY,
    },
  },
  {
    name: 'multi-value headers and query parameters on AWS’s page',
    source: ALB,
    covers: ['duplicate header and query values', 'cookies both ways'],
    door: 'alb-multi',
    event: {
      ...alb,
      queryStringParameters: undefined,
      headers: undefined,
      multiValueQueryStringParameters: { myKey: ['val1', 'val2'] },
      multiValueHeaders: { cookie: ['cookie-name=cookie-value;Domain=myweb.com;Secure;HttpOnly', 'a=1'] },
    },
    sees: {
      query: { myKey: ['val1', 'val2'] },
      cookies: { 'cookie-name': 'cookie-value', Domain: 'myweb.com', a: '1' },
    },
  },
  {
    name: 'query parameters are not decoded by the load balancer, names neither',
    source: `${ALB}: "the load balancer does not decode them"`,
    covers: ['escapes in the query'],
    door: 'alb-multi',
    event: {
      ...alb,
      queryStringParameters: undefined,
      multiValueQueryStringParameters: { 'a%20b': ['c%2526', 'd+e', '100%'] },
    },
    sees: {
      query: { 'a b': ['c%26', 'd e', '100%'] },
      url: 'https://lambda-846800462-us-east-2.elb.amazonaws.com/echo/one/7?a%20b=c%2526&a%20b=d+e&a%20b=100%',
    },
  },
  {
    name: 'two names that are one when decoded',
    source: ALB,
    covers: ['duplicate header and query values'],
    door: 'alb-single',
    event: { ...alb, queryStringParameters: { a: '1', '%61': '2' } },
    sees: { query: { a: ['1', '2'] } },
  },
  {
    name: 'the address that the load balancer saw, with its port',
    source: `${ALB_FORWARDED}: routing.http.xff_client_port.enabled`,
    covers: ['source IP'],
    door: 'alb-single',
    event: { ...alb, headers: { ...alb.headers, 'x-forwarded-for': '10.0.0.1, 203.0.113.7:51234' } },
    sees: { sourceIp: '203.0.113.7' },
  },
  {
    name: 'an address of IPv6 with its port',
    source: `${ALB_FORWARDED}: routing.http.xff_client_port.enabled`,
    covers: ['source IP'],
    door: 'alb-multi',
    event: { ...alb, headers: undefined, multiValueHeaders: { 'x-forwarded-for': ['[2001:db8::7]:51234'] } },
    sees: { sourceIp: '2001:db8::7' },
  },
  {
    name: 'no X-Forwarded-For at all',
    source: `${ALB_FORWARDED}: routing.http.xff_header_processing.mode remove`,
    covers: ['source IP'],
    door: 'alb-single',
    event: { ...alb, headers: { host: 'api.example.com' } },
    sees: { sourceIp: '', requestId: '' },
  },
  {
    name: 'plain HTTP',
    source: ALB_FORWARDED,
    covers: ['host and forwarded proto'],
    door: 'alb-single',
    event: { ...alb, headers: { host: 'api.example.com', 'x-forwarded-proto': 'http' } },
    sees: { url: 'http://api.example.com/echo/one/7' },
  },
  {
    name: 'a path with its escapes',
    source: observed('requests: path is encoded by load balancers'),
    covers: ['escapes in the path', 'parameters decoded once'],
    door: 'alb-multi',
    event: { ...alb, path: '/echo/one/a%2Fb%2520c' },
    sees: { pathParameters: { id: 'a/b%20c' }, path: '/echo/one/a/b%20c' },
  },
  {
    name: 'a health check of the load balancer, if it is pointed at a route',
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html#enable-health-checks-lambda',
    covers: ['null, undefined and non-string values'],
    door: 'alb-single',
    event: { ...alb, headers: { 'user-agent': 'ELB-HealthChecker/2.0' } },
    sees: { headers: { 'user-agent': 'ELB-HealthChecker/2.0', host: null }, url: 'https://localhost/echo/one/7' },
  },
];
