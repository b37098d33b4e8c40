import { App, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { DomainName as RestDomainName } from 'aws-cdk-lib/aws-apigateway';
import { DomainName } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { ControllerHttpApiProps, ControllerRestApiProps } from '../../src/index.js';
import { ControllerRestApi, recommended } from '../rest-synthesis.js';
import { ControllerHttpApi, compiled, controllers, runCompiler, synthesise } from '../synthesis.js';

const arn = 'arn:aws:acm:eu-west-1:111122223333:certificate/a';

function newStack(): Stack {
  runCompiler.mockReturnValue(compiled);
  return new Stack(new App({ context: recommended }), 'TodoStack');
}

function http(props: (stack: Stack) => Partial<ControllerHttpApiProps>) {
  const stack = newStack();
  const api = new ControllerHttpApi(stack, 'Api', { controllers, ...props(stack) });
  return { stack, api, template: Template.fromStack(stack) };
}

function rest(props: (stack: Stack) => Partial<ControllerRestApiProps>): Template {
  const stack = newStack();
  new ControllerRestApi(stack, 'Api', { controllers, ...props(stack) });
  return Template.fromStack(stack);
}

describe('an HTTP API', () => {
  it('answers preflights where cors is given', () => {
    const { template } = http(() => ({
      cors: {
        allowOrigins: ['https://a.test'],
        allowCredentials: true,
        exposeHeaders: ['etag'],
        maxAge: Duration.hours(1),
      },
      detailedMetrics: true,
    }));

    template.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      CorsConfiguration: {
        AllowOrigins: ['https://a.test'],
        AllowCredentials: true,
        AllowMethods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS'],
        AllowHeaders: ['authorization', 'content-type'],
        ExposeHeaders: ['etag'],
        MaxAge: 3600,
      },
    });
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: Match.objectLike({ DetailedMetricsEnabled: true }),
    });
    expect(runCompiler.mock.lastCall?.[0]).not.toHaveProperty('cors');
  });

  it.each(['$default', 'v1'])('is found at a domain of its own, stage %s', (stageName) => {
    const { template } = http((stack) => ({
      stageName,
      domain: {
        name: 'api.example.com',
        certificate: Certificate.fromCertificateArn(stack, 'Certificate', arn),
        basePath: 'todos',
      },
    }));

    template.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: 'api.example.com' });
    template.hasResourceProperties('AWS::ApiGatewayV2::ApiMapping', { ApiMappingKey: 'todos' });
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: stageName,
      AutoDeploy: true,
      AccessLogSettings: Match.anyValue(),
      DefaultRouteSettings: { ThrottlingRateLimit: 1000, ThrottlingBurstLimit: 500 },
    });
  });

  it('is found at a domain that is there already', () => {
    const { template } = http((stack) => ({
      domain: {
        existing: DomainName.fromDomainNameAttributes(stack, 'Domain', {
          name: 'api.example.com',
          regionalDomainName: 'd.test',
          regionalHostedZoneId: 'Z1',
        }),
      },
    }));

    template.resourceCountIs('AWS::ApiGatewayV2::DomainName', 0);
    template.hasResourceProperties('AWS::ApiGatewayV2::ApiMapping', { DomainName: 'api.example.com' });
  });

  it('has the url of its stage', () => {
    const { api, stack } = http(() => ({ stageName: 'v1' }));

    expect(JSON.stringify(stack.resolve(api.url))).toContain('/v1');
    expect(api.stage?.stageName).toBe('v1');
  });

  it('refuses what it would have to leave out', () => {
    expect(() => synthesise({ cors: { allowOrigins: ['a.test'] } })).toThrow(
      /"a.test", which is no origin.*\[CORS_INVALID\]$/,
    );
  });
});

describe('a REST API', () => {
  it('is found at a domain of its own', () => {
    const template = rest((stack) => ({
      domain: {
        name: 'api.example.com',
        certificate: Certificate.fromCertificateArn(stack, 'Certificate', arn),
        basePath: 'v1',
      },
    }));

    template.hasResourceProperties('AWS::ApiGateway::DomainName', {
      DomainName: 'api.example.com',
      SecurityPolicy: 'TLS_1_2',
      EndpointConfiguration: { Types: ['REGIONAL'] },
    });
    template.hasResourceProperties('AWS::ApiGateway::BasePathMapping', { BasePath: 'v1' });
  });

  it('is found at a domain that is there already', () => {
    const template = rest((stack) => ({
      domain: {
        existing: RestDomainName.fromDomainNameAttributes(stack, 'Domain', {
          domainName: 'api.example.com',
          domainNameAliasHostedZoneId: 'Z1',
          domainNameAliasTarget: 'd.test',
        }),
      },
    }));

    template.resourceCountIs('AWS::ApiGateway::DomainName', 0);
    template.hasResourceProperties('AWS::ApiGateway::BasePathMapping', { DomainName: 'api.example.com' });
  });
});
