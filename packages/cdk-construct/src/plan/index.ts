export { type Problem, problemLine } from '../problem.js';
export { DEFAULT_SETTINGS, type FunctionSettings } from './function-settings.js';
export {
  type AuthorizationOptions,
  type AuthorizationPlan,
  type AuthorizerPlan,
  type FunctionPlan,
  type GatewayPlan,
  type GatewayPlanOptions,
  type IntegrationPlan,
  type LogGroupPlan,
  OWN_STACK,
  type PermissionPlan,
  type PlannedFrontDoor,
  type RequiredParameter,
  type ResourcesBeside,
  type RoutePlan,
  type SharedResources,
  type StackLayout,
  type StackPlan,
} from './gateway-plan.js';
export { planGateway } from './plan-gateway.js';
export { NEAR, QUOTAS, type QuotaName, type QuotaUse } from './quota.js';
