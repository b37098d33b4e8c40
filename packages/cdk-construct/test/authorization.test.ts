import type { AuthorizationManifest, Manifest, RouteManifest } from '@gatewright/core/compiler';
import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import {
  AuthorizationType,
  type Authorizer,
  CognitoUserPoolsAuthorizer,
  IdentitySource,
  MockIntegration,
  RequestAuthorizer,
  RestApi,
  TokenAuthorizer,
} from 'aws-cdk-lib/aws-apigateway';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  HttpIamAuthorizer,
  HttpJwtAuthorizer,
  HttpLambdaAuthorizer,
  HttpLambdaResponseType,
} from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, FunctionUrlAuthType, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { ControllerHttpApiProps, ControllerRestApiProps } from '../src/index.js';
import { manifestOf, route } from './manifest.js';
import { recommended } from './rest-synthesis.js';
import { ControllerHttpApi, compiled, controllers, only, runCompiler } from './synthesis.js';

const { ControllerFunctionUrl, ControllerRestApi } = await import('../src/index.js');

/** A route that says this of who gets through, or nothing. */
function guarded(
  method: string,
  authorization?: AuthorizationManifest,
  more: Partial<RouteManifest> = {},
): RouteManifest {
  const { authorization: _, ...rest } = route(`OrdersController.${method}`, 'GET', `/orders/${method}`);
  return { ...rest, ...(authorization && { authorization }), ...more };
}

const users: AuthorizationManifest = { kind: 'authorizer', name: 'users' };
const scoped: AuthorizationManifest = { ...users, scopes: ['orders.read'] };
const every = manifestOf(
  guarded('silent'),
  guarded('open', { kind: 'public' }),
  guarded('iam', { kind: 'iam' }),
  guarded('users', users),
  guarded('scoped', scoped),
);

type Make<TProps> = (stack: Stack) => Partial<TProps>;

function http(manifest: Manifest, make: Make<ControllerHttpApiProps> = () => ({})) {
  runCompiler.mockReturnValue({ ...compiled, manifest });
  const stack = new Stack(new App(), 'Orders');
  const api = new ControllerHttpApi(stack, 'Api', { controllers, ...make(stack) });
  return { stack, api, template: Template.fromStack(stack) };
}

function rest(manifest: Manifest, make: Make<ControllerRestApiProps> = () => ({})) {
  runCompiler.mockReturnValue({ ...compiled, manifest });
  const stack = new Stack(new App({ context: recommended }), 'Orders');
  const api = new ControllerRestApi(stack, 'Api', { controllers, ...make(stack) });
  return { stack, api, template: Template.fromStack(stack) };
}

const jwt = () => new HttpJwtAuthorizer('Users', 'https://issuer.example', { jwtAudience: ['orders'] });

const handlerIn = (stack: Stack) =>
  new LambdaFunction(stack, 'Check', { runtime: Runtime.NODEJS_24_X, handler: 'x', code: Code.fromInline('x') });

const httpRoute = (template: Template, method: string) =>
  only(template, 'AWS::ApiGatewayV2::Route', { RouteKey: `GET /orders/${method}` }).properties;

const warningsOf = (stack: Stack): string[] =>
  Annotations.fromStack(stack)
    .findWarning('/Orders/Api', Match.anyValue())
    .map(({ entry }) => String(entry.data));

describe('ControllerHttpApi', () => {
  it('asks the authorizer of each route, and lists those that are open without saying so', () => {
    const { stack, template } = http(every, () => ({ authorizers: { users: jwt() } }));

    const { logicalId } = only(template, 'AWS::ApiGatewayV2::Authorizer', { AuthorizerType: 'JWT' });
    expect(httpRoute(template, 'silent').AuthorizationType).toBe('NONE');
    expect(httpRoute(template, 'open').AuthorizationType).toBe('NONE');
    expect(httpRoute(template, 'iam')).toMatchObject({ AuthorizationType: 'AWS_IAM' });
    expect(httpRoute(template, 'users')).toMatchObject({ AuthorizationType: 'JWT', AuthorizerId: { Ref: logicalId } });
    expect(httpRoute(template, 'users')).not.toHaveProperty('AuthorizationScopes');
    expect(httpRoute(template, 'scoped').AuthorizationScopes).toEqual(['orders.read']);
    expect(warningsOf(stack)).toEqual([
      "ControllerHttpApi Orders/Api: OrdersController.silent (GET /orders/silent): open to everyone; write @Authorize('name') or @Public() " +
        'above the method or its controller, or set defaultAuthorizer [ROUTES_OPEN] [ack: @gatewright/cdk-construct:ROUTES_OPEN]',
    ]);
  });

  it('asks the default authorizer where nothing is said, and nobody where @Public is', () => {
    const make = () => ({ authorizers: { users: jwt() }, defaultAuthorizer: 'users', requireAuthorizer: true });
    const { stack, template } = http(every, make);

    expect(httpRoute(template, 'silent').AuthorizationType).toBe('JWT');
    expect(httpRoute(template, 'open').AuthorizationType).toBe('NONE');
    expect(warningsOf(stack)).toEqual([]);
    const scopesOnly = manifestOf(guarded('scoped', { kind: 'authorizer', scopes: ['a'] }));
    expect(httpRoute(http(scopesOnly, make).template, 'scoped')).toMatchObject({
      AuthorizationType: 'JWT',
      AuthorizationScopes: ['a'],
    });
  });

  it('takes iam as the default, and any authorizer of CDK under its name', () => {
    const { template } = http(manifestOf(guarded('silent'), guarded('users', users)), () => ({
      authorizers: { users: new HttpIamAuthorizer() },
      defaultAuthorizer: 'iam',
    }));

    expect(httpRoute(template, 'silent').AuthorizationType).toBe('AWS_IAM');
    expect(httpRoute(template, 'users').AuthorizationType).toBe('AWS_IAM');
  });

  it('leaves routes to the default of the API itself, but for those that say otherwise', () => {
    const { stack, template } = http(manifestOf(guarded('silent'), guarded('open', { kind: 'public' })), () => ({
      httpApiProps: { defaultAuthorizer: jwt(), defaultAuthorizationScopes: ['all'] },
    }));

    expect(httpRoute(template, 'silent')).toMatchObject({ AuthorizationType: 'JWT', AuthorizationScopes: ['all'] });
    expect(httpRoute(template, 'open').AuthorizationType).toBe('NONE');
    expect(httpRoute(template, 'open')).not.toHaveProperty('AuthorizationScopes');
    expect(warningsOf(stack)).toEqual([]);
  });

  it('asks one Lambda authorizer from nested stacks, and plans its resources', () => {
    const lambda = (stack: Stack) =>
      new HttpLambdaAuthorizer('Users', handlerIn(stack), { responseTypes: [HttpLambdaResponseType.SIMPLE] });
    const { api, template } = http(manifestOf(guarded('users', users)), (stack) => ({
      authorizers: { users: lambda(stack) },
      stacks: 'per-controller',
    }));

    template.resourceCountIs('AWS::ApiGatewayV2::Authorizer', 1);
    const nested = api.node.findChild('Stack-OrdersController') as Stack;
    expect(httpRoute(Template.fromStack(nested), 'users').AuthorizationType).toBe('CUSTOM');
    const own = Object.keys(template.toJSON().Resources).filter((id) => id.startsWith('Api'));
    expect(api.plan.stacks[0]?.resources).toBe(own.length);
  });

  it('limits the requests to single routes once they are there', () => {
    const throttled = manifestOf(guarded('open', { kind: 'public' }, { throttle: { rate: 5, burst: 10 } }));
    const { template } = http(throttled, () => ({ detailedMetrics: true }));
    const { logicalId } = only(template, 'AWS::ApiGatewayV2::Route');

    template.hasResource('AWS::ApiGatewayV2::Stage', {
      Properties: {
        RouteSettings: {
          'GET /orders/open': { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10, DetailedMetricsEnabled: true },
        },
      },
      DependsOn: Match.arrayWith([logicalId]),
    });
    const { stack } = http(throttled, (scope) => ({ api: new HttpApi(scope, 'Existing') }));
    expect(warningsOf(stack)).toEqual([expect.stringContaining('[THROTTLE_NOT_SET]')]);
  });

  it('refuses what is not there, cannot be or is open, all at once', () => {
    const manifest = manifestOf(
      guarded('silent'),
      guarded('users', { kind: 'authorizer', name: 'user' }),
      guarded('nobody', { kind: 'authorizer' }),
      guarded('scoped', { kind: 'authorizer', name: 'signed', scopes: ['a'] }),
      guarded('key', { kind: 'public' }, { apiKey: true }),
    );
    const make = () => ({ authorizers: { users: jwt(), signed: new HttpIamAuthorizer() }, requireAuthorizer: true });
    expect(() => http(manifest, make)).toThrow(
      [
        `OrdersController.users (GET /orders/users): @Authorize names "user", which is not in authorizers; did you mean "users"? There are signed, users [AUTHORIZER_MISSING]`,
        `OrdersController.nobody (GET /orders/nobody): @Authorize has no name and there is no defaultAuthorizer; write @Authorize('name'), or set defaultAuthorizer [AUTHORIZER_MISSING]`,
        `OrdersController.scoped (GET /orders/scoped): @Authorize asks the authorizer "signed" for scopes, and it reads none; leave them out, or use one of JWT or of a Cognito user pool [AUTHORIZER_WITHOUT_SCOPES]`,
        `OrdersController.key (GET /orders/key): has @ApiKey(), and HTTP APIs have no API keys; use ControllerRestApi, or an authorizer [GUARD_UNSUPPORTED]`,
        `ControllerHttpApi Orders/Api: OrdersController.silent (GET /orders/silent): open to everyone; write @Authorize('name') or @Public() above the method or its controller, or set defaultAuthorizer [ROUTES_OPEN]`,
      ].join('\n'),
    );
    expect(() => http(manifestOf(guarded('silent')), () => ({ defaultAuthorizer: 'users' }))).toThrow(
      'ControllerHttpApi Orders/Api: defaultAuthorizer is "users", which is not in authorizers; there are none [AUTHORIZER_MISSING]',
    );
  });

  it('warns of authorizers that no route asks, and of more than an account may have', () => {
    const { stack } = http(manifestOf(guarded('open', { kind: 'public' })), () => ({ authorizers: { users: jwt() } }));
    expect(warningsOf(stack)).toEqual([expect.stringContaining('no route asks the authorizer "users"')]);

    const names = Array.from({ length: 11 }, (_, index) => `users${index}`);
    const { api } = http(manifestOf(...names.map((name) => guarded(name, { kind: 'authorizer', name }))), () => ({
      authorizers: Object.fromEntries(
        names.map((name) => [name, new HttpJwtAuthorizer(name, 'https://i.example', { jwtAudience: [name] })]),
      ),
    }));
    expect(api.plan.warnings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^QUOTA_TO_RAISE 11 authorizers of an API are more than the 10/),
    ]);
  });
});

describe('ControllerRestApi', () => {
  const cognito = (stack: Stack) =>
    new CognitoUserPoolsAuthorizer(stack, 'Users', { cognitoUserPools: [new UserPool(stack, 'Pool')] });
  const bodyOf = (template: Template) => only(template, 'AWS::ApiGateway::RestApi').properties.Body;
  const securityOf = (template: Template, method: string) => bodyOf(template).paths[`/orders/${method}`].get.security;
  const missingTokenOf = (template: Template) =>
    bodyOf(template)['x-amazon-apigateway-gateway-responses'].MISSING_AUTHENTICATION_TOKEN.statusCode;

  it('has authorizers in its document, in the place of their own resources', () => {
    const { stack, template } = rest(every, (scope) => ({ authorizers: { users: cognito(scope) } }));

    template.resourceCountIs('AWS::ApiGateway::Authorizer', 0);
    expect(securityOf(template, 'silent')).toBeUndefined();
    expect(securityOf(template, 'open')).toBeUndefined();
    expect(securityOf(template, 'iam')).toEqual([{ sigv4: [] }]);
    expect(securityOf(template, 'users')).toEqual([{ users: [] }]);
    expect(securityOf(template, 'scoped')).toEqual([{ users: ['orders.read'] }]);
    expect(missingTokenOf(template)).toBe(403);
    const pool = only(template, 'AWS::Cognito::UserPool').logicalId;
    expect(bodyOf(template).components.securitySchemes).toEqual({
      users: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'cognito_user_pools',
        'x-amazon-apigateway-authorizer': {
          type: 'cognito_user_pools',
          providerARNs: [{ 'Fn::GetAtt': [pool, 'Arn'] }],
          identitySource: 'method.request.header.Authorization',
        },
      },
      sigv4: { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' },
    });
    expect(warningsOf(stack)).toEqual([expect.stringContaining('[ROUTES_OPEN]')]);
  });

  it('may invoke the functions of its Lambda authorizers, or assumes their roles', () => {
    const manifest = manifestOf(
      guarded('token', { kind: 'authorizer', name: 'token' }),
      guarded('request', { kind: 'authorizer', name: 'request' }),
    );
    const { template } = rest(manifest, (stack) => {
      const handler = handlerIn(stack);
      const assumeRole = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('apigateway.amazonaws.com') });
      const identitySources = [IdentitySource.header('x-tenant'), IdentitySource.queryString('key')];
      return {
        authorizers: {
          token: new TokenAuthorizer(stack, 'Token', { handler, identitySource: IdentitySource.header('x-token') }),
          request: new RequestAuthorizer(stack, 'Request', { handler, identitySources, assumeRole }),
        },
      };
    });

    const { token, request } = bodyOf(template).components.securitySchemes;
    expect(token).toMatchObject({ name: 'x-token', 'x-amazon-apigateway-authtype': 'custom' });
    expect(token['x-amazon-apigateway-authorizer']).toMatchObject({ type: 'token', authorizerResultTtlInSeconds: 300 });
    expect(request).toMatchObject({ name: 'Unused' });
    expect(request['x-amazon-apigateway-authorizer']).toMatchObject({
      type: 'request',
      identitySource: 'method.request.header.x-tenant,method.request.querystring.key',
      authorizerCredentials: expect.anything(),
    });
    const permissions = Object.values(template.findResources('AWS::Lambda::Permission')).map((each) =>
      JSON.stringify(each.Properties.SourceArn),
    );
    expect(permissions.filter((source) => source.includes('/authorizers/*'))).toHaveLength(1);
    expect(permissions).toHaveLength(3);
    template.resourceCountIs('AWS::ApiGateway::Authorizer', 0);
  });

  it('asks for API keys, and limits requests to single routes', () => {
    const manifest = manifestOf(
      guarded('key', users, { apiKey: true, throttle: { rate: 1, burst: 2 } }),
      guarded('any', { kind: 'public' }, { method: 'ANY', apiKey: true, throttle: { rate: 3, burst: 4 } }),
    );
    const { template } = rest(manifest, (stack) => ({ authorizers: { users: cognito(stack) } }));

    expect(securityOf(template, 'key')).toEqual([{ users: [], api_key: [] }]);
    expect(bodyOf(template).components.securitySchemes.api_key).toEqual({
      type: 'apiKey',
      name: 'x-api-key',
      in: 'header',
    });
    const settings = only(template, 'AWS::ApiGateway::Stage').properties.MethodSettings;
    expect(settings).toContainEqual(
      expect.objectContaining({
        ResourcePath: '/~1orders~1key',
        HttpMethod: 'GET',
        ThrottlingRateLimit: 1,
        ThrottlingBurstLimit: 2,
        LoggingLevel: 'ERROR',
      }),
    );
    expect(settings).toContainEqual(
      expect.objectContaining({ ResourcePath: '/~1orders~1any', HttpMethod: '*', ThrottlingRateLimit: 3 }),
    );
  });

  it('gives methods of an existing API their authorizers, and leaves the others to its default', () => {
    const make = (stack: Stack): Partial<ControllerRestApiProps> => {
      const api = new RestApi(stack, 'Existing', {
        defaultMethodOptions: { authorizationType: AuthorizationType.IAM },
        defaultIntegration: new MockIntegration(),
      });
      return { api, authorizers: { users: cognito(stack) } };
    };
    const { stack, template } = rest(
      manifestOf(...every.routes, guarded('key', { kind: 'iam' }, { apiKey: true })),
      make,
    );
    const methodOf = (method: string) => {
      const found = Object.entries(template.findResources('AWS::ApiGateway::Method')).find(([id]) =>
        id.includes(`orders${method}GET`),
      );
      return found?.[1].Properties;
    };

    expect(methodOf('silent').AuthorizationType).toBe('AWS_IAM');
    expect(methodOf('open').AuthorizationType).toBe('NONE');
    expect(methodOf('iam').AuthorizationType).toBe('AWS_IAM');
    expect(methodOf('scoped')).toMatchObject({
      AuthorizationType: 'COGNITO_USER_POOLS',
      AuthorizationScopes: ['orders.read'],
    });
    expect(methodOf('key').ApiKeyRequired).toBe(true);
    template.resourceCountIs('AWS::ApiGateway::Authorizer', 1);
    expect(warningsOf(stack)).toEqual([]);
  });

  it('refuses an authorizer that another API has', () => {
    const taken = (stack: Stack): Authorizer => {
      const authorizer = cognito(stack);
      new ControllerRestApi(stack, 'First', { controllers, authorizers: { users: authorizer } });
      return authorizer;
    };
    expect(() =>
      rest(manifestOf(guarded('users', users)), (stack) => ({ authorizers: { users: taken(stack) } })),
    ).toThrow(
      'ControllerRestApi Orders/Api: the authorizer "users" was imported or belongs to another REST API; make one for this API [AUTHORIZER_TAKEN]',
    );
  });
});

describe('ControllerFunctionUrl', () => {
  const url = (authType: FunctionUrlAuthType, ...routes: RouteManifest[]) => {
    runCompiler.mockReturnValue({ ...compiled, manifest: manifestOf(...routes) });
    return new ControllerFunctionUrl(new Stack(new App(), 'Orders'), 'Url', { controllers, authType });
  };

  it('takes what it is', () => {
    expect(
      url(FunctionUrlAuthType.AWS_IAM, guarded('iam', { kind: 'iam' }), guarded('open', { kind: 'public' })).plan
        .warnings,
    ).toEqual([]);
    expect(url(FunctionUrlAuthType.NONE, guarded('open', { kind: 'public' })).plan.warnings).toEqual([]);
  });

  it('refuses what it cannot do', () => {
    const limited = guarded('limited', users, { apiKey: true, throttle: { rate: 1, burst: 1 } });
    expect(() => url(FunctionUrlAuthType.AWS_IAM, limited)).toThrow(
      /has @Authorize, .*\n.* has @ApiKey\(\), .*\n.* has @Throttle, .* \[GUARD_UNSUPPORTED\]$/,
    );
    expect(() => url(FunctionUrlAuthType.NONE, guarded('iam', { kind: 'iam' }))).toThrow(
      'OrdersController.iam (GET /orders/iam): has @Authorize.iam(), and the Function URL is open to all; leave out authType [GUARD_UNSUPPORTED]',
    );
  });
});
