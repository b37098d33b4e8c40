import { reachableMembers } from '../../src/compiler/reachable-members.js';
import { parseModule, type SourceClass, type SourceModule } from '../../src/compiler/source-module.js';
import { type StripOptions, stripModule } from '../../src/compiler/strip.js';

const CORE = `import { Controller, Get, Post, Body, Query, Inject, Injectable } from '@gatewright/core';\n`;

const parse = (code: string): SourceModule => parseModule('/src/a.ts', code);

/** Strips a module as for one method of its first class. */
const stripped = (
  code: string,
  method?: string,
  exports: ReadonlyMap<string, string> = new Map(),
): string | undefined => {
  const module = parse(code);
  const [[start, source]] = [...module.classes] as [[number, SourceClass]];
  const members: StripOptions['members'] = new Map(
    method === undefined ? [] : [[start, reachableMembers([{ module, source }], method)]],
  );
  return stripModule(module, { members, exports, recorded: new Set<number>(), values: new Map() })?.toString();
};

describe('stripModule', () => {
  it('leaves a module as it is when there is nothing to strip', () => {
    expect(stripped('export class A { @mine() a = 1; b() {} }')).toBeUndefined();
  });

  it('removes framework decorators under whatever name, before and after export, and the imports of only these', () => {
    expect(
      stripped(`import { Controller as C, Get } from '@gatewright/core';
import * as gw from '@gatewright/core';
import { mine } from './mine.js';
@C('/a') @mine() export class A {
  constructor(@gw.Inject(A) @mine() private readonly a: A) {}
  @Get('/') @mine() get(@gw.Query('q') @mine() q: string) {}
}
export @C('/b') class B {}`),
    ).toBe(`

import { mine } from './mine.js';
 @mine() export class A {
  constructor( @mine() private readonly a: A) {}
   @mine() get( @mine() q: string) {}
}
const B = /* @__PURE__ */ (() => {   class B {} return B; })(); export { B };`);
  });

  it('removes other routes’ methods with their decorators and the imports only they used', () => {
    expect(
      stripped(
        `${CORE}import { heavy } from './heavy.js';
import { Dto } from './dto.js';
import './effects.js';
import type { T } from './types.js';
@Controller()
export class A {
  @Get('/a') a(): T { return 'a' as T; }
  @Post('/b') @heavy() b(@Body() input: Dto) { return heavy(input); }
}`,
        'a',
      ),
    ).toBe(`


import './effects.js';
import type { T } from './types.js';

export class A {
   a(): T { return 'a' as T; }
  
}`);
  });

  it('keeps an import of which one name is still used, and names that only metadata of kept decorators uses', () => {
    const code = stripped(
      `${CORE}import { used, unused } from './some.js';
import { Dto, Option } from './dto.js';
import { Dependency } from './dependency.js';
import { mine } from './mine.js';
@Controller() @mine()
export class A {
  constructor(dependency: Dependency) {}
  @mine() field: Option = used as unknown as Option;
  @Get() @mine() a(input: Dto) {}
}`,
      'a',
    );
    expect(code).toContain(`import { used, unused } from './some.js';`);
    expect(code).toContain(`import { Dto, Option } from './dto.js';`);
    expect(code).toContain(`import { Dependency } from './dependency.js';`);
  });

  it('keeps imports that only JSX, an import alias or the type of a decorated accessor uses', () => {
    const module = parseModule(
      '/src/a.tsx',
      `${CORE}import React from 'react';
import { Page, layouts } from './page.js';
import { names } from './names.js';
import { Kind } from './kind.js';
import { mine } from './mine.js';
import { other } from './other.js';
import name = names.inner;
@Controller() export class A {
  @mine accessor kind!: Kind;
  @Get() get() { return <layouts.Main><Page name={name} /></layouts.Main>; }
  @Post() post(kind: Kind) { return <Page name={names.other(layouts, other)} />; }
}`,
    );
    const [[start]] = [...module.classes] as [[number, SourceClass]];
    const code = stripModule(module, {
      members: new Map([[start, new Set(['get'])]]),
      exports: new Map(),
      recorded: new Set(),
      values: new Map(),
    })?.toString();
    expect(code?.match(/from '.*'/g)).toEqual([
      "from 'react'",
      "from './page.js'",
      "from './names.js'",
      "from './kind.js'",
      "from './mine.js'",
    ]);
  });

  it('removes the libraries’ decorators that nobody asks for, and keeps what they would load or change', () => {
    const module = parse(`import { Type as T, Transform, TransformInstanceToPlain } from 'class-transformer';
import * as v from 'class-validator';
import { mine } from './mine.js';
import { Inner, limit, text } from './inner.js';
import { other } from "./other.js";
@v.ValidatorConstraint() class A {
  @v.Max(limit) @mine() n: number;
  @T(() => Inner) inner: Inner;
  @Transform(other) kept: string;
  @v.Min(await limit) awaited: number;
  @TransformInstanceToPlain() plain() {}
}`);
    const code = stripModule(module, {
      members: new Map(),
      exports: new Map(),
      recorded: new Set(),
      values: new Map(),
      recalled: new Set(['Transform']),
    })?.toString();
    expect(
      code?.replace(/ +/g, ' '),
    ).toBe(`import { Type as T, Transform, TransformInstanceToPlain } from 'class-transformer';
import * as v from 'class-validator';
import { mine } from './mine.js';
import { Inner, limit, text } from './inner.js';
import { other } from "./other.js";
 class A {
 @mine() n: number;
 inner: Inner;
 @Transform(other) kept: string;
 @v.Min(await limit) awaited: number;
 @TransformInstanceToPlain() plain() {}
}`);
  });

  it('loads what only the libraries’ decorators named, for its effects', () => {
    const code = stripModule(
      parse(`import { Type } from 'class-transformer';
import { Inner } from './inner.js';
class A { @Type(() => Inner) inner; }`),
      { members: new Map(), exports: new Map(), recorded: new Set(), values: new Map(), recalled: new Set() },
    );
    expect(code?.toString()).toContain(`import './inner.js';`);
  });

  it('leaves an import that nothing uses, which may be there for its effects', () => {
    expect(stripped(`${CORE}import { unused } from './effects.js';\n@Controller() class A {}`)).toContain(
      `import { unused } from './effects.js';`,
    );
  });

  it('keeps names that only the constructor of a class with a decorator of the author uses', () => {
    expect(
      stripped(
        `${CORE}import { T } from './t.js';\n@mine @Controller() class A { constructor(t: T) {} @Get() get(t: T) {} }`,
        'none',
      ),
    ).toContain(`import { T } from './t.js';`);
    expect(
      stripped(
        `${CORE}import { T } from './t.js';\n@Controller() class A { constructor(t: T) {} @Get() get(t: T) {} }`,
        'none',
      ),
    ).not.toContain('./t.js');
  });

  it('exports what a handler imports and the module does not export', () => {
    expect(stripped('class A { a() {} }', undefined, new Map([['A', 'gatewright_A']]))).toBe(
      'class A { a() {} }\nexport { A as gatewright_A };',
    );
  });

  it('makes classes that only validators stand on droppable', () => {
    expect(
      stripped(`import { Length as Size } from 'class-validator';
import * as transformer from 'class-transformer';
@transformer.Exclude() export class A { @Size(1, 2) name!: string; static kind = 'a'; }
class B extends A { @transformer.Type(() => A) a!: A }`),
    ).toBe(`import { Length as Size } from 'class-validator';
import * as transformer from 'class-transformer';
const A = /* @__PURE__ */ (() => { @transformer.Exclude()  class A { @Size(1, 2) name!: string; static kind = 'a'; } return A; })(); export { A };
const B = /* @__PURE__ */ (() => { class B extends A { @transformer.Type(() => A) a!: A } return B; })();`);
  });

  it.each([
    [
      'that a namespace is merged with',
      'export class A { @Length(1, 2) name!: string } export namespace A { export const one = 1 }',
    ],
    [
      'that a namespace in its module is merged with',
      'class A { @Length(1, 2) name!: string } namespace A { export const one = 1 }',
    ],
    ['with a decorator whose argument is awaited', 'export class A { @Length(await first(), 2) name!: string }'],
    ['exported by default', 'export default class A { @Length(1, 2) name!: string }'],
    ['with a decorator that is no name', 'export class A { @(Length(1, 2)) name!: string }'],
    ['with a decorator on a parameter', 'export class A { @Length(1, 2) name!: string; a(@mine b: string) {} }'],
    ['without a decorator', 'export class A { name!: string }'],
    ['with a decorator of the author', 'export class A { @Length(1, 2) @mine() name!: string }'],
    ['with a static block', 'export class A { @Length(1, 2) name!: string; static { run(); } }'],
    ['with a static field that runs code', 'export class A { @Length(1, 2) name!: string; static x = run(); }'],
    ['with a computed name', 'export class A { @Length(1, 2) [run()]!: string }'],
    ['that extends what a call returns', 'export class A extends mixin() { @Length(1, 2) name!: string }'],
  ])('leaves a class %s where it is', (_name, code) => {
    expect(
      stripped(`import { Length } from 'class-validator';\nimport { mine } from './mine.js';\n${code}`),
    ).toBeUndefined();
  });
});

describe('stripModule of mapped types', () => {
  const MAPPED = `import { OmitType, PartialType as Some } from '@gatewright/core/mapped-types';\n`;

  it('makes classes droppable that only extend one', () => {
    const code = 'export class B extends Some(OmitType(A, ["a"] as const)) {}';
    expect(stripped(`${MAPPED}${code}`)).toBe(
      `${MAPPED}const B = /* @__PURE__ */ (() => { ${code.replace('export', '')} return B; })(); export { B };`,
    );
  });

  it.each([
    'class B extends Some(make()) {}',
    'class B extends Some(...all) {}',
    'class B extends Some(await A) {}',
    'class B extends other(A) {}',
    'class B extends Some(A) { static a = make(); }',
  ])('leaves %s', (code) => {
    expect(stripped(MAPPED + code)).toBeUndefined();
  });
});

describe('reachableMembers', () => {
  const reached = (code: string, method = 'route') => {
    const module = parse(code);
    const kept = reachableMembers(
      [...module.classes.values()].map((source) => ({ module, source })),
      method,
    );
    return kept === 'all' ? kept : [...kept].sort();
  };

  it('follows what methods call on this and super, through the base class', () => {
    expect(
      reached(`class Base { shared() { return this['hidden'](); } hidden() {} never() {} }
class A extends Base { route() { return this.one(); } one() { return super.shared() + this.#secret(); } #secret() {} other() { this.never(); } }`),
    ).toEqual(['#secret', 'hidden', 'one', 'route', 'shared']);
  });

  it('keeps what constructors, fields, static and computed members call', () => {
    expect(
      reached(`class A { constructor() { this.first(); } field = this.second(); get x() { return this.third(); } static s() { return this.fourth(); } ['c']() { this.fifth(); }
first() {} second() {} third() {} fourth() {} fifth() {} sixth() {} route() {} }`),
    ).toEqual(['fifth', 'first', 'fourth', 'route', 'second']);
  });

  it.each([
    ['this is passed on', 'class A { route() { return help(this); } }'],
    ['a name is computed', 'class A { route(name: string) { return this[name](); } }'],
    ['a name of super is computed', 'class A extends B { route(name: string) { return super[name](); } }'],
    [
      'this is destructured with a rest',
      'class A { route() { const { other, ...rest } = this; return other(rest); } }',
    ],
  ])('keeps everything where %s', (_name, code) => {
    expect(reached(code)).toBe('all');
  });

  it('keeps what decorators of the author may call: methods that are no routes, and those that their arguments name', () => {
    const controller = (decorators: string, before = '') =>
      `${CORE}${before} class A { @Get('/a') ${decorators} route() {} @Get('named') named() {} @Get() other() {} helper() {} dead(@Query() q: string) {} ['computed']() {} }`;
    expect(reached(controller('@mine'))).toEqual(['helper', 'route']);
    expect(reached(controller(`@mine({ before: 'named' })`))).toEqual(['helper', 'named', 'route']);
    expect(reached(controller('', `@mine('other')`))).toEqual(['helper', 'other', 'route']);
    expect(reached(controller(''))).toEqual(['route']);
  });

  it('takes a type named this for no value', () => {
    expect(
      reached(
        'class A extends B { constructor() { super(); } route(): this { return undefined as never; } other() {} }',
      ),
    ).toEqual(['route']);
  });
});
