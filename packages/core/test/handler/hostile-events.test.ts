import { jest } from '@jest/globals';
import { Allow, IsInt, IsOptional, IsString } from 'class-validator';
import fc from 'fast-check';
import {
  Body,
  Controller,
  Cookie,
  Ctx,
  createHandler,
  Headers,
  type HttpRequest,
  Param,
  Post,
  Query,
  Req,
} from '../../src/index.js';
import { httpApiEvent, lambdaContext, restApiEvent } from '../../src/testing/index.js';

class Page {
  @IsOptional()
  @IsInt()
  limit?: number;

  @IsOptional()
  @Allow()
  tags?: string[];
}

class Input {
  @IsString()
  name!: string;
}

@Controller('/things')
class Things {
  @Post('/:id')
  everything(
    @Param('id') id: number,
    @Query() page: Page,
    @Query('tag', { type: [String] }) tags: string[],
    @Headers('accept') accept: string,
    @Cookie('session') session: string,
    @Body() input: Input,
  ): unknown {
    return { id, page, tags, accept, session, input };
  }

  @Post('/raw/:id')
  raw(
    @Param(Object) parameters: object,
    @Query(Object) query: object,
    @Headers(Object) headers: object,
    @Cookie(Object) cookies: object,
    @Body(Object) body: unknown,
  ): unknown {
    return { parameters, query, headers, cookies, body };
  }

  @Post('/request/:id')
  request(@Req() request: HttpRequest): unknown {
    const { event, ...rest } = request;
    return rest;
  }

  @Post('/inside/:id')
  inside(@Req() request: unknown, @Req('body') body: unknown, @Ctx('awsRequestId') requestId: string): unknown {
    return [body, requestId, request];
  }

  @Post('/list')
  list(@Body([Input]) list: Input[]): unknown {
    return list;
  }

  @Post('/text')
  text(@Body() text: string): unknown {
    return text;
  }
}

const handlers = (['everything', 'raw', 'request', 'inside', 'list', 'text'] as const).map((method) =>
  createHandler(Things, method),
);
type Event = Parameters<(typeof handlers)[number]>[0];

const request = {
  method: 'POST',
  path: '/things/7',
  query: 'limit=5&tags=a&tag=b&tag=c',
  headers: { accept: ['*/*', 'text/html'], 'content-type': 'application/json' },
  cookies: ['session=abc', 'theme=dark'],
  body: { name: 'Ann' },
};
const route = { method: 'POST', path: '/things/{id}' };
const EVENTS = [httpApiEvent(request, { route }), restApiEvent(request, { route })];

/** Answers of every handler to an event, each of which must be one that a gateway can send. */
async function expectAnswers(event: unknown): Promise<void> {
  for (const handler of handlers) {
    const answer: unknown = await handler(event as Event, lambdaContext());
    expect(answer).toMatchObject({ statusCode: expect.any(Number), headers: expect.any(Object) });
    expect([200, 204, 400, 415, 500]).toContain((answer as { readonly statusCode: number }).statusCode);
    expect(() => JSON.stringify(answer)).not.toThrow();
  }
}

/** A copy of an event in which the value at a path is another one. */
function replaceAt(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = replaceAt(copy[key], rest, replacement);
  return copy;
}

/** Paths to every value of an event. */
const pathsOf = (value: unknown): string[][] =>
  typeof value === 'object' && value !== null
    ? [[], ...Object.entries(value).flatMap(([key, entry]) => pathsOf(entry).map((path) => [key, ...path]))]
    : [[]];

describe('createHandler, of events that no gateway sends', () => {
  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each([undefined, null, 0, '', 'text', true, [], {}, { version: '2.0' }, { version: '1.0' }])(
    'answers %j',
    expectAnswers,
  );

  it('answers anything', async () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
      withTypedArray: true,
    });
    await fc.assert(fc.asyncProperty(anything, expectAnswers), { numRuns: 200 });
  });

  it('answers real events in which any value is another one', async () => {
    const mutated = fc
      .constantFrom(...EVENTS)
      .chain((event) =>
        fc.tuple(
          fc.constant(event),
          fc.array(fc.tuple(fc.constantFrom(...pathsOf(event)), fc.anything()), { minLength: 1, maxLength: 3 }),
        ),
      )
      .map(([event, changes]) =>
        changes.reduce<unknown>((changed, [path, value]) => {
          try {
            return replaceAt(changed, path, value);
          } catch {
            return changed;
          }
        }, event),
      );
    await fc.assert(fc.asyncProperty(mutated, expectAnswers), { numRuns: 400 });
  });

  it('answers real events whose maps hold any names and values', async () => {
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'length', 'id', 'limit', 'cookie', 'session'),
    );
    const map = fc.dictionary(
      names,
      fc.oneof(fc.string(), fc.anything(), fc.constantFrom(null, undefined, '%', '12abc')),
    );
    const maps = [
      'pathParameters',
      'queryStringParameters',
      'multiValueQueryStringParameters',
      'headers',
      'multiValueHeaders',
    ];
    const changes = fc.record(Object.fromEntries(maps.map((name) => [name, map])), { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...EVENTS), changes, (event, changed) =>
        expectAnswers({ ...event, ...changed }),
      ),
      { numRuns: 200 },
    );
  });

  it('answers any body', async () => {
    const hostile = fc.constantFrom(
      '{"__proto__":{"x":1}}',
      '{"name":"a","constructor":{"prototype":1}}',
      '['.repeat(20000),
      '[{"name":1}]',
      '{"name":"Ann","then":1}',
    );
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      hostile,
      fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value)).toString('base64')),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...EVENTS), body, fc.boolean(), (event, sent, isBase64Encoded) =>
        expectAnswers({ ...event, body: sent, isBase64Encoded }),
      ),
      { numRuns: 300 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
