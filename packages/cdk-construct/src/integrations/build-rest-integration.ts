import type { AwsServiceIntegration, HttpProxyIntegration, MockIntegration } from '@gatewright/core/compiler';
import { jsonLiteral, textLiteral } from '../mapping/chunk.js';
import { isSource } from '../mapping/source.js';
import { answerHeader, type RestIntegration, requestMapping, type ServiceTarget } from './rest-integration.js';
import { restRequest } from './rest-requests.js';
import { restResponses } from './rest-responses.js';

/** What an integration of a REST API is made from beside what was declared. */
export interface RestIntegrationOptions {
  /** Puts CORS headers on an answer; empty where there are none. */
  readonly corsTemplate: string;
}

/** Calls an AWS service. */
export function serviceIntegration(
  integration: AwsServiceIntegration,
  target: ServiceTarget,
  { corsTemplate, credentials }: RestIntegrationOptions & { readonly credentials: string },
): RestIntegration {
  const { path, ...request } = restRequest(integration, target);
  const [service] = integration.action.split(':');
  return {
    type: 'aws',
    uri: `arn:${target.partition}:apigateway:${target.region}:${service}:${path}`,
    credentials,
    ...request,
    responses: restResponses(integration, corsTemplate),
  };
}

/** Answers always the same. */
export function mockIntegration(
  { statusCode, headers, body }: MockIntegration,
  { corsTemplate }: RestIntegrationOptions,
): RestIntegration {
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const type = typeof body === 'string' ? { 'content-type': 'text/plain; charset=utf-8' } : {};
  const text = typeof body === 'string' ? textLiteral(body) : body === undefined ? '' : jsonLiteral(body);
  const parameters = Object.entries({ ...type, ...given }).map(([name, value]) => [answerHeader(name), `'${value}'`]);
  return {
    type: 'mock',
    passthroughBehavior: 'never',
    contentHandling: 'CONVERT_TO_TEXT',
    requestTemplates: { 'application/json': `{"statusCode":${statusCode}}` },
    responses: {
      default: {
        statusCode: `${statusCode}`,
        contentHandling: 'CONVERT_TO_TEXT',
        ...(parameters.length > 0 && { responseParameters: Object.fromEntries(parameters) }),
        responseTemplates: { 'application/json': `${corsTemplate}${text}` },
      },
    },
  };
}

/** Passes requests on. */
export function proxyIntegration(
  { headers }: HttpProxyIntegration,
  { url, method }: { readonly url: string; readonly method: string },
): RestIntegration {
  const names = [...url.matchAll(/(?<!\$)\{(\w+)\}/g)].map(([, name]) => name as string);
  const parameters = {
    ...Object.fromEntries(names.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`])),
    ...Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        `integration.request.header.${name}`,
        isSource(value) ? requestMapping(value) : `'${value}'`,
      ]),
    ),
  };
  return {
    type: 'http_proxy',
    httpMethod: method,
    uri: url,
    passthroughBehavior: 'when_no_templates',
    ...(Object.keys(parameters).length > 0 && { requestParameters: parameters }),
  };
}
