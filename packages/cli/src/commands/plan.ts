import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GatewayPlan, PlannedFrontDoor, StackLayout } from '@gatewright/cdk-construct/plan';
import { analyze } from '@gatewright/core/compiler';
import { CommandError } from '../command-error.js';
import { loadProject } from '../project.js';
import { textTable } from '../text-table.js';
import { printWarnings } from '../warnings.js';

type PlanModule = typeof import('@gatewright/cdk-construct/plan');

/** What `gatewright plan` may be told. */
export interface PlanCommandOptions {
  /** The project's folder. */
  readonly root?: string;
  /** What stands before the functions. */
  readonly api?: PlannedFrontDoor;
  readonly stacks?: StackLayout;
  /** Print the plan as JSON. */
  readonly json?: boolean;
}

/** Prints what a construct would make of the application, and how much of AWS's quotas it would use. */
export async function runPlan({
  root: folder,
  api = 'http-api',
  stacks = 'one',
  json = false,
}: PlanCommandOptions): Promise<void> {
  const { root, config } = await loadProject(folder);
  const planning = await loadPlanning(root);
  const { controllers, application, packaging } = config;
  const { manifest, warnings } = await analyze({ root, controllers, application, packaging });
  const plan = planning.planGateway(manifest, {
    frontDoor: api,
    where: api,
    stacks,
    defaults: planning.DEFAULT_SETTINGS,
    beside: { resources: API_RESOURCES[api] },
  });
  printWarnings([...warnings, ...plan.warnings.map(planning.problemLine)]);
  console.log(json ? JSON.stringify(plan, null, 2) : planText(plan, planning));
  if (plan.problems.length > 0) throw new CommandError(plan.problems.map(planning.problemLine).join('\n'));
}

/** Resources of the API itself by default: API, stage and access logs; a REST API's deployment. */
const API_RESOURCES: Readonly<Record<PlannedFrontDoor, number>> = { 'http-api': 3, 'rest-api': 4, 'function-url': 0 };

/** The planning of the constructs that the project itself uses: another version may plan otherwise. */
async function loadPlanning(root: string): Promise<PlanModule> {
  try {
    const path = createRequire(join(root, 'package.json')).resolve('@gatewright/cdk-construct/plan');
    return (await import(pathToFileURL(path).href)) as PlanModule;
  } catch (error) {
    if ((error as { readonly code?: string }).code !== 'MODULE_NOT_FOUND') throw error;
    throw new CommandError(
      'the plan is that of @gatewright/cdk-construct, which the project does not have; npm install --save-dev @gatewright/cdk-construct',
    );
  }
}

function planText({ frontDoor, routes, functions, quotas }: GatewayPlan, { QUOTAS, OWN_STACK }: PlanModule): string {
  const rows = quotas.map(({ name, of, used, limit }) => [
    name === 'stack-resources' ? `stack ${of === OWN_STACK ? '(its own)' : of}` : QUOTAS[name].what,
    used,
    `of ${limit}${QUOTAS[name].raisable ? ', which AWS raises' : ''}`,
    `${Math.round((used / limit) * 100)} %`,
  ]);
  return [
    `${frontDoor}: ${routes.length} routes, ${functions.length} functions`,
    '',
    textTable(rows),
    '',
    'Grants, alarms and what else is added to the functions are not counted.',
  ].join('\n');
}
