import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { removeApplication, todosApplication, writeApplication } from './application.js';

const body = `
const app = new App();
const stack = new Stack(app, 'TodoStack');
const api = new ControllerHttpApi(stack, 'Api', { controllers: 'src/**/*.controller.ts' });
const { Resources } = app.synth().getStackByName('TodoStack').template;
const functions = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
console.log(Object.keys(api.functions).join(), functions.every(({ Properties }) => 'S3Key' in Properties.Code));
`;

const esm = `import { App, Stack } from 'aws-cdk-lib';
import { ControllerHttpApi } from '@gatewright/cdk-construct';
${body}`;

const cjs = `const { App, Stack } = require('aws-cdk-lib');
const { ControllerHttpApi } = require('@gatewright/cdk-construct');
${body}`;

let root: string;

beforeAll(() => {
  root = writeApplication({
    ...todosApplication,
    'package.json': '{ "type": "module" }',
    'esm/app.js': esm,
    'esm/app.ts': esm,
    'cjs/package.json': '{ "type": "commonjs" }',
    'cjs/app.js': cjs,
    'cjs/app.ts': esm,
  });
});

afterAll(() => removeApplication(root));

describe('the built package', () => {
  const tsx = join(import.meta.dirname, '../../../node_modules/tsx/dist/cli.mjs');

  it.each([
    ['an ES module', ['esm/app.js']],
    ['CommonJS', ['cjs/app.js']],
    ['an ES module under tsx', [tsx, 'esm/app.ts']],
    ['CommonJS under tsx', [tsx, 'cjs/app.ts']],
    ["an ES module with tsx's loader", ['--import', 'tsx', 'esm/app.ts']],
  ])('works in %s', (_, args) => {
    const env = { ...process.env, CDK_VALIDATION: 'false' };

    expect(execFileSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })).toBe(
      'TodosController.create,TodosController.get true\n',
    );
  });
});
