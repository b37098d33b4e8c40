import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { ControllerRestApi, recommended } from '../rest-synthesis.js';
import { ControllerHttpApi, compiled, controllers, runCompiler } from '../synthesis.js';
import { createResources, everywhere, manifestWith, restOnly } from './declared.js';

process.env.CDK_VALIDATION = 'true';

/** What CDK's own rules find in a template with every integration. */
function findings(make: (stack: Stack) => unknown): unknown[] {
  const context = {
    ...recommended,
    '@aws-cdk/core:validateAgainstDefaultRules': true,
    '@aws-cdk/core:failSynthOnValidationErrors': false,
  };
  const app = new App({ context });
  make(new Stack(app, 'Stack'));
  app.synth();
  const { pluginReports } = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8'));
  return (pluginReports as { violations: unknown[] }[]).flatMap(({ violations }) => violations);
}

describe("CDK's own rules find nothing", () => {
  it('in a REST API', () => {
    runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest: manifestWith(...everywhere, ...restOnly) });

    expect(
      findings((stack) => new ControllerRestApi(stack, 'Api', { controllers, resources: createResources(stack) })),
    ).toEqual([]);
  });

  it('in an HTTP API', () => {
    runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest: manifestWith(...everywhere) });

    expect(
      findings((stack) => new ControllerHttpApi(stack, 'Api', { controllers, resources: createResources(stack) })),
    ).toEqual([]);
  });
});
