import type { DoorName, GatewayOptions } from '../doors.js';
import type { RequestRow } from '../request-row.js';
import {
  ALB_OIDC,
  FUNCTION_URL_AUTH,
  HTTP_API,
  HTTP_API_JWT,
  HTTP_API_LAMBDA_AUTHORIZER,
  observed,
  REST_API,
  REST_API_COGNITO,
  REST_API_LAMBDA_AUTHORIZER,
} from '../sources.js';
import type { Topic } from '../topics.js';

const NOBODY = { claims: {}, scopes: [], context: {} };
const CLAIMS = { sub: 'user-1', scope: 'todos.read todos.write', email_verified: 'true' };
const SCOPES = ['todos.read', 'todos.write'];

/** What one front door's authorizer leaves, and who the controller sees. */
const caller = (
  name: string,
  source: string,
  covers: Topic,
  door: DoorName,
  gateway: GatewayOptions,
  auth: object,
): RequestRow => ({
  name,
  source,
  covers: [covers],
  doors: [door],
  request: { path: '/echo/one/7' },
  gateway,
  sees: { auth: { ...NOBODY, ...auth } },
});

const jwt = (name: string, source: string, claims: object, scopes: unknown, auth: object): RequestRow =>
  caller(name, source, 'JWT authorizer', 'http-api', { authorizer: { jwt: { claims, scopes } } }, auth);

const IAM = {
  accessKey: 'ASIA1234567890',
  accountId: '123456789012',
  callerId: 'AROA:session',
  cognitoIdentity: null,
  principalOrgId: 'o-1234567890',
  userArn: 'arn:aws:sts::123456789012:assumed-role/reader/session',
  userId: 'AROA:session',
};
const SIGNER = { accountId: IAM.accountId, userArn: IAM.userArn, userId: IAM.userId, accessKey: IAM.accessKey };

/** Who the caller is. */
export const CALLERS: readonly RequestRow[] = [
  {
    name: 'nobody where there is no authorizer',
    source: HTTP_API,
    covers: ['null, undefined and non-string values'],
    request: { path: '/echo/one/7' },
    sees: { auth: NOBODY },
  },
  jwt('claims and scopes of a JWT', HTTP_API_JWT, CLAIMS, SCOPES, { claims: CLAIMS, scopes: SCOPES }),
  jwt('scopes are the token’s, though the route asks for none', observed('requests: authorizer data'), CLAIMS, null, {
    claims: CLAIMS,
    scopes: SCOPES,
  }),
  jwt('scopes of a token that says scp as an array', HTTP_API_JWT, { scp: '[a b]' }, null, {
    claims: { scp: '[a b]' },
    scopes: ['a', 'b'],
  }),
  jwt('a token without scopes', HTTP_API_JWT, { sub: 'user-1' }, null, { claims: { sub: 'user-1' } }),
  jwt('scopes of the route where the token names none', HTTP_API_JWT, { sub: 'user-1' }, ['a'], {
    claims: { sub: 'user-1' },
    scopes: ['a'],
  }),
  jwt(
    'claims that are no text, as emulators send them',
    'RFC 7519, 4.1.4; awsdocs/amazon-api-gateway-developer-guide#158: the gateway sends text',
    { exp: 1767225600, admin: true, none: null },
    null,
    {
      claims: { exp: '1767225600', admin: 'true' },
    },
  ),
  jwt('a claim named like a prototype', 'CWE-1321', JSON.parse('{"__proto__":"x"}') as object, null, {
    claims: JSON.parse('{"__proto__":"x"}') as object,
  }),
  caller(
    'claims of a JWT in payload format 1.0',
    observed('requests: authorizer data: requestContext.authorizer on payload 1.0'),
    'JWT authorizer',
    'http-api-v1',
    { authorizer: { claims: CLAIMS, scopes: SCOPES } },
    { claims: CLAIMS, scopes: SCOPES },
  ),
  caller(
    'claims of a Cognito user pool',
    REST_API_COGNITO,
    'Cognito authorizer',
    'rest-api',
    { authorizer: { claims: { sub: 'user-1', 'cognito:groups': 'admins,users', email: 'a@example.com' } } },
    { claims: { sub: 'user-1', 'cognito:groups': 'admins,users', email: 'a@example.com' } },
  ),
  caller(
    'scopes of a Cognito access token',
    REST_API_COGNITO,
    'Cognito authorizer',
    'rest-api',
    { authorizer: { claims: { sub: 'user-1', scope: 'openid shop/read' } } },
    { claims: { sub: 'user-1', scope: 'openid shop/read' }, scopes: ['openid', 'shop/read'] },
  ),
  caller(
    'the context of a Lambda authorizer, of any type',
    HTTP_API_LAMBDA_AUTHORIZER,
    'Lambda authorizer',
    'http-api',
    { authorizer: { lambda: { tenant: 't1', level: 3, admin: true, groups: ['a'], nested: { a: 1 } } } },
    { context: { tenant: 't1', level: 3, admin: true, groups: ['a'], nested: { a: 1 } } },
  ),
  caller(
    'a Lambda authorizer that returned no context',
    HTTP_API_LAMBDA_AUTHORIZER,
    'Lambda authorizer',
    'http-api',
    { authorizer: { lambda: null as never } },
    {},
  ),
  caller(
    'the context of a Lambda authorizer on a REST API, all text, and its principal',
    REST_API_LAMBDA_AUTHORIZER,
    'Lambda authorizer',
    'rest-api',
    { authorizer: { principalId: 'user-1', integrationLatency: 12, tenant: 't1', level: '3' } },
    { context: { tenant: 't1', level: '3' }, principalId: 'user-1' },
  ),
  caller(
    'a Lambda authorizer’s own value named claims',
    REST_API_LAMBDA_AUTHORIZER,
    'Lambda authorizer',
    'rest-api',
    { authorizer: { principalId: 'user-1', claims: 'text' } },
    { context: { claims: 'text' }, principalId: 'user-1' },
  ),
  caller(
    'the context of a Lambda authorizer in payload format 1.0',
    HTTP_API_LAMBDA_AUTHORIZER,
    'Lambda authorizer',
    'http-api-v1',
    { authorizer: { tenant: 't1', claims: null, scopes: null } },
    { context: { tenant: 't1' } },
  ),
  caller(
    'who signed a request to an HTTP API',
    HTTP_API,
    'IAM authorizer',
    'http-api',
    { authorizer: { iam: IAM } },
    { iam: SIGNER },
  ),
  caller(
    'who signed a request to a Function URL',
    FUNCTION_URL_AUTH,
    'IAM authorizer',
    'function-url',
    { authorizer: { iam: IAM } },
    { iam: SIGNER },
  ),
  caller(
    'who signed a request to a REST API',
    REST_API,
    'IAM authorizer',
    'rest-api',
    {
      identity: {
        accessKey: IAM.accessKey,
        accountId: IAM.accountId,
        caller: IAM.callerId,
        user: IAM.userId,
        userArn: IAM.userArn,
      },
    },
    { iam: SIGNER },
  ),
  caller(
    'an identity of a Cognito identity pool on an HTTP API',
    HTTP_API,
    'IAM authorizer',
    'http-api',
    {
      authorizer: {
        iam: {
          ...IAM,
          cognitoIdentity: { amr: ['foo'], identityId: 'us-east-1:id', identityPoolId: 'us-east-1:pool' },
        },
      },
    },
    { iam: { ...SIGNER, cognitoIdentity: { identityId: 'us-east-1:id', identityPoolId: 'us-east-1:pool' } } },
  ),
  caller(
    'an identity of a Cognito identity pool on a REST API',
    REST_API,
    'IAM authorizer',
    'rest-api',
    {
      identity: {
        accountId: IAM.accountId,
        userArn: IAM.userArn,
        user: IAM.userId,
        accessKey: IAM.accessKey,
        cognitoIdentityId: 'us-east-1:id',
        cognitoIdentityPoolId: 'us-east-1:pool',
      },
    },
    { iam: { ...SIGNER, cognitoIdentity: { identityId: 'us-east-1:id', identityPoolId: 'us-east-1:pool' } } },
  ),
  {
    name: 'what a load balancer’s authentication adds is not believed unchecked',
    source: ALB_OIDC,
    covers: ['JWT authorizer'],
    doors: ['alb-multi', 'alb-single'],
    request: {
      path: '/echo/one/7',
      headers: { 'x-amzn-oidc-data': 'e30.eyJzdWIiOiJ1c2VyLTEifQ.e30', 'x-amzn-oidc-identity': 'user-1' },
    },
    sees: { auth: NOBODY, headers: { 'x-amzn-oidc-identity': 'user-1' } },
  },
];
