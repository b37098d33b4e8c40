import { Names, Stack } from 'aws-cdk-lib';
import { type Authorizer, CfnAuthorizer, type IRestApi } from 'aws-cdk-lib/aws-apigateway';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Problem } from '../problem.js';
import type { AuthorizerDefinition } from '../rest-body/security.js';

type Authorizers = Readonly<Record<string, Authorizer>>;

/** An authorizer's resource, which is its own only until the document of an API has it. */
const resourceOf = (authorizer: Authorizer): CfnAuthorizer | undefined => {
  const child = authorizer.node.tryFindChild('Resource');
  return child instanceof CfnAuthorizer ? child : undefined;
};

/** Refuses authorizers that another API has already, or that are not made here. */
export const checkRestAuthorizers = (where: string, authorizers: Authorizers): Problem[] =>
  Object.entries(authorizers)
    .filter(([, authorizer]) => resourceOf(authorizer) === undefined)
    .map(([name]) => ({
      code: 'AUTHORIZER_TAKEN',
      where,
      message: `the authorizer "${name}" was imported or belongs to another REST API; make one for this API`,
    }));

/**
 * Takes the definitions of authorizers over into the document of an API. A document defines its authorizers itself and cannot refer to
 * others, so their own resources are removed, and the permissions for these.
 */
export function takeAuthorizers(authorizers: Authorizers): Record<string, AuthorizerDefinition> {
  return Object.fromEntries(
    Object.entries(authorizers).map(([name, authorizer]) => {
      const definition = resourceOf(authorizer) as CfnAuthorizer;
      authorizer.node.tryRemoveChild('Resource');
      return [name, definition];
    }),
  );
}

/** Lets an API invoke the functions of its authorizers; one with a role invokes them as that role. */
export function permitAuthorizers(scope: Construct, api: IRestApi, authorizers: Authorizers): void {
  for (const authorizer of Object.values(authorizers)) {
    const handler: IFunction | undefined = Reflect.get(authorizer, 'handler');
    const id = `${Names.uniqueId(authorizer)}:Permissions`;
    // CDK's own permission is for the resource that was removed
    if (!handler?.node.tryRemoveChild(id)) continue;
    handler.addPermission(`Authorizer${Names.uniqueId(authorizer)}`, {
      scope,
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(scope).formatArn({
        service: 'execute-api',
        resource: api.restApiId,
        resourceName: 'authorizers/*',
      }),
    });
  }
}

/** Whether an existing API lets callers through by a default of its own; one of another stack is imported here without it. */
export const hasRestDefault = (scope: Construct, api: IRestApi | undefined): boolean => {
  if (api?.latestDeployment === undefined || Stack.of(api) !== Stack.of(scope)) return false;
  const { authorizer, authorizationType } = api.root.defaultMethodOptions ?? {};
  return authorizer !== undefined || (authorizationType !== undefined && authorizationType !== 'NONE');
};
