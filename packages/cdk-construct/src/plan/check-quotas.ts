import type { Problem } from '../problem.js';
import { type GatewayPlanOptions, OWN_STACK } from './gateway-plan.js';
import { NEAR, QUOTAS, type QuotaUse } from './quota.js';

/** Quotas that are passed: errors where AWS does not raise them; else warnings, as from 80 % on. */
export function checkQuotas(
  quotas: readonly QuotaUse[],
  options: GatewayPlanOptions,
): { readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] } {
  const isPassed = ({ used, limit }: QuotaUse): boolean => used > limit;
  const isRaisable = ({ name }: QuotaUse): boolean => QUOTAS[name].raisable;
  return {
    problems: quotas.filter((use) => isPassed(use) && !isRaisable(use)).map((use) => exceeded(use, options)),
    warnings: quotas.flatMap((use) => {
      if (isPassed(use)) return isRaisable(use) ? [aboveDefault(use, options)] : [];
      return use.used > use.limit * NEAR ? [near(use, options)] : [];
    }),
  };
}

function exceeded(use: QuotaUse, options: GatewayPlanOptions): Problem {
  const { used, limit } = use;
  if (use.name === 'http-api-integrations')
    return {
      code: 'INTEGRATIONS_EXCEEDED',
      where: options.where,
      message: `the API would have ${used} integrations and an HTTP API holds at most ${limit}, which AWS does not raise; give controllers one function each with @Packaging('controller'), or an API of their own`,
    };
  const whose = use.of === OWN_STACK ? 'its routes make' : `the nested stack of ${use.of} would have`;
  return {
    code: 'RESOURCES_EXCEEDED',
    where: options.where,
    message: `${whose} ${used} resources and a CloudFormation stack holds at most ${limit}, which AWS does not raise; ${remedy(use, options)}`,
  };
}

/** What makes a stack smaller. Never done unasked: functions that move between stacks are replaced. */
function remedy({ of }: QuotaUse, { stacks }: GatewayPlanOptions): string {
  if (of !== OWN_STACK) return "split the controller, or give it one function with @Packaging('controller')";
  return stacks === 'per-controller'
    ? "give controllers one function each with @Packaging('controller'), or an API of their own"
    : "set stacks: 'per-controller', or give controllers one function each with @Packaging('controller')";
}

const aboveDefault = ({ name, used, limit }: QuotaUse, { where }: GatewayPlanOptions): Problem => ({
  code: 'QUOTA_TO_RAISE',
  where,
  message: `${used} ${QUOTAS[name].what} are more than the ${limit} that an account has at first; ask AWS to raise the quota before the deployment`,
});

const near = ({ name, of, used, limit }: QuotaUse, { where }: GatewayPlanOptions): Problem => ({
  code: 'QUOTA_NEAR',
  where,
  message: `${used} of ${limit} ${QUOTAS[name].what}${name === 'stack-resources' && of !== OWN_STACK ? ` (nested, ${of})` : ''} are used, more than ${NEAR * 100} %; see "gatewright plan"`,
});
