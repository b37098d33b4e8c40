/**
 * Models against the handlers that they stand before: what a model refuses, the handler refuses, for every decorator of class-validator's and
 * many options. Each property counts on its own, so that bodies need not be right as a whole.
 */
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { ErrorObject } from 'ajv';
import { default as AjvDraft4 } from 'ajv-draft-04';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import fc from 'fast-check';
import { build } from '../../../core/src/compiler/build.js';
import type { JsonSchema, Manifest } from '../../../core/src/compiler/index.js';
import { restApiEvent } from '../../../core/src/testing/index.js';
import { type DtoApplication, prepareApplication } from '../../../core/test/compiler/validators/application.js';
import { FUZZED_DTOS, routesOf } from '../../../core/test/fuzz/dto-routes.js';
import { requestModels } from '../../src/rest-body/request-models.js';

/** Bodies that are tried on each route. */
const BODIES = 150;

/** Few options, as each takes a second to compile; null stays out of models, so the decorators of the table stand without `@IsOptional()`. */
const dtos = FUZZED_DTOS.slice(0, 4).map(({ code, names, options }, index) => ({
  code: index === 1 || index === 2 ? code.replaceAll('@IsOptional() ', '') : code,
  names,
  options: options.filter((_, position) => position % 5 === 0),
}));

let application: DtoApplication;
let manifest: Manifest;
let handler: (event: APIGatewayProxyEvent, context: object) => Promise<APIGatewayProxyResult>;

// one DTO's property has no setter, which is an unexpected error to log
jest.spyOn(console, 'error').mockReturnValue(undefined);

beforeAll(async () => {
  application = await prepareApplication(routesOf(dtos));
  const { root } = application.project;
  const controllers = 'src/*.controller.ts';
  const built = await build({ root, controllers, outDir: 'dist', frontDoors: ['rest-api'], packaging: 'app' });
  manifest = built.manifest;
  ({ handler } = await import(join(built.functions[0]!.dir, 'index.mjs')));
});
afterAll(() => application.project.remove());

/** Properties that a handler finds fault with, `''` for the whole of a body; undefined where it takes the body. */
async function refusedByHandler(path: string, body: unknown): Promise<ReadonlySet<string> | undefined> {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', path, headers, body: JSON.stringify(body) } as const;
  const answer = await handler(restApiEvent(request), {});
  if (answer.statusCode < 400) return undefined;
  const { errors = [{ path: '' }] } = JSON.parse(answer.body) as {
    readonly errors?: readonly { readonly path: string }[];
  };
  return new Set(errors.map((error) => error.path.split('.')[0] as string));
}

/** Handlers call properties by the names that they have in the class. */
const RENAMED: Readonly<Record<string, string>> = { uid: 'id', name: 'title' };

/** The property that a model's error is about; empty for the whole body. */
const propertyOf = ({ instancePath, keyword, params }: ErrorObject): string =>
  instancePath.split('/')[1] ?? (keyword === 'required' ? params['missingProperty'] : '');

const ajv = new AjvDraft4.default({ allErrors: true });

/** Values of all kinds, and those that texts in requests are likely to be. */
const VALUES: readonly unknown[] = [
  ...[null, true, false, 0, 1, -1, 1.5, 5, 18, 1e-7, 2 ** 53, '', ' ', 'a', 'abc', 'A', '1', '12', '-1.5', 'true'],
  ...[
    'x'.repeat(300),
    '\u{1F600}',
    '\u{1F600}\u{1F600}',
    'a\uFE0F',
    '\uFE0F',
    'a@b.co',
    '127.0.0.1',
    '#ff00ff',
    '0x1F',
  ],
  ...[
    '2024-02-29T12:34:56Z',
    'https://example.com',
    'b3b5a6f0-1f2e-4d3c-8b9a-0c1d2e3f4a5b',
    '507f1f77bcf86cd799439011',
  ],
  ...[[], [1], ['a'], ['a', 'a'], [null], [[]], [{}], {}, { a: 1 }, { length: 3 }, [1, 2, 3], ['a', 1]],
];

const BOUNDS = ['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum'];
const LENGTHS = ['minLength', 'maxLength', 'minItems', 'maxItems'];
/** Texts that are counted in many ways: code units, code points, without variation selectors. */
const LETTERS = ['x', '\u{1F600}', 'a\uFE0F'];

/** Values that a schema draws the line at, also by what a model leaves out. */
function boundaries(schema: JsonSchema): unknown[] {
  const numbersAt = (keywords: readonly string[]) =>
    keywords.map((keyword) => schema[keyword]).filter((bound): bound is number => typeof bound === 'number');
  const counts = numbersAt(LENGTHS).flatMap((length) => [length - 1, length, length + 1].filter((count) => count >= 0));
  const { enum: values = [], items } = schema;
  return [
    ...numbersAt(BOUNDS).flatMap((bound) => [bound - 1, bound, bound + 1, bound + 0.5, `${bound}`]),
    ...counts.flatMap((count) => [...LETTERS.map((letter) => letter.repeat(count)), Array(count).fill('a')]),
    ...(values as unknown[]),
    ...(items === undefined ? [] : boundaries(items as JsonSchema).map((value) => [value])),
  ];
}

/** Bodies with some of a DTO's properties. */
function bodiesFor({ properties = {} }: JsonSchema): fc.Arbitrary<Record<string, unknown>> {
  const values = Object.entries(properties as Record<string, JsonSchema>).map(([name, schema]) => {
    const near = boundaries(schema);
    const likely = fc.constantFrom(...VALUES, ...near);
    const any = fc.jsonValue({ maxDepth: 2 });
    return [name, fc.oneof(likely, ...(near.length > 0 ? [fc.constantFrom(...near)] : []), any)] as const;
  });
  return fc.record(Object.fromEntries(values), { requiredKeys: [] });
}

describe('models of DTOs', () => {
  it('refuse nothing that handlers take', async () => {
    const models = requestModels(manifest);
    let refusals = 0;
    for (const { id, path, parameters } of manifest.routes) {
      const model = models.get(id);
      if (model === undefined) continue;
      const isRight = ajv.compile(model.schema);
      const bodies = bodiesFor(manifest.schemas![parameters[0]!.schema!]!.schema);
      await fc.assert(
        fc.asyncProperty(bodies, async (body) => {
          if (isRight(body)) return;
          refusals += 1;
          const found = (isRight.errors ?? []).map(propertyOf);
          const refused = await refusedByHandler(path, body);
          const isRefused = (name: string) => ['', name, RENAMED[name] ?? name].some((each) => refused?.has(each));
          expect({ id, wrong: found.filter((name) => !isRefused(name)) }).toEqual({ id, wrong: [] });
        }),
        { numRuns: BODIES, seed: 1 },
      );
    }

    expect(models.size).toBeGreaterThan(30);
    expect(refusals).toBeGreaterThan((models.size * BODIES) / 4);
  });

  it('refuse nothing else that handlers take', async () => {
    const models = requestModels(manifest);
    for (const { id, path } of manifest.routes.filter((route) => models.has(route.id))) {
      const isRight = ajv.compile(models.get(id)!.schema);
      for (const body of VALUES) {
        if (isRight(body)) continue;
        expect([id, body, await refusedByHandler(path, body)]).not.toEqual([id, body, undefined]);
      }
    }
  });
});
