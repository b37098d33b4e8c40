import { CfnResource } from 'aws-cdk-lib';
import { HttpIntegration, type IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IConstruct } from 'constructs';

/** How many resources a construct has made so far. */
export const countResources = (scope: IConstruct): number =>
  scope.node.findAll().filter(CfnResource.isCfnResource).length;

/** How many integrations an API has so far, in any stack of the app. */
export const countIntegrations = (api: IHttpApi): number =>
  api.node.root.node.findAll().filter((each) => each instanceof HttpIntegration && each.httpApi === api).length;
