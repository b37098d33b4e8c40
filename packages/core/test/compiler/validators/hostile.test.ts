/** Bodies that a compiled route must refuse in bounded time and forget: it answers 400, and nothing stays in memory. */

import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import * as library from 'class-validator';
import { build } from '../../../src/compiler/index.js';
import type { ReflectiveHandler } from '../../../src/index.js';
import { httpApiEvent } from '../../../src/testing/index.js';
import { createProject, IMPORTS, type Project } from '../project.js';

const SIZE = 1_000_000;
const LIMIT = 10_000;

/** Formats whose tests are regular expressions or loops over text. */
const FORMATS =
  `IsEmail() IsUrl() IsFQDN() IsISO8601() IsDateString() IsRFC3339() IsPhoneNumber() IsMobilePhone() IsUUID() IsIP() IsJWT() IsBase64()
IsSemVer() IsDataURI() IsMimeType() IsMagnetURI() IsCurrency() IsCreditCard() IsIBAN() IsJSON() IsLatLong() IsRgbColor() IsHSL()
IsStrongPassword() IsLocale() IsBtcAddress() IsDecimal() IsMilitaryTime()`.split(/\s+/);

const CONTROLLER = `${IMPORTS}
import { Type } from 'class-transformer';
import { ArrayUnique, IsArray, IsInt, IsObject, IsOptional, IsString, ValidateNested, ${FORMATS.map((row) => row.slice(0, -2)).join(', ')} } from 'class-validator';
${FORMATS.map((row, index) => `class F${index} { @${row} x!: string; }`).join('\n')}
class Item { @IsInt() n!: number; }
class Loose { @IsObject() x!: object; }
class Lists {
  @IsOptional() @IsArray() @IsInt({ each: true }) numbers?: number[];
  @IsOptional() @ValidateNested({ each: true }) @Type(() => Item) items?: Item[];
  @IsOptional() @ArrayUnique() unique?: string[];
}
class Tree { @IsOptional() @ValidateNested() @Type(() => Tree) x?: Tree; @IsString() name!: string; }
@Controller() export class Hostile {
  ${FORMATS.map((_, index) => `@Post('/f${index}') f${index}(@Body() input: F${index}) { return input; }`).join('\n')}
  @Post('/body') body(@Body() input: Loose) { return input; }
  @Post('/lists') lists(@Body() input: Lists) { return input; }
  @Post('/tree') tree(@Body() input: Tree) { return input; }
}`;

let project: Project;
const handlers = new Map<string, ReflectiveHandler>();
beforeAll(async () => {
  project = await createProject({ 'src/a.controller.ts': CONTROLLER });
  const { functions } = await build({ root: project.root, controllers: 'src/*.controller.ts', outDir: 'out' });
  expect(functions.filter(({ validation }) => validation.kind !== 'compiled')).toEqual([]);
  for (const { id, dir, entry } of functions)
    handlers.set(id.slice('Hostile.'.length), (await import(path.join(dir, entry))).handler as ReflectiveHandler);
});
afterAll(() => project.remove());

/** The status that a route answers to a body's text, and the milliseconds of processor time that it took. */
async function send(route: string, body: string): Promise<{ readonly status: number; readonly time: number }> {
  const headers = { 'content-type': 'application/json' };
  const event = httpApiEvent({ method: 'POST', path: `/${route}`, headers, body });
  const { user: start } = process.cpuUsage();
  const { statusCode = Number.NaN } = await (handlers.get(route) as ReflectiveHandler)(event);
  return { status: statusCode, time: (process.cpuUsage().user - start) / 1000 };
}

const fill = (text: string): string => text.repeat(SIZE / text.length);

const TEXTS: readonly string[] = [
  ...['a', '1', '@', 'a.', '-', ' ', 'a@', '{"a":', '('].map(fill),
  `a@${fill('a.')}!`,
  `https://${fill('a')}!`,
  `+49${fill('1')}x`,
  `2024-01-01T${fill('1')}`,
  `data:${fill('a,')}`,
  `1.2.3-${fill('1.')}!`,
];

/** What class-validator itself says of a text. */
function predicateOf(decorator: string): (x: string) => boolean {
  class Told {
    x!: string;
  }
  (library as unknown as Readonly<Record<string, () => PropertyDecorator>>)[decorator]?.()(Told.prototype, 'x');
  return (x) => library.validateSync(Object.assign(new Told(), { x })).length === 0;
}

describe('a compiled route', () => {
  it.each(FORMATS.map((row, index) => [row, `f${index}`]))(
    'tests a megabyte with %s in bounded time',
    async (row, route) => {
      const isRight = predicateOf(row.slice(0, -2));
      for (const x of TEXTS) {
        const { status, time } = await send(route, JSON.stringify({ x }));
        expect([x.slice(0, 20), status]).toEqual([x.slice(0, 20), isRight(x) ? 200 : 400]);
        expect(time).toBeLessThan(LIMIT);
      }
    },
    60_000,
  );

  it.each([
    '{"x":{"constructor":1}}',
    '{"x":{"__proto__":{"a":1}}}',
    '{"x":{"prototype":{}}}',
    '{"constructor":{"prototype":{"a":1}},"x":{}}',
    '{"__proto__":1,"x":{}}',
    '{"x":{"a":[{"b":{"constructor":{}}}]}}',
    '{"x":null}',
    '{"x":[]}',
    'null',
    '[]',
    '"x"',
    '1e999',
  ])('refuses %s', async (body) => {
    expect(await send('body', body)).toMatchObject({ status: 400 });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    ['numbers', `{"numbers":[${'"x",'.repeat(99_999)}"x"]}`],
    ['items', `{"items":[${'{"n":"x"},'.repeat(99_999)}{}]}`],
    ['unique', `{"unique":[${'"x",'.repeat(99_999)}"x"]}`],
    ['items that are none', `{"items":[${'null,'.repeat(99_999)}1]}`],
  ])('refuses an array of 100,000 %s', async (_, body) => {
    const { status, time } = await send('lists', body);
    expect(status).toBe(400);
    expect(time).toBeLessThan(LIMIT);
  });

  it.each([
    ['tree', `${'{"x":'.repeat(10_000)}{}${'}'.repeat(10_000)}`],
    ['tree', '{"x":['.repeat(10_000) + ']}'.repeat(10_000)],
    ['body', `{"x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
  ])('refuses nesting of 10,000 in %s %#', async (route, body) => {
    const { status, time } = await send(route, body);
    expect(status).toBe(400);
    expect(time).toBeLessThan(LIMIT);
  });

  it('remembers nothing of what it refused', async () => {
    v8.setFlagsFromString('--expose-gc');
    const collect = vm.runInNewContext('gc') as () => void;
    const heap = async (): Promise<number> => {
      for (let round = 0; round < 4; round++) {
        collect();
        await setTimeout(20);
      }
      return v8.getHeapStatistics().used_heap_size;
    };
    const hostile = async (times: number) => {
      for (let number = 0; number < times; number++) {
        await send('body', `{"x":{"constructor":{"name":"n${number}"}}}`);
        await send(
          'tree',
          `{"name":1,"x":{"name":${number},"constructor${number}":1,"k${number}":{"constructor${number}":1}}}`,
        );
        await send('lists', `{"items":[{"n":"${number}","toString":1}],"unique":["${number}","${number}"]}`);
      }
    };
    await hostile(2000);
    const before = await heap();
    await hostile(10_000);
    expect((await heap()) - before).toBeLessThan(2_000_000);
  });
});
