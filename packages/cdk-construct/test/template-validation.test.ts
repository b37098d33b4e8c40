import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ControllerHttpApi, controllers } from './synthesis.js';

jest.setTimeout(60_000);

process.env.CDK_VALIDATION = 'true';

interface PluginReport {
  readonly violations: readonly {
    readonly ruleName: string;
    readonly violatingConstructs: readonly { readonly constructPath: string }[];
  }[];
}

function createApp() {
  const context = {
    '@aws-cdk/core:validateAgainstDefaultRules': true,
    '@aws-cdk/core:failSynthOnValidationErrors': false,
  };
  const app = new App({ context });
  const stack = new Stack(app, 'TodoStack');
  new ControllerHttpApi(stack, 'Api', { controllers });
  return { app, stack };
}

/** What the checks of a synth find: rule and place of each. */
function findings(app: App): string[] {
  app.synth();
  const report = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8'));
  return (report.pluginReports as PluginReport[]).flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    ),
  );
}

describe('the template', () => {
  it("passes CDK's own rules", () => {
    expect(findings(createApp().app)).toEqual([]);
  });

  it('is looked at by them', () => {
    const { app, stack } = createApp();
    new CfnResource(stack, 'Wrong', { type: 'AWS::Lambda::Function', properties: { Timeout: 'soon' } });

    expect(findings(app).join()).toContain('TodoStack/Wrong');
  });

  it('leaves cdk-nag nothing but routes without an authorizer to find', () => {
    const { app } = createApp();
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

    expect(findings(app)).toEqual([
      'AwsSolutions-APIG4 TodoStack/Api/TodosController.create/Route/Resource',
      'AwsSolutions-APIG4 TodoStack/Api/TodosController.list/Route/Resource',
    ]);
  });
});
