import type { RouteManifest } from '@gatewright/core/compiler';
import type { Problem } from '../problem.js';
import type { FunctionSettings } from './function-settings.js';
import { MAXIMUM_INTEGRATION_SECONDS, MAXIMUM_INTEGRATIONS, MAXIMUM_RESOURCES } from './quota.js';

/** How much a plan leads to. */
export interface HttpApiCounts {
  /** Integrations of the API, those it has already included. */
  readonly integrations: number;
  /** Resources that the construct adds to its stack. */
  readonly resources: number;
}

/** The quotas that AWS does not raise and the plan is over. */
export function checkCounts(where: string, { integrations, resources }: HttpApiCounts): Problem[] {
  const problems: Problem[] = [];
  if (integrations > MAXIMUM_INTEGRATIONS) {
    const message = `the API would have ${integrations} integrations and an HTTP API holds at most ${MAXIMUM_INTEGRATIONS}, which AWS does not raise; give some of the controllers an API of their own`;
    problems.push({ code: 'INTEGRATIONS_EXCEEDED', where, message });
  }
  if (resources > MAXIMUM_RESOURCES) {
    const message = `its routes make ${resources} resources and a CloudFormation stack holds at most ${MAXIMUM_RESOURCES}, which AWS does not raise; move some of the controllers to a ControllerHttpApi in another stack or a NestedStack, with "api" set to this one's`;
    problems.push({ code: 'RESOURCES_EXCEEDED', where, message });
  }
  return problems;
}

/** Whether the function may still run when the API has stopped waiting for it. */
export function checkTimeout({ id, method, path }: RouteManifest, { timeout }: FunctionSettings): Problem[] {
  if (timeout <= MAXIMUM_INTEGRATION_SECONDS) return [];
  const message = `its timeout is ${timeout} seconds and an HTTP API waits at most ${MAXIMUM_INTEGRATION_SECONDS}; set ${MAXIMUM_INTEGRATION_SECONDS} or less, or answer at once and do the work behind a queue`;
  return [{ code: 'TIMEOUT_ABOVE_GATEWAY', where: `${id} (${method} ${path})`, message }];
}
