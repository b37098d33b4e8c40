import {
  FunctionUrl,
  FunctionUrlAuthType,
  type FunctionUrlCorsOptions,
  HttpMethod,
  InvokeMode,
  type Function as LambdaFunction,
} from 'aws-cdk-lib/aws-lambda';
import type { ControllerFunctionUrlProps } from '../controller-function-url-props.js';
import { defaultCorsHeaders } from '../cors-defaults.js';
import type { CorsOptions } from '../cors-options.js';
import type { GatewayPlan } from '../plan/gateway-plan.js';
import type { HandlerFunction } from './handler-function.js';
import type { ScopeOf } from './stacks.js';

/** What URLs are made for. */
export interface FunctionUrlsOptions {
  readonly props: ControllerFunctionUrlProps;
  readonly functions: ReadonlyMap<string, HandlerFunction>;
  readonly scopeOf: ScopeOf;
}

/** Makes a URL for each function, by its id; one that answers a route that streams does so piece by piece. */
export function createFunctionUrls(
  { functions: plans, routes }: GatewayPlan,
  { props, functions, scopeOf }: FunctionUrlsOptions,
): Record<string, FunctionUrl> {
  const streaming = new Set(routes.filter(({ streams }) => streams).map(({ id }) => id));
  const urls = plans.map(({ id, stack, routes: answered }) => {
    const { invoked } = functions.get(id) as HandlerFunction;
    const url = new FunctionUrl(scopeOf(stack, id), 'Url', {
      function: invoked as LambdaFunction,
      authType: props.authType ?? FunctionUrlAuthType.AWS_IAM,
      invokeMode: answered.some((each) => streaming.has(each)) ? InvokeMode.RESPONSE_STREAM : InvokeMode.BUFFERED,
      ...(props.cors && { cors: readCors(props.cors) }),
    });
    return [id, url] as const;
  });
  return Object.fromEntries(urls);
}

/** Lambda takes no OPTIONS in the list: it answers preflights itself. */
const readCors = (cors: CorsOptions): FunctionUrlCorsOptions => ({
  allowedOrigins: [...cors.allowOrigins],
  allowedMethods: cors.allowMethods?.filter((method) => method !== 'OPTIONS').map((method) => method as HttpMethod) ?? [
    HttpMethod.ALL,
  ],
  allowedHeaders: [...(cors.allowHeaders ?? defaultCorsHeaders)],
  ...(cors.exposeHeaders && { exposedHeaders: [...cors.exposeHeaders] }),
  allowCredentials: cors.allowCredentials,
  maxAge: cors.maxAge,
});
