/**
 * The plan: all that a construct makes of a manifest, as plain data. It is made without CDK, so that it can be looked at without a
 * synth; constructs only carry it out.
 */
import type { DirectIntegration, HttpMethod, ThrottleManifest } from '@gatewright/core/compiler';
import type { Problem } from '../problem.js';
import type { FunctionSettings } from './function-settings.js';
import type { QuotaUse } from './quota.js';

/** What stands before the functions. */
export type PlannedFrontDoor = 'http-api' | 'rest-api' | 'function-url';

/** Whether everything is in the construct's own stack, or what belongs to one controller in a nested stack of its own. */
export type StackLayout = 'one' | 'per-controller';

/** Id of the stack that the construct itself is in. */
export const OWN_STACK = '';

/** A Lambda function. */
export interface FunctionPlan {
  /** Its key, and the id of the construct that holds it: logical ids are made from this, so it never depends on other routes. */
  readonly id: string;
  /** The {@link StackPlan.id} of its stack. */
  readonly stack: string;
  /** Ids of the routes it answers. */
  readonly routes: readonly string[];
  /** Name of the authorizer that it is; absent for one that answers routes. */
  readonly authorizer?: string;
  readonly settings: FunctionSettings;
  /** Access to resources, by their names, that it is granted; sorted. */
  readonly uses: Readonly<Record<string, readonly string[]>>;
  /** What is allowed and probably not meant. */
  readonly warnings: readonly Problem[];
}

/** What answers a route: a function, or the gateway itself. */
export type IntegrationPlan = LambdaIntegrationPlan | DirectIntegration;

/** A function answers. */
export interface LambdaIntegrationPlan {
  readonly type: 'lambda';
  /** {@link FunctionPlan.id} of the function. */
  readonly functionId: string;
}

/** A value that a request must have for the gateway to pass it on. */
export interface RequiredParameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
}

/** Who gets through to a route. */
export type AuthorizationPlan =
  /** Everyone; whether the code says so, or says nothing. */
  | { readonly type: 'none'; readonly isMeant: boolean }
  /** Callers with AWS credentials. */
  | { readonly type: 'iam' }
  /** Callers that the default of the API itself lets through. */
  | { readonly type: 'api' }
  | { readonly type: 'authorizer'; readonly name: string; readonly scopes: readonly string[] };

/** An authorizer that is one of the functions. */
export interface AuthorizerPlan {
  readonly name: string;
  readonly functionId: string;
  /** Seconds that the gateway keeps what it has said. */
  readonly cacheFor: number;
  /** What a request must have for it to be asked, and what its answers are kept by. */
  readonly identity: readonly RequiredParameter[];
}

/** A route of the API. */
export interface RoutePlan {
  /** Its key, and the id of the construct that holds it. */
  readonly id: string;
  readonly stack: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly integration: IntegrationPlan;
  /** Whether its answer is sent piece by piece where the front door can. */
  readonly streams: boolean;
  readonly requiredParameters: readonly RequiredParameter[];
  readonly authorization: AuthorizationPlan;
  /** Whether a request needs the API key of a usage plan. */
  readonly apiKey: boolean;
  /** Requests that the stage lets through to it; absent for those of all routes together. */
  readonly throttle?: ThrottleManifest;
}

/** The permission for an API to invoke a function. */
export interface PermissionPlan {
  readonly functionId: string;
  readonly stack: string;
  /** The end of the source's ARN, after the API's id: stage, method and path. */
  readonly source: string;
}

/** A function's log group. */
export interface LogGroupPlan {
  readonly functionId: string;
  readonly stack: string;
  readonly retentionDays: number;
}

/** A CloudFormation stack. */
export interface StackPlan {
  /** {@link OWN_STACK}, or the name of the controller whose nested stack it is. */
  readonly id: string;
  /** Resources in it; grants and what else is done to the functions later are not counted. */
  readonly resources: number;
}

/** All that a gateway is made of. */
export interface GatewayPlan {
  readonly frontDoor: PlannedFrontDoor;
  readonly functions: readonly FunctionPlan[];
  readonly logGroups: readonly LogGroupPlan[];
  readonly routes: readonly RoutePlan[];
  readonly authorizers: readonly AuthorizerPlan[];
  readonly permissions: readonly PermissionPlan[];
  /** The construct's own stack first. */
  readonly stacks: readonly StackPlan[];
  /** How much of each quota is used. */
  readonly quotas: readonly QuotaUse[];
  /** What makes it impossible. */
  readonly problems: readonly Problem[];
  /** What is allowed and should be known. */
  readonly warnings: readonly Problem[];
}

/** What a plan depends on beside the manifest. */
export interface GatewayPlanOptions {
  readonly frontDoor: PlannedFrontDoor;
  /** What messages call the construct. */
  readonly where: string;
  /** Settings of every function. */
  readonly defaults: FunctionSettings;
  /** Settings that come before what `@Lambda` says, by the function's id. @default {} */
  readonly overrides?: Readonly<Record<string, Partial<FunctionSettings>>>;
  /** @default 'one' */
  readonly stacks?: StackLayout;
  /** Which resources all functions share, in place of one for each. */
  readonly shared?: SharedResources;
  /** Whether the routes are added to an API that is there already. @default false */
  readonly existing?: boolean;
  /** Whether Function URLs are open to all, which takes permissions. @default false */
  readonly openUrls?: boolean;
  /** Who gets through where routes do not say it. @default - not known, so that it is not checked */
  readonly authorization?: AuthorizationOptions;
  /** What is there beside what the routes need. */
  readonly beside: ResourcesBeside;
}

/** An authorizer that routes may ask. */
export interface KnownAuthorizer {
  readonly takesScopes: boolean;
  /** Whether it is a controller method. @default false */
  readonly isOwn?: boolean;
}

/** What there is to ask who gets through. */
export interface AuthorizationOptions {
  /** By their names. @default {} */
  readonly authorizers?: Readonly<Record<string, KnownAuthorizer>>;
  /** Name of the authorizer of routes that say nothing, or `iam`. @default none */
  readonly defaultAuthorizer?: string | undefined;
  /** Whether the API itself has a default. @default false */
  readonly hasApiDefault?: boolean;
  /** Whether a route that says nothing and has no default is an error. @default false */
  readonly isRequired?: boolean | undefined;
}

/** What functions share. */
export interface SharedResources {
  readonly role?: boolean;
  readonly logGroup?: boolean;
}

/** What is there beside what the routes need. */
export interface ResourcesBeside {
  /** In the construct's own stack. */
  readonly resources: number;
  /** Of the API. @default 0 */
  readonly integrations?: number;
}
