/** Makes constructs from manifests written by hand: the process that compiles controllers is replaced by {@link runCompiler}. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type { Compilation, CompileRequest } from '../src/compiler/request.js';
import type { ControllerHttpApiProps } from '../src/index.js';
import { todos } from './manifest.js';

process.env.CDK_VALIDATION = 'false';

const dir = mkdtempSync(join(tmpdir(), 'gatewright-'));
writeFileSync(join(dir, 'index.mjs'), 'export const handler = () => {};');
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What a compiler finds in the controllers of {@link todos}. */
export const compiled: Compilation = {
  manifest: todos,
  warnings: [],
  folders: {
    'TodosController.create': { dir, assetHash: 'a'.repeat(64) },
    'TodosController.list': { dir, assetHash: 'b'.repeat(64) },
  },
};

export const runCompiler = jest.fn((_: CompileRequest): Compilation => compiled);
jest.unstable_mockModule('../src/compiler/process.js', () => ({ runCompiler }));
export const { ControllerHttpApi } = await import('../src/index.js');

export const controllers = 'src/**/*.controller.ts';

/** A stack with one API, and its template. */
export function synthesise(props: Partial<ControllerHttpApiProps> = {}, manifest = todos) {
  runCompiler.mockReturnValue({ ...compiled, manifest });
  const stack = new Stack(new App(), 'TodoStack');
  const api = new ControllerHttpApi(stack, 'Api', { controllers, ...props });
  return { stack, api, template: Template.fromStack(stack) };
}

/** Logical id and properties of the only resource of a type whose properties are like those given. */
export function only(template: Template, type: string, properties: object = {}) {
  const found = Object.entries(template.findResources(type, { Properties: Match.objectLike(properties) }));
  expect(found).toHaveLength(1);
  const [logicalId, resource] = found[0]!;
  return { logicalId, properties: resource.Properties };
}

export const FUNCTION = 'AWS::Lambda::Function';
export const ofCreate = { Description: 'POST /todos (TodosController.create)' };
export const ofList = { Description: 'GET /todos (TodosController.list)' };
