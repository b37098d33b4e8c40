/** Middleware of middy's own packages and of Powertools, as they are on npm, in both executors. */
import path from 'node:path';
import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { jest } from '@jest/globals';
import httpCors from '@middy/http-cors';
import httpSecurityHeaders from '@middy/http-security-headers';
import { build } from '../../src/compiler/index.js';
import { Controller, createHandler, Get, NotFound, type ReflectiveHandler, Use } from '../../src/index.js';
import { httpApiEvent, lambdaContext, restApiEvent } from '../../src/testing/index.js';
import { createProject, type Project } from '../compiler/project.js';

const logger = new Logger({ serviceName: 'shop' });

@Controller('/things')
@Use(httpCors({ origin: 'https://shop.example' }), httpSecurityHeaders(), injectLambdaContext(logger))
class ThingsController {
  @Get('/found')
  found(): object {
    logger.info('found');
    return { id: 1 };
  }

  @Get('/lost')
  lost(): string {
    throw new NotFound('gone');
  }
}

const SOURCE = `import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import httpCors from '@middy/http-cors';
import httpSecurityHeaders from '@middy/http-security-headers';
import { Controller, Get, NotFound, Use } from '@gatewright/core';

const logger = new Logger({ serviceName: 'shop' });

@Controller('/things')
@Use(httpCors({ origin: 'https://shop.example' }), httpSecurityHeaders(), injectLambdaContext(logger))
export class ThingsController {
  @Get('/found') found(): object { logger.info('found'); return { id: 1 }; }
  @Get('/lost') lost(): string { throw new NotFound('gone'); }
}
`;

let project: Project;
const compiled = new Map<string, ReflectiveHandler>();

beforeAll(async () => {
  project = await createProject({ 'things.controller.ts': SOURCE }, [
    '@middy/http-cors',
    '@middy/http-security-headers',
    '@aws-lambda-powertools/logger',
  ]);
  const { functions } = await build({ root: project.root, controllers: '*.controller.ts', outDir: 'out' });
  for (const { id, dir, entry } of functions) compiled.set(id, (await import(path.join(dir, entry))).handler);
});

afterAll(() => project.remove());
afterEach(() => {
  jest.restoreAllMocks();
});

const HEADERS = { origin: 'https://shop.example' };

describe.each([
  ['reflective', (method: 'found' | 'lost') => createHandler(ThingsController, method)],
  ['compiled', (method: 'found' | 'lost') => compiled.get(`ThingsController.${method}`) as ReflectiveHandler],
] as const)('%s', (_name, handlerOf) => {
  it.each([
    ['http-api', httpApiEvent],
    ['rest-api', restApiEvent],
  ] as const)('runs them around an answer, for %s', async (_door, eventOf) => {
    const info = jest.spyOn(console, 'info').mockImplementation(() => {});
    const event = eventOf({ method: 'GET', path: '/things/found', headers: HEADERS });
    const result = await handlerOf('found')(event, lambdaContext({ awsRequestId: 'request-7' }));
    expect(result).toMatchObject({ statusCode: 200, body: '{"id":1}' });
    expect(result.headers).toMatchObject({
      'access-control-allow-origin': 'https://shop.example',
      'x-content-type-options': 'nosniff',
      'content-type': 'application/json',
    });
    const line = info.mock.calls.at(-1)?.[0] as string | undefined;
    if (line !== undefined) expect(JSON.parse(line)).toMatchObject({ function_request_id: 'request-7' });
  });

  it('leaves the answer of an error as it is, as they do without a response', async () => {
    const event = httpApiEvent({ method: 'GET', path: '/things/lost', headers: HEADERS });
    const result = await handlerOf('lost')(event, lambdaContext());
    expect(result).toMatchObject({ statusCode: 404, body: '{"title":"Not Found","status":404,"detail":"gone"}' });
  });
});

@Controller('/stacks')
class StacksController {
  @Get('/one')
  @Use({ after: mark }, { before: () => ({ statusCode: 203, headers: {}, body: 'early' }) })
  one(): string {
    return 'late';
  }

  @Get('/two')
  @Use({ after: mark })
  @Use({ before: () => ({ statusCode: 203, headers: {}, body: 'early' }) })
  two(): string {
    return 'late';
  }
}

function mark({ response }: { response: { headers: Record<string, string> } }): void {
  response.headers['x-after'] = 'ran';
}

describe('objects of middy in one @Use', () => {
  it.each([
    ['one stack, whose hooks an early answer skips', 'one', {}],
    ['apart from those of another @Use', 'two', { 'x-after': 'ran' }],
  ] as const)('are %s', async (_, method, headers) => {
    const handler = createHandler(StacksController, method);
    expect(await handler(httpApiEvent({ method: 'GET', path: `/stacks/${method}` }))).toEqual({
      statusCode: 203,
      headers,
      body: 'early',
    });
  });
});
