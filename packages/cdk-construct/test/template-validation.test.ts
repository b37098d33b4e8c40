import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { manyControllers } from './manifest.js';
import { ControllerHttpApi, compiled, controllers, runCompiler } from './synthesis.js';

const { ControllerFunctionUrl, ControllerRestApi } = await import('../src/index.js');

process.env.CDK_VALIDATION = 'true';

interface PluginReport {
  readonly violations: readonly {
    readonly ruleName: string;
    readonly violatingConstructs: readonly { readonly constructPath: string }[];
  }[];
}

type Create = (stack: Stack) => unknown;

const CREATE = {
  ControllerHttpApi: (stack: Stack) => new ControllerHttpApi(stack, 'Api', { controllers }),
  ControllerRestApi: (stack: Stack) => new ControllerRestApi(stack, 'Api', { controllers }),
  ControllerFunctionUrl: (stack: Stack) => new ControllerFunctionUrl(stack, 'Api', { controllers }),
} satisfies Record<string, Create>;

function createApp(create: Create) {
  const context = {
    '@aws-cdk/core:validateAgainstDefaultRules': true,
    '@aws-cdk/core:failSynthOnValidationErrors': false,
    '@aws-cdk/aws-apigateway:disableCloudWatchRole': true,
  };
  const app = new App({ context });
  const stack = new Stack(app, 'TodoStack');
  create(stack);
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

beforeEach(() => runCompiler.mockReturnValue(compiled));

describe('the template', () => {
  it.each(Object.entries(CREATE))("of %s passes CDK's own rules", (_, create) => {
    expect(findings(createApp(create).app)).toEqual([]);
  });

  it('with all that is optional passes them too', () => {
    const options = { controllers, cors: { allowOrigins: ['https://a.test'] }, detailedMetrics: true };
    const all: Create = (stack) => {
      new ControllerHttpApi(stack, 'Http', { ...options, provisionedConcurrentExecutions: 1, stageName: 'v1' });
      new ControllerRestApi(stack, 'Rest', { ...options, alias: 'live', tracingEnabled: true });
      new ControllerFunctionUrl(stack, 'Url', { ...options, authType: FunctionUrlAuthType.NONE });
    };

    expect(findings(createApp(all).app)).toEqual([]);
  });

  it.each(['ControllerHttpApi', 'ControllerRestApi'] as const)('of %s in nested stacks passes them too', (name) => {
    runCompiler.mockReturnValue({ ...compiled, folders: {}, manifest: manyControllers(2, 2) });
    const constructs = { ControllerHttpApi, ControllerRestApi };
    const create: Create = (stack) => new constructs[name](stack, 'Api', { controllers, stacks: 'per-controller' });

    expect(findings(createApp(create).app)).toEqual([]);
  });

  it('is looked at by them', () => {
    const { app, stack } = createApp(CREATE.ControllerHttpApi);
    new CfnResource(stack, 'Wrong', { type: 'AWS::Lambda::Function', properties: { Timeout: 'soon' } });

    expect(findings(app).join()).toContain('TodoStack/Wrong');
  });
});

const FUNCTION_RULES = ['Serverless-LambdaDLQ', 'Serverless-LambdaTracing'];

const EXPLAINED: Readonly<Record<string, readonly string[]>> = {
  ControllerHttpApi: ['AwsSolutions-APIG4', ...FUNCTION_RULES],
  ControllerRestApi: [
    ...['AwsSolutions-APIG2', 'AwsSolutions-APIG3', 'Serverless-APIGWXrayEnabled'],
    ...FUNCTION_RULES,
  ],
  ControllerFunctionUrl: FUNCTION_RULES,
};

describe('cdk-nag', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/construct.md'), 'utf8');

  it.each(Object.entries(CREATE))('finds in %s nothing but what docs/construct.md explains', (name, create) => {
    const { app } = createApp(create);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
    const rules = new Set(findings(app).map((finding) => finding.split(' ')[0] as string));

    expect([...rules].sort()).toEqual(EXPLAINED[name]);
    for (const rule of rules) expect(page).toContain(`\`${rule}\``);
  });
});
