import { type GatewayResponsesOptions, gatewayResponses } from '../../src/rest-body/gateway-responses.js';

type Responses = Record<
  string,
  { statusCode?: number; responseParameters: Record<string, string>; responseTemplates: Record<string, string> }
>;
const responses = (cors?: GatewayResponsesOptions['cors']) => gatewayResponses({ cors }) as Responses;

/** The body that API Gateway makes of a template: it only puts values in. */
const bodyOf = (type: string) =>
  JSON.parse(
    (responses()[type]?.responseTemplates['application/json'] ?? '')
      .replace('$context.error.messageString', '"Missing required request parameters: [q]"')
      // quotes in it come escaped
      .replace('$context.error.validationErrorString', '[object has missing required properties ([\\"title\\"])]'),
  );

describe('gatewayResponses', () => {
  it('makes problem details of whatever the gateway answers', () => {
    const all = Object.entries(responses());

    expect(all.length).toBeGreaterThan(20);
    for (const [type, { statusCode, responseParameters }] of all) {
      const body = bodyOf(type);
      expect(body).toMatchObject({ title: expect.any(String) });
      expect(body.status).toBe(statusCode);
      expect(responseParameters).toEqual({ 'gatewayresponse.header.Content-Type': "'application/problem+json'" });
    }
  });

  it('answers a path without a route with 404, as an HTTP API does', () => {
    expect(bodyOf('MISSING_AUTHENTICATION_TOKEN')).toEqual({ title: 'Not Found', status: 404 });
  });

  it('answers 403 instead where a request may lack its signature, which the gateway does not tell apart', () => {
    const { MISSING_AUTHENTICATION_TOKEN: missing } = gatewayResponses({ isSigned: true }) as Responses;
    expect(missing).toMatchObject({
      statusCode: 403,
      responseTemplates: { 'application/json': '{"title":"Forbidden","status":403}' },
    });
  });

  it('says what a request lacks, and nothing of what went wrong inside', () => {
    expect(bodyOf('BAD_REQUEST_PARAMETERS')).toEqual({
      title: 'Bad Request',
      status: 400,
      detail: 'Missing required request parameters: [q]',
    });
    expect(bodyOf('INTEGRATION_FAILURE')).toEqual({ title: 'Internal Server Error', status: 500 });
  });

  it('refuses a body as a handler does, with what the model finds in the place of its failures', () => {
    expect(bodyOf('BAD_REQUEST_BODY')).toEqual({
      title: 'Bad Request',
      status: 400,
      detail: 'The request is not valid.',
      errors: [
        {
          in: 'body',
          path: '',
          message: '[object has missing required properties (["title"])]',
          constraint: 'schema',
        },
      ],
    });
  });

  it.each([
    [{ allowOrigins: ['*'] }, { 'Access-Control-Allow-Origin': "'*'" }],
    [
      { allowOrigins: ['https://a.test'], allowCredentials: true },
      {
        'Access-Control-Allow-Origin': "'https://a.test'",
        Vary: "'Origin'",
        'Access-Control-Allow-Credentials': "'true'",
      },
    ],
    [
      { allowOrigins: ['https://a.test', 'https://b.test'], allowCredentials: true },
      { 'Access-Control-Allow-Origin': 'method.request.header.Origin', Vary: "'Origin'" },
    ],
  ])('lets scripts read its errors with %j', (cors, headers) => {
    const expected = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [`gatewayresponse.header.${name}`, value]),
    );

    expect(responses(cors).THROTTLED?.responseParameters).toEqual({
      'gatewayresponse.header.Content-Type': "'application/problem+json'",
      ...expected,
    });
  });
});
