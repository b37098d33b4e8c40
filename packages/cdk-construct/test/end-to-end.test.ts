import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { jest } from '@jest/globals';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { removeApplication, TODOS_CONTROLLER, todosApplication, writeApplication, writeFile } from './application.js';

process.env.CDK_VALIDATION = 'false';

// Node.js cannot run the worker's source.
jest.unstable_mockModule('../src/compiler/worker-file.js', () => ({
  COMPILE_WORKER_FILE: join(import.meta.dirname, '../dist/esm/compiler/worker.js'),
}));
const { ControllerHttpApi, ControllerRestApi } = await import('../src/index.js');

const controllers = 'src/**/*.controller.ts';
let projectRoot: string;

beforeAll(() => {
  projectRoot = writeApplication({ ...todosApplication, 'src/health.controller.ts': healthAnswering('yes') });
});

afterAll(() => removeApplication(projectRoot));

const healthAnswering = (word: string) => `
import { Controller, Get } from '@gatewright/core';

@Controller('/health')
export class HealthController {
  @Get()
  get() {
    return '${word}';
  }
}
`;

const GATE = `
import { Auth, Authorize, Authorizer, Controller, Get, Headers } from '@gatewright/core';

@Controller('/gate')
export class GateController {
  @Authorizer('users')
  check(@Headers('authorization', { required: true }) token: string) {
    return token === 'Bearer ada' && { sub: 'ada', level: 3 };
  }

  @Get()
  @Authorize('users')
  get(@Auth('sub') sub: string, @Auth('level') level: number) {
    return { sub, level };
  }
}
`;

/** Synthesises the application; gives its template and where the code of each function is. */
function synthesise(context = {}, root = projectRoot) {
  const app = new App({ context: { ...context, 'aws:cdk:enable-asset-metadata': true } });
  const stack = new Stack(app, 'TodoStack');
  const api = new ControllerHttpApi(stack, 'Api', { controllers, projectRoot: root });
  const template = Template.fromStack(stack);
  const code = Object.fromEntries(
    Object.values(template.findResources('AWS::Lambda::Function')).map(({ Properties, Metadata }) => [
      Properties.Description as string,
      join(app.outdir, Metadata?.['aws:asset:path'] ?? ''),
    ]),
  );
  return { api, template, code };
}

/** What the handler in a folder answers to a request, in a process like Lambda's. */
function invoke(dir: string, request: object): unknown {
  const event = { version: '2.0', headers: {}, requestContext: { http: { method: 'GET', path: '/' } }, ...request };
  const script = `
    const { handler } = await import(${JSON.stringify(pathToFileURL(join(dir, 'index.mjs')))});
    console.log(JSON.stringify(await handler(${JSON.stringify(event)}, {})));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

describe('an application with controllers', () => {
  it('becomes functions that answer', () => {
    const { api, code } = synthesise();

    expect(Object.keys(api.functions)).toEqual([
      'HealthController.get',
      'TodosController.create',
      'TodosController.get',
    ]);
    expect(invoke(code['GET /todos/{id} (TodosController.get)']!, { pathParameters: { id: '7' } })).toMatchObject({
      statusCode: 200,
      body: '{"id":"7"}',
    });
    const headers = { 'content-type': 'application/json' };
    const create = code['POST /todos (TodosController.create)']!;
    expect(invoke(create, { headers, body: '{"title":"tea"}' })).toMatchObject({
      statusCode: 201,
      body: '{"title":"tea"}',
    });
    expect(invoke(create, { headers, body: '{"title":1}' })).toMatchObject({ statusCode: 400 });
  });

  it('is given the settings of its decorators', () => {
    synthesise().template.hasResourceProperties('AWS::Lambda::Function', {
      Description: 'POST /todos (TodosController.create)',
      MemorySize: 512,
      Environment: { Variables: { MODE: 'write' } },
    });
  });

  it('has its own authorizers asked before its functions', () => {
    const root = writeApplication({ 'src/gate.controller.ts': GATE });
    try {
      const { template, code } = synthesise({}, root);
      template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
        Name: 'users',
        IdentitySource: ['$request.header.authorization'],
      });
      template.hasResourceProperties('AWS::ApiGatewayV2::Route', { AuthorizationType: 'CUSTOM' });
      const ask = (authorization: string) =>
        invoke(code['authorizer users (GateController.check)']!, { type: 'REQUEST', headers: { authorization } });
      expect(ask('Bearer ada')).toEqual({ isAuthorized: true, context: { sub: 'ada', level: '3' } });
      expect(ask('Bearer bob')).toEqual({ isAuthorized: false });
      const requestContext = { http: { method: 'GET' }, authorizer: { lambda: { sub: 'ada', level: '3' } } };
      expect(invoke(code['GET /gate (GateController.get)']!, { requestContext })).toMatchObject({
        body: '{"sub":"ada","level":3}',
      });
    } finally {
      removeApplication(root);
    }
  });

  it('leaves only finished handlers in the cache', () => {
    const { code } = synthesise();

    const cached = readdirSync(join(projectRoot, 'node_modules/.cache/gatewright/handlers'));
    expect(cached).toHaveLength(Object.keys(code).length);
    for (const name of cached) expect(name).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes the code of one function with its controller, and of no other', () => {
    const before = synthesise();
    const same = synthesise();
    writeFile(projectRoot, 'src/health.controller.ts', healthAnswering('no'));
    const after = synthesise();

    expect(same.template.toJSON()).toEqual(before.template.toJSON());
    const keyOf = ({ template }: typeof before, description: string) =>
      Object.values(template.findResources('AWS::Lambda::Function', { Properties: { Description: description } }))[0]!
        .Properties.Code.S3Key;
    const [health, ...others] = [
      'GET /health (HealthController.get)',
      ...Object.keys(before.code).filter((id) => id.includes('Todos')),
    ];
    expect(keyOf(after, health!)).not.toBe(keyOf(before, health!));
    for (const other of others) expect(keyOf(after, other)).toBe(keyOf(before, other));
  });

  it('is read without being bundled where it is not deployed', () => {
    const { api, template } = synthesise({ 'aws:cdk:bundling-stacks': [] });

    expect(api.functionFor('TodosController.create').functionArn).toBeDefined();
    template.resourceCountIs('AWS::ApiGatewayV2::Route', 3);
  });

  it("is refused with the compiler's message, all mistakes at once", () => {
    const root = writeApplication({
      'src/todos.controller.ts': TODOS_CONTROLLER.replace('input: CreateTodo', 'input: unknown').replace(
        "'/:id'",
        "'/:key'",
      ),
    });
    let message = '';
    try {
      new ControllerHttpApi(new Stack(), 'Api', { controllers, projectRoot: root });
    } catch (error) {
      message = (error as Error).message;
    } finally {
      removeApplication(root);
    }

    const lines = message.split('\n');
    expect(lines.length).toBeGreaterThan(1);
    // each with the line of the source, and a caret under its place
    for (const line of lines.filter((text) => !/^ *\d* \| /.test(text)))
      expect(line).toMatch(/^src\/todos\.controller\.ts:\d+:\d+ TodosController\..* \[[A-Z_]+\]$/);
  });

  it('is refused where nothing is found', () => {
    const build = () => new ControllerHttpApi(new Stack(), 'Api', { controllers: 'none/*.ts', projectRoot });

    expect(build).toThrow(/\[CONTROLLERS_NOT_FOUND\]$/);
  });
});

describe('the CORS of a REST API', () => {
  /** The folder of one handler of an API with CORS for an origin, and the origin that its answers allow. */
  function handlerFor(allowOrigin?: string) {
    const app = new App({ context: { 'aws:cdk:enable-asset-metadata': true } });
    const stack = new Stack(app, 'TodoStack');
    const cors = allowOrigin === undefined ? {} : { cors: { allowOrigins: [allowOrigin] } };
    new ControllerRestApi(stack, 'Api', { controllers, projectRoot, ...cors });
    const [found] = Object.values(
      Template.fromStack(stack).findResources('AWS::Lambda::Function', {
        Properties: { Description: 'GET /health (HealthController.get)' },
      }),
    );
    const dir = join(app.outdir, found!.Metadata['aws:asset:path']);
    const request = { httpMethod: 'GET', path: '/health', headers: { origin: allowOrigin ?? 'https://a.test' } };
    const answer = invoke(dir, { version: undefined, requestContext: {}, ...request });
    return { key: found!.Properties.Code.S3Key, headers: (answer as { headers: Record<string, string> }).headers };
  }

  it('is in the handlers of each synth, though the build is cached', () => {
    const none = handlerFor();
    const first = handlerFor('https://a.test');
    const second = handlerFor('https://b.test');
    const again = handlerFor('https://a.test');

    const origins = [none, first, second, again].map(({ headers }) => headers['access-control-allow-origin']);
    expect(origins).toEqual([undefined, 'https://a.test', 'https://b.test', 'https://a.test']);
    expect(new Set([none.key, first.key, second.key]).size).toBe(3);
    expect(again.key).toBe(first.key);
  });
});
