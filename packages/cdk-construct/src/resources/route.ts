import { HttpMethod, HttpRoute, HttpRouteKey, type IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { RoutePlan } from '../plan/http-api.js';

/** What a route connects. */
export interface RouteEnds {
  readonly api: IHttpApi;
  readonly handler: IFunction;
}

/** Makes a route with its integration, and the permission to invoke the function for it. */
export const createRoute = (scope: Construct, { method, path }: RoutePlan, { api, handler }: RouteEnds): HttpRoute =>
  new HttpRoute(scope, 'Route', {
    httpApi: api,
    routeKey: HttpRouteKey.with(path, HttpMethod[method]),
    integration: new HttpLambdaIntegration('Integration', handler),
  });
