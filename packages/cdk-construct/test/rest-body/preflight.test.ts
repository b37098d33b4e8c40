import { Duration } from 'aws-cdk-lib';
import velocity from 'velocityjs';
import type { CorsOptions } from '../../src/index.js';
import { originTemplate } from '../../src/rest-body/preflight.js';
import { manifestOf, route } from '../manifest.js';
import { synthesiseRest } from '../rest-synthesis.js';
import { runCompiler } from '../synthesis.js';

/** Runs the template as API Gateway does, and returns the headers that it sets beside what it prints. */
function run(cors: CorsOptions, requestHeaders: Record<string, string>) {
  const header: Record<string, string> = {};
  const context = {
    context: { responseOverride: { header } },
    input: { params: () => ({ header: { get: (name: string) => requestHeaders[name] } }) },
  };
  const printed = velocity.render(originTemplate(cors), context);
  return { header, printed: printed.trim() };
}

describe('the template of a preflight', () => {
  const two = { allowOrigins: ['https://a.test', 'https://b.test'], allowCredentials: true };

  it.each(['Origin', 'origin'])('names the origin of a request with %s, where it is allowed', (name) => {
    expect(run(two, { [name]: 'https://b.test' })).toEqual({
      header: { 'Access-Control-Allow-Origin': 'https://b.test', 'Access-Control-Allow-Credentials': 'true' },
      printed: '',
    });
  });

  it.each([{ Origin: 'https://a.test.evil' }, {}])('names none for %j', (headers) => {
    expect(run(two, headers as Record<string, string>)).toEqual({ header: {}, printed: '' });
  });

  it('allows all origins', () => {
    expect(run({ allowOrigins: ['*'] }, { Origin: 'https://x.test' })).toEqual({
      header: { 'Access-Control-Allow-Origin': '*' },
      printed: '',
    });
  });

  it('sends no credentials unless asked', () => {
    expect(run({ allowOrigins: ['https://a.test'] }, { Origin: 'https://a.test' }).header).toEqual({
      'Access-Control-Allow-Origin': 'https://a.test',
    });
  });
});

describe('the cors prop of ControllerRestApi', () => {
  const manifest = manifestOf(
    route('A.get', 'GET', '/a'),
    route('A.post', 'POST', '/a'),
    route('A.options', 'OPTIONS', '/own'),
    route('A.any', 'ANY', '/any'),
  );
  const { body } = synthesiseRest(
    {
      cors: {
        allowOrigins: ['https://a.test'],
        allowHeaders: ['x-tenant'],
        exposeHeaders: ['etag'],
        allowCredentials: true,
        maxAge: Duration.minutes(10),
      },
    },
    manifest,
  );

  it('answers preflights of each path in the gateway', () => {
    const integration = body.paths['/a']?.options?.['x-amazon-apigateway-integration'];

    expect(integration).toMatchObject({
      type: 'mock',
      contentHandling: 'CONVERT_TO_TEXT',
      requestTemplates: { 'application/json': '{"statusCode":204}' },
    });
    expect(integration?.responses.default.responseParameters).toEqual({
      'method.response.header.Access-Control-Allow-Methods': "'GET,HEAD,PUT,PATCH,POST,DELETE,OPTIONS'",
      'method.response.header.Access-Control-Allow-Headers': "'x-tenant'",
      'method.response.header.Access-Control-Max-Age': "'600'",
      'method.response.header.Vary': "'Origin'",
    });
  });

  it('leaves OPTIONS to routes that answer it', () => {
    expect(body.paths['/own']?.options?.['x-amazon-apigateway-integration'].type).toBe('aws_proxy');
    expect(Object.keys(body.paths['/any'] ?? {})).toEqual(['x-amazon-apigateway-any-method']);
  });

  it('has handlers put CORS headers on their answers', () => {
    expect(runCompiler).toHaveBeenLastCalledWith(
      expect.objectContaining({ cors: { origin: ['https://a.test'], credentials: true, exposedHeaders: ['etag'] } }),
    );
  });
});
