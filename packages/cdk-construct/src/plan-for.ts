import type { Manifest } from '@gatewright/core/compiler';
import type { IConstruct } from 'constructs';
import type { ControllerApiProps } from './controller-api-props.js';
import { readSettings } from './default-settings.js';
import { DEFAULT_SETTINGS, type FunctionSettings } from './plan/function-settings.js';
import type { GatewayPlan, GatewayPlanOptions } from './plan/gateway-plan.js';
import { planGateway } from './plan/plan-gateway.js';
import { refuse } from './problem.js';
import { checkDirectRoutes, resourceNameOf } from './resources/check-direct-routes.js';
import { checkUses, unusedResources } from './resources/check-uses.js';
import { countResources } from './resources/count.js';

/** What a plan takes beside the props that all constructs have. */
export type PlanForOptions = Pick<
  GatewayPlanOptions,
  'frontDoor' | 'where' | 'existing' | 'openUrls' | 'authorization'
> & {
  /** Resources that the construct is still to make for the API itself. */
  readonly resourcesToCome?: number;
  readonly integrationsBeside?: number;
};

/** Plans what a construct makes, from its props; throws what makes it impossible. */
export function planFor(
  scope: IConstruct,
  manifest: Manifest,
  { props, ...options }: PlanForOptions & { readonly props: ControllerApiProps },
): GatewayPlan {
  const plan = planGateway(manifest, {
    ...options,
    stacks: props.stacks ?? 'one',
    defaults: { ...DEFAULT_SETTINGS, ...readSettings(props) },
    overrides: readOverrides(manifest, props),
    shared: { role: props.role !== undefined, logGroup: props.logGroup !== undefined },
    beside: {
      resources: countResources(scope) + (options.resourcesToCome ?? 0),
      integrations: options.integrationsBeside ?? 0,
    },
  });
  const { resources = {} } = props;
  refuse([
    ...plan.problems,
    ...checkUses(options.where, plan, resources),
    ...checkDirectRoutes(plan.routes, resources),
  ]);
  const direct = plan.routes.flatMap(({ integration }) => resourceNameOf(integration) ?? []);
  const used = new Set([...plan.functions.flatMap(({ uses }) => Object.keys(uses)), ...direct]);
  return { ...plan, warnings: [...plan.warnings, ...unusedResources(options.where, used, resources)] };
}

/** What `settingsFor` says, by function. */
function readOverrides(
  { functions }: Manifest,
  { settingsFor }: ControllerApiProps,
): Record<string, Partial<FunctionSettings>> {
  return Object.fromEntries(functions.map((each) => [each.id, readSettings(settingsFor?.(each) ?? {})]));
}
