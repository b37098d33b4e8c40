/** Small applications of odd TypeScript: what is written, what is asked, and what must be answered. */
export interface CorpusCase {
  readonly name: string;
  /** Files of the case, relative to its folder; `controller.ts` has the controller. */
  readonly files: Readonly<Record<string, string>>;
  /** `Controller.method`. */
  readonly route: string;
  readonly request: { readonly path: string; readonly query?: string; readonly body?: object };
  /** @default 200 */
  readonly status?: number;
  /** The JSON body, or the text. */
  readonly body: unknown;
}

const CORE = `import { Body, Controller, Get, HttpError, Inject, Injectable, Param, Post, Query } from '@gatewright/core';\n`;

/** A package whose classes are provided, extended and validated. */
const SHARED = {
  'node_modules/shared/package.json': '{ "name": "shared", "type": "module", "exports": "./index.js" }',
  'node_modules/shared/index.js': `import { Injectable } from '@gatewright/core';
import { IsInt } from 'class-validator';
export class Clock { now() { return 'package time'; } }
Injectable()(Clock);
export class Base { run() { return 'ran ' + this.hook(); } }
export class Dto {}
IsInt()(Dto.prototype, 'n');`,
};

/** A case of one controller file. */
const one = (name: string, code: string, route: string, path: string, body: unknown): CorpusCase => ({
  name,
  files: { 'it.controller.ts': CORE + code },
  route,
  request: { path },
  body,
});

export const CORPUS: readonly CorpusCase[] = [
  one(
    'an abstract base that calls what the controller implements',
    `abstract class Crud<T> {
  protected abstract load(id: string): T;
  @Get('/:id') find(@Param('id') id: string) { return { found: this.load(id), by: this.describe() }; }
  protected describe(): string { return 'base'; }
}
@Controller('/abstract') export class AbstractController extends Crud<number> {
  protected load(id: string) { return Number(id) + 1; }
  protected override describe() { return super.describe() + ' and own'; }
}`,
    'AbstractController.find',
    '/abstract/4',
    { found: 5, by: 'base and own' },
  ),
  one(
    'mixins',
    `type Constructor<T = object> = new (...args: any[]) => T;
const Stamped = <TBase extends Constructor>(Base: TBase) => class extends Base { stamp() { return 'stamped ' + this.subject(); } subject() { return 'base'; } };
const Counted = <TBase extends Constructor>(Base: TBase) => { abstract class Counting extends Base { count = 3; @Get('/count') counted() { return this.count; } } return Counting; };
class Empty {}
@Controller('/mixins') export class MixinController extends Stamped(Counted(Empty)) {
  @Get() get() { return { stamp: this.stamp(), count: this.counted() }; }
  override subject() { return 'own'; }
}`,
    'MixinController.get',
    '/mixins',
    { stamp: 'stamped own', count: 3 },
  ),
  one(
    'accessors, private members, static members and fields with initialisers',
    `@Controller('/members') export class MembersController {
  static #made = 0;
  static readonly kind: string = MembersController.name;
  static { this.#made += 40; }
  #secret = 2;
  private readonly double = (n: number) => n * this.#secret;
  get secret() { return this.#hidden() + this.helper(); }
  set secret(value: number) { this.#secret = value; }
  #hidden() { return this.#secret; }
  private helper() { return 0; }
  static made() { return MembersController.#made; }
  @Get() get() { this.secret = 5; return { secret: this.secret, double: this.double(4), made: MembersController.made(), kind: MembersController.kind }; }
  @Get('/other') other() { return this.secret; }
}`,
    'MembersController.get',
    '/members',
    { secret: 5, double: 20, made: 40, kind: 'MembersController' },
  ),
  one(
    'a field that is an arrow function calls a method',
    `@Controller('/arrow') export class ArrowController {
  private readonly run = async () => this.work('arrow');
  work(by: string) { return 'worked by ' + by; }
  @Get() get() { return this.run(); }
}`,
    'ArrowController.get',
    '/arrow',
    'worked by arrow',
  ),
  {
    name: 'enums, const enums and namespaces',
    files: {
      'kinds.ts': `export enum Color { Red = 'red', Blue = 'blue' }
export const enum Size { Small = 1, Large = Small << 2 }
export namespace Geometry { export const unit = 2; export namespace Inner { export function area(n: number) { return n * unit; } } }`,
      'it.controller.ts': `${CORE}import { IsEnum } from 'class-validator';
import { Color, Geometry, Size } from './kinds.js';
enum Local { A, B = Local.A + 5 }
import area = Geometry.Inner.area;
class Input { @IsEnum(Color) color!: Color; }
@Controller('/enums') export class EnumsController {
  @Get() get(@Query('color') color?: Color, @Query('size') size: Size = Size.Large) { return { color, size, local: Local.B, name: Local[0], area: area(4) }; }
  @Post() post(@Body() input: Input) { return input; }
}`,
    },
    route: 'EnumsController.get',
    request: { path: '/enums', query: 'color=red' },
    body: { color: 'red', size: 4, local: 5, name: 'A', area: 8 },
  },
  {
    name: 'a JSON import, with and without an attribute',
    files: {
      'data.json': '{ "list": [1, 2], "nested": { "text": "é" } }',
      'it.controller.ts': `${CORE}import data from './data.json' with { type: 'json' };
import other from './data.json';
@Controller('/json') export class JsonController { @Get() get() { return { ...data, same: other.nested.text }; } }`,
    },
    route: 'JsonController.get',
    request: { path: '/json' },
    body: { list: [1, 2], nested: { text: 'é' }, same: 'é' },
  },
  one(
    'template literals that look like code',
    `const tag = (strings: TemplateStringsArray, ...values: unknown[]) => strings.raw.join('|') + values.length;
@Controller('/template') export class TemplateController {
  @Get() get() { return { text: \`@Get() class { \${[1, 2].map((n) => \`n\${n}\`)} } // import x from "y"\`, tagged: tag\`a\\n\${1}b\${2}\` }; }
}`,
    'TemplateController.get',
    '/template',
    { text: '@Get() class { n1,n2 } // import x from "y"', tagged: 'a\\n|b|2' },
  ),
  {
    name: 'a dynamic import and top-level await',
    files: {
      'later.ts': `export default async function later() { return 'later'; }`,
      'now.ts': `export const now: string = await Promise.resolve('now');`,
      'it.controller.ts': `${CORE}import { now } from './now.js';
const own = await Promise.resolve('own');
@Controller('/await') export class AwaitController { @Get() async get() { const { default: later } = await import('./later.js'); return [now, own, await later()]; } }`,
    },
    route: 'AwaitController.get',
    request: { path: '/await' },
    body: ['now', 'own', 'later'],
  },
  {
    name: 'a path alias, .mts and .cts files, and a .js specifier',
    files: {
      'lib/aliased.ts': `export const aliased = 'aliased';`,
      'modern.mts': `export const modern = typeof import.meta.url === 'string' ? 'modern' : 'no place';`,
      'common.cts': `const common: string = 'common';\nexport = { common };`,
      'plain.js': `export const plain = 'plain';`,
      'it.controller.mts': `${CORE}import { aliased } from '@alias/aliased';
import { modern } from './modern.mjs';
import common from './common.cjs';
import { plain } from './plain.js';
@Controller('/files') export class FilesController { @Get() get() { return [aliased, modern, common.common, plain]; } }`,
    },
    route: 'FilesController.get',
    request: { path: '/files' },
    body: ['aliased', 'modern', 'common', 'plain'],
  },
  {
    name: 'a controller exported by default, and providers exported again under other names',
    files: {
      'store.ts': `import { Injectable } from '@gatewright/core';\n@Injectable() export default class Store { read() { return 'store'; } }`,
      'index.ts': `export { default as TheStore } from './store.js';\nexport * as everything from './store.js';`,
      'it.controller.ts': `${CORE}import { TheStore, everything } from './index.js';
@Controller('/default') export default class DefaultController { constructor(private readonly store: TheStore, private readonly same: everything.default) {} @Get() get() { return [this.store.read(), this.store === this.same]; } }`,
    },
    route: 'DefaultController.get',
    request: { path: '/default' },
    body: ['store', true],
  },
  {
    name: 'types imported as types, side effects kept',
    files: {
      'types.ts': `export interface Shape { readonly a: string }\nexport type Name = string;\nexport class Described { text = 'x' }`,
      'effect.ts': `(globalThis as Record<string, unknown>).corpusEffect = 'kept';`,
      'it.controller.ts': `${CORE}import type { Shape } from './types.js';
import { type Name, Described } from './types.js';
import './effect.js';
declare global { var corpusEffect: string; }
@Controller('/types') export class TypesController { @Get() get(@Query('name') name?: Name): Shape | Described { return { a: globalThis.corpusEffect + String(name) } satisfies Shape; } }`,
    },
    route: 'TypesController.get',
    request: { path: '/types', query: 'name=n' },
    body: { a: 'keptn' },
  },
  {
    name: 'decorators of the author on classes, methods and parameters',
    files: {
      'mine.ts': `export const Twice = (_target: object, _name: string, descriptor: PropertyDescriptor) => {
  const run = descriptor.value;
  descriptor.value = function (this: { label(): string }, ...values: unknown[]) { return [this.label(), run.apply(this, values), run.apply(this, values)]; };
};
export const Sealed = (target: { prototype: object }) => { Object.defineProperty(target.prototype, 'sealed', { value: 'sealed' }); };
export const noted: string[] = [];
export const Note = (text: string) => (_target: object, name: string, index: number) => { noted.push(text + name + index); };`,
      'it.controller.ts': `${CORE}import { Note, noted, Sealed, Twice } from './mine.js';
@Sealed @Controller('/mine') export class MineController {
  declare readonly sealed: string;
  @Get() @Twice get(@Query('q') @Note('on ') q?: string) { return q! + this.sealed + noted; }
  label() { return 'label'; }
}`,
    },
    route: 'MineController.get',
    request: { path: '/mine', query: 'q=1' },
    body: ['label', '1sealedon get0', '1sealedon get0'],
  },
  one(
    'satisfies, as const, generics, overloads, optional chaining and non-null',
    `const options = { mode: 'fast', limits: [1, 2] } as const satisfies { mode: string; limits: readonly number[] };
@Controller('/syntax') export class SyntaxController {
  private pick<TKey extends keyof typeof options>(key: TKey): (typeof options)[TKey] { return options[key]; }
  read(value: string): string; read(value: number): number; read(value: string | number) { return value; }
  @Get() get(this: SyntaxController, @Query('q') q?: string) { const none = undefined as { a?: { b(): string } } | undefined; return { mode: this.pick('mode'), first: this.pick('limits')[0]!, read: this?.read(q ?? 'none'), none: none?.a?.b() ?? 'nothing' }; }
}`,
    'SyntaxController.get',
    '/syntax',
    { mode: 'fast', first: 1, read: 'none', none: 'nothing' },
  ),
  one(
    'async generators, symbols, computed methods and iterators',
    `const REVERSE = Symbol('reverse');
const key = 'comp' + 'uted';
@Controller('/symbols') export class SymbolsController {
  async *numbers(to: number) { for (let n = 0; n < to; n++) yield n; }
  *[Symbol.iterator]() { yield* this.letters(); }
  letters() { return ['a', 'b']; }
  [REVERSE](list: number[]) { return this.reversed(list); }
  reversed(list: number[]) { return list.toReversed(); }
  [key]() { return 'computed'; }
  'quoted-name'() { return 'quoted'; }
  @Get() async get() { const all: number[] = []; for await (const n of this.numbers(3)) all.push(n); return [this[REVERSE](all), [...this], (this as any).computed(), this['quoted-name']()]; }
}`.replace('list.toReversed()', '[...list].reverse()'),
    'SymbolsController.get',
    '/symbols',
    [[2, 1, 0], ['a', 'b'], 'computed', 'quoted'],
  ),
  {
    name: 'a circular import of controller and service',
    files: {
      'service.ts': `import { Injectable } from '@gatewright/core';
import { CircularController } from './it.controller.js';
@Injectable() export class CircularService { name() { return CircularController.title; } }`,
      'it.controller.ts': `${CORE}import { CircularService } from './service.js';
@Controller('/circular') export class CircularController { static title = 'circular'; constructor(private readonly service: CircularService) {} @Get() get() { return this.service.name(); } }`,
    },
    route: 'CircularController.get',
    request: { path: '/circular' },
    body: 'circular',
  },
  {
    name: 'an inherited DTO, in the file of the controller and not exported',
    files: {
      'it.controller.ts': `${CORE}import { IsInt, Length, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
class Named { @Length(2, 9) name!: string; }
class Point { @IsInt() x = 0; }
class Shape extends Named { @ValidateNested() @Type(() => Point) at: Point = new Point(); get label() { return this.name.toUpperCase(); } }
@Controller('/dto') export class DtoController { @Post() post(@Body() shape: Shape) { return [shape.label, shape instanceof Named, shape.at instanceof Point, shape.at.x]; } }`,
    },
    route: 'DtoController.post',
    request: { path: '/dto', body: { name: 'box', at: { x: 3 } } },
    body: ['BOX', true, true, 3],
  },
  {
    name: 'a DTO merged with a namespace and an interface',
    files: {
      'dto.ts': `import { IsInt } from 'class-validator';
export interface Merged { readonly extra?: string }
export class Merged { @IsInt() n!: number; }
export namespace Merged { export const one = (): Merged => Object.assign(new Merged(), { n: 1 }); }`,
      'it.controller.ts': `${CORE}import { Merged } from './dto.js';
@Controller('/merged') export class MergedController { @Post() post(@Body() input: Merged) { return input.n + Merged.one().n; } }`,
    },
    route: 'MergedController.post',
    request: { path: '/merged', body: { n: 2 } },
    body: 3,
  },
  one(
    'providers that are not exported, one of them a named class in a variable',
    `const Outer = class Inner { text = 'inner'; };
type Outer = InstanceType<typeof Outer>;
Injectable()(Outer);
@Injectable() class Hidden { constructor(@Inject(Outer) readonly inner: Outer) {} }
@Controller('/hidden') export class HiddenController { constructor(private readonly hidden: Hidden) {} @Get() get() { return this.hidden.inner.text; } }`,
    'HiddenController.get',
    '/hidden',
    'inner',
  ),
  ...['one', 'two'].map(
    (word): CorpusCase => ({
      name: `DTO classes and providers of the same name in other modules: ${word}`,
      files: {
        'dto.ts': `import { Length } from 'class-validator';\nexport class SameDto { @Length(2, 3, { message: '$target ${word} $property' }) name!: string; }`,
        'store.ts': `import { Injectable } from '@gatewright/core';\n@Injectable() export class SameStore { read() { return '${word}'; } }`,
        'it.controller.ts': `${CORE}import { SameDto } from './dto.js';
import { SameStore } from './store.js';
@Controller('/same-${word}') export class Same${word}Controller { constructor(private readonly store: SameStore) {} @Post() post(@Body() input: SameDto) { return this.store.read() + input.constructor.name; } }`,
      },
      route: `Same${word}Controller.post`,
      request: { path: `/same-${word}`, body: { name: 'x' } },
      status: 400,
      body: expect.objectContaining({
        errors: [{ in: 'body', path: 'name', message: `SameDto ${word} name`, constraint: 'isLength' }],
      }),
    }),
  ),
  {
    name: 'two DTO classes of the same name in one route',
    files: {
      'a.ts': `import { IsInt } from 'class-validator';\nexport class Twin { @IsInt() a!: number; }`,
      'b.ts': `import { IsInt } from 'class-validator';\nexport class Twin { @IsInt() b!: number; }`,
      'it.controller.ts': `${CORE}import { Twin } from './a.js';
import { Twin as Other } from './b.js';
@Controller('/twins') export class TwinsController { @Post() post(@Query() a: Twin, @Body() b: Other) { return [a, b, a.constructor.name, b.constructor.name]; } }`,
    },
    route: 'TwinsController.post',
    request: { path: '/twins', query: 'a=1', body: { b: 2, a: 3 } },
    body: [{ a: 1 }, { b: 2 }, 'Twin', 'Twin'],
  },
  one(
    'a Buffer',
    `@Controller('/buffer') export class BufferController { @Get() get() { return Buffer.from('bytes'); } }`,
    'BufferController.get',
    '/buffer',
    Buffer.from('bytes').toString('base64'),
  ),
  {
    name: 'an error class of the author',
    files: {
      'errors.ts': `import { HttpError, NotFound } from '@gatewright/core';
export class PaymentRequired extends HttpError { constructor(readonly owed: number) { super(402, 'pay first', { extensions: { owed } }); } }
export class UserNotFound extends NotFound { override readonly name = 'UserNotFound'; }`,
      'it.controller.ts': `${CORE}import { PaymentRequired } from './errors.js';
@Controller('/errors') export class ErrorsController { @Get() get() { try { throw new PaymentRequired(7); } catch (error) { if (error instanceof HttpError) throw error; return 'no'; } } }`,
    },
    route: 'ErrorsController.get',
    request: { path: '/errors' },
    status: 402,
    body: { title: 'Payment Required', status: 402, detail: 'pay first', owed: 7 },
  },
  {
    name: 'JSX, by the runtime of a package',
    files: {
      'node_modules/tiny/package.json':
        '{ "name": "tiny", "type": "module", "exports": { "./jsx-runtime": "./jsx.js" } }',
      'node_modules/tiny/jsx.js': `export const jsx = (type, props) => (typeof type === 'function' ? type(props) : '<' + type + '>' + props.children + '</' + type + '>');`,
      'page.tsx': `/** @jsxImportSource tiny */\nexport const Page = ({ name }: { name: string }) => <p>{name}</p>;`,
      'it.controller.tsx': `/** @jsxImportSource tiny */\n${CORE}import { Page } from './page.js';
@Controller('/jsx') export class JsxController { @Get() get() { return <Page name="x" />; } @Get('/other') other() { return <Page name="y" />; } }`,
    },
    route: 'JsxController.get',
    request: { path: '/jsx' },
    body: '<p>x</p>',
  },
  one(
    'a method whose name is no identifier',
    `@Controller('/quoted') export class QuotedController { @Get() 'my-route'() { return 'quoted'; } @Get('/7') 7() { return 'seven'; } }`,
    'QuotedController.my-route',
    '/quoted',
    'quoted',
  ),
  one(
    'an export whose name is no identifier',
    `@Controller('/text-export') class TextExportController { @Get() get() { return 'text'; } }\nexport { TextExportController as 'my controller' };`,
    'TextExportController.get',
    '/text-export',
    'text',
  ),
  one(
    'a controller called like what handlers import',
    `@Controller('/query') export class query { @Get() get(@Query('a') a?: number) { return { a }; } }`,
    'query.get',
    '/query?a=1',
    { a: 1 },
  ),
  {
    name: 'a DTO called like a global',
    files: {
      'it.controller.ts': `${CORE}import { IsInt } from 'class-validator';
class JSON { @IsInt() n!: number; }
@Controller('/global') export class GlobalController { @Post() post(@Body() json: JSON) { return [json.n, json.constructor.name]; } }`,
    },
    route: 'GlobalController.post',
    request: { path: '/global', body: { n: 1 } },
    body: [1, 'JSON'],
  },
  one(
    'names beyond ASCII',
    `@Controller('/größe') export class Größe { private readonly maß = 'maß'; @Get('/:straße') größe(@Param() straße: string) { return [this.maß, straße]; } }`
      .replaceAll("'/größe'", "'/groesse'")
      .replace("'/:straße'", "'/:strasse'")
      .replace('@Param()', "@Param('strasse')"),
    'Größe.größe',
    '/groesse/a',
    ['maß', 'a'],
  ),
  {
    name: 'a base class of a package that calls what the controller has',
    files: {
      ...SHARED,
      'it.controller.ts': `${CORE}import { Base } from 'shared';
@Controller('/package-base') export class PackageBaseController extends Base { @Get() get() { return this.run(); } hook() { return 'hook'; } }`,
    },
    route: 'PackageBaseController.get',
    request: { path: '/package-base' },
    body: 'ran hook',
  },
  {
    name: 'classes of a package: what a provider needs, what @Inject names, a member of a namespace, and one that a file exports again',
    files: {
      ...SHARED,
      'clock.ts': `export { Clock as Again } from 'shared';`,
      'store.ts': `import { Injectable } from '@gatewright/core';
import { Clock } from 'shared';
@Injectable() abstract class Timed { constructor(readonly clock: Clock) {} }
@Injectable() export class Store extends Timed {}`,
      'it.controller.ts': `${CORE}import * as shared from 'shared';
import { Clock } from 'shared';
import { Again } from './clock.js';
import { Store } from './store.js';
interface Clocked { now(): string }
@Controller('/package-classes') export class PackageClassesController {
  constructor(readonly store: Store, @Inject(Clock) readonly token: Clocked, readonly member: shared.Clock, readonly again: Again) {}
  @Get() get() { return [this.store.clock.now(), new Set([this.store.clock, this.token, this.member, this.again]).size]; }
}`,
    },
    route: 'PackageClassesController.get',
    request: { path: '/package-classes' },
    body: ['package time', 1],
  },
  ...['store', 'inject', 'namespace'].map(
    (word): CorpusCase => ({
      name: `one class of a package, by way of ${word}`,
      files: {
        ...SHARED,
        'it.controller.ts': `${CORE}import * as shared from 'shared';
import { Clock } from 'shared';
@Injectable() class Store { constructor(readonly clock: Clock) {} now() { return this.clock.now(); } }
@Controller('/package-${word}') export class Package${word}Controller {
  constructor(readonly clock: ${{ store: 'Store', inject: '{ now(): string }', namespace: 'shared.Clock' }[word]}) {}
  @Get() get() { return this.clock.now(); }
}`.replace('constructor(readonly clock: { now', 'constructor(@Inject(Clock) readonly clock: { now'),
      },
      route: `Package${word}Controller.get`,
      request: { path: `/package-${word}` },
      body: 'package time',
    }),
  ),
  {
    name: 'a DTO of a package that only its decorator names',
    files: {
      ...SHARED,
      'it.controller.ts': `${CORE}import { Dto } from 'shared';\n@Controller('/package-dto') export class PackageDtoController { @Post() post(@Body([Dto]) input: { n: number }[]) { return input; } }`,
    },
    route: 'PackageDtoController.post',
    request: { path: '/package-dto', body: [{ n: 1, evil: 2 }] },
    body: [{ n: 1 }],
  },
  {
    name: 'arrays of anything, and of what may be null',
    files: {
      'it.controller.ts': `${CORE}@Controller('/any-array') export class AnyArrayController { @Post() post(@Body('any') any: unknown[], @Body('some') some: (number | null)[]) { return [any, some]; } }`,
    },
    route: 'AnyArrayController.post',
    request: { path: '/any-array', body: { any: [{ a: 1 }, 'b'], some: [1, null] } },
    body: [
      [{ a: 1 }, 'b'],
      [1, null],
    ],
  },
  {
    name: 'a decorator that replaces the controller, above @Controller',
    files: {
      'mine.ts': `export const Loud = <T extends new (...values: any[]) => object>(Target: T) => class LouderController extends Target { loud = 'LOUD'; };`,
      'it.controller.ts': `${CORE}import { Loud } from './mine.js';\n@Controller('/replaced') @Loud export class LoudController { declare loud: string; @Get() get() { return this.help(); } help() { return this.loud; } }`,
    },
    route: 'LouderController.get',
    request: { path: '/replaced' },
    body: 'LOUD',
  },
  {
    name: 'the framework by way of a module of the author, and a decorator made of others',
    files: {
      'framework.ts': `export * from '@gatewright/core';
import { Post } from '@gatewright/core';
export const AdminPost = (path: string) => (target: object, name: string, descriptor: PropertyDescriptor) => Post('/admin' + path)(target, name, descriptor);`,
      'it.controller.ts': `import { AdminPost, Body, Controller, Get, Param } from './framework.js';
import { IsInt } from 'class-validator';
class Item { @IsInt() n!: number; }
@Controller('/by-way') export class ByWayController { @AdminPost('/:id') post(@Param() id: string, @Body() items: Item[]) { return [id, items.every((item) => item instanceof Item)]; } @Get() get() {} }`,
    },
    route: 'ByWayController.post',
    request: { path: '/by-way/admin/7', body: [{ n: 1 }] },
    body: ['7', true],
  },
  one(
    'a decorator that calls a route by its name',
    `const Before = (name: string) => (_target: object, _member: string, descriptor: PropertyDescriptor) => {
  const run = descriptor.value;
  descriptor.value = function (this: Record<string, () => string>, ...values: unknown[]) { return this[name]!() + run.apply(this, values); };
};
@Controller('/before') export class BeforeController { @Get('/first') first() { return 'first '; } @Get() @Before('first') get() { return 'second'; } }`,
    'BeforeController.get',
    '/before',
    'first second',
  ),
  {
    name: '.cts controllers, with import and with require',
    files: {
      'it.controller.cts': `import core = require('@gatewright/core');
@core.Controller('/cts') class CtsController { @core.Get() get() { return 'cts'; } }
export = { CtsController };`,
    },
    route: 'CtsController.get',
    request: { path: '/cts' },
    body: 'cts',
  },
  {
    name: 'an alias of a namespace member, and a file of its own place',
    files: {
      'names.ts': `export namespace Names { export const text = 'alias'; }`,
      'place.ts': `import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
const __filename = fileURLToPath(import.meta.url);
const __dirname = dirname(__filename);
export const place = { __dirname, of: __filename.length > __dirname.length, __filename: 1 }.of;`,
      'it.controller.ts': `${CORE}import { Names } from './names.js';
import { place } from './place.js';
import text = Names.text;
@Controller('/alias') export class AliasController { @Get() get() { return [text, place]; } @Get('/other') other() { return Names.text; } }`,
    },
    route: 'AliasController.get',
    request: { path: '/alias' },
    body: ['alias', true],
  },
  one(
    'decorated accessor fields',
    `const Mark = (_target: object, _name: string) => {};
class Kind {}
@Controller('/accessor-field') export class AccessorFieldController { @Mark accessor kind: Kind = new Kind(); @Get() get() { return this.kind.constructor.name; } }`,
    'AccessorFieldController.get',
    '/accessor-field',
    'Kind',
  ),
  one(
    'a controller that extends another',
    `@Controller('/parent') export class ParentController { @Get() get() { return 'parent'; } @Get('/help') help() { return ' helped'; } }
@Controller('/child') export class ChildController extends ParentController { override get() { return super.get() + this.help(); } }`,
    'ChildController.get',
    '/child',
    'parent helped',
  ),
  {
    name: 'validators of the author, and decorators whose argument is awaited',
    files: {
      'even.ts': `import { ValidatorConstraint } from 'class-validator';
@ValidatorConstraint({ name: 'even' }) export class Even { validate(value: number) { return value % 2 === 0; } defaultMessage() { return '$property is odd'; } }`,
      'it.controller.ts': `${CORE}import { IsIn, registerDecorator, Validate } from 'class-validator';
import { Even } from './even.js';
const Odd = () => (target: object, propertyName: string) => registerDecorator({ name: 'odd', target: target.constructor, propertyName, options: {}, validator: { validate: (value: unknown) => Number(value) % 2 === 1, defaultMessage: () => 'not odd' } });
class Input { @Validate(Even) even!: number; @Odd() odd!: number; @IsIn(await Promise.resolve(['a'])) one!: string; }
@Controller('/validators') export class ValidatorsController { @Post() post(@Body() input: Input) { return input; } }`,
    },
    route: 'ValidatorsController.post',
    request: { path: '/validators', body: { even: 1, odd: 2, one: 'b' } },
    status: 400,
    body: expect.objectContaining({
      errors: [
        { in: 'body', path: 'even', message: 'even is odd', constraint: 'even' },
        { in: 'body', path: 'odd', message: 'not odd', constraint: 'odd' },
        { in: 'body', path: 'one', message: 'one must be one of the following values: a', constraint: 'isIn' },
      ],
    }),
  },
  {
    name: 'a DTO that is one of several',
    files: {
      'it.controller.ts': `${CORE}import { IsInt, IsString, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
abstract class Pet { @IsString() kind!: string; }
class Cat extends Pet { @IsInt() lives!: number; }
class Dog extends Pet { @IsString() bark!: string; }
class Owner { @ValidateNested() @Type(() => Pet, { keepDiscriminatorProperty: true, discriminator: { property: 'kind', subTypes: [{ value: Cat, name: 'cat' }, { value: Dog, name: 'dog' }] } }) pet!: Pet; }
@Controller('/pets') export class PetsController { @Post() post(@Body() { pet }: Owner) { return [pet.constructor.name, pet instanceof Pet]; } }`,
    },
    route: 'PetsController.post',
    request: { path: '/pets', body: { pet: { kind: 'dog', bark: 'w' } } },
    body: ['Dog', true],
  },
  {
    name: 'a route that validates and transforms by itself',
    files: {
      'it.controller.ts': `${CORE}import { Exclude, instanceToPlain, plainToInstance } from 'class-transformer';
import { IsInt, validate } from 'class-validator';
class Input { @IsInt() n!: number; @Exclude() secret = 1; }
@Controller('/own') export class OwnController { @Get() async get() { const input = plainToInstance(Input, { n: 'x' }); return [(await validate(input)).length, instanceToPlain(input)]; } }`,
    },
    route: 'OwnController.get',
    request: { path: '/own' },
    body: [1, { n: 'x' }],
  },
  {
    name: 'a strong password and a phone number',
    files: {
      'it.controller.ts': `${CORE}import { IsPhoneNumber, IsStrongPassword } from 'class-validator';
class SignUp { @IsStrongPassword({ minLength: 12 }) password!: string; @IsPhoneNumber('DE') phone!: string; }
@Controller('/sign-up') export class SignUpController { @Post() post(@Body() input: SignUp) { return input; } }`,
    },
    route: 'SignUpController.post',
    request: { path: '/sign-up', body: { password: 'short', phone: '030' } },
    status: 400,
    body: expect.objectContaining({
      errors: [
        expect.objectContaining({ constraint: 'isStrongPassword' }),
        expect.objectContaining({ constraint: 'isPhoneNumber' }),
      ],
    }),
  },
  {
    name: 'the folder and file names that CommonJS code expects',
    files: {
      'it.controller.ts': `${CORE}const here = __dirname;
@Controller('/place') export class PlaceController { @Get() get() { return { starts: __filename.startsWith(here), name: __filename.slice(here.length + 1) }; } }`,
    },
    route: 'PlaceController.get',
    request: { path: '/place' },
    body: { starts: true, name: 'index.mjs' },
  },
];
