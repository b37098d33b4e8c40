import { parseModule, type SourceModule } from '../../src/compiler/source-module.js';
import { reachableMembers } from '../../src/compiler/reachable-members.js';
import { type StripOptions, stripModule } from '../../src/compiler/strip.js';

const CORE = `import { Controller, Get, Post, Body, Query, Inject, Injectable } from '@gatewright/core';\n`;

const parse = (code: string): SourceModule => parseModule('/src/a.ts', code);

/** Strips a module as for one method of its first class. */
const stripped = (code: string, method?: string, exports: ReadonlyMap<string, string> = new Map()): string | undefined => {
  const module = parse(code);
  const [[start, source]] = [...module.classes] as [[number, NonNullable<ReturnType<SourceModule['classes']['get']>>]];
  const members: StripOptions['members'] = new Map(method === undefined ? [] : [[start, reachableMembers([source], method)]]);
  return stripModule(module, { members, exports })?.toString();
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
export  class B {}`);
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

  it('exports what a handler imports and the module does not export', () => {
    expect(stripped('class A { a() {} }', undefined, new Map([['A', 'gatewright_A']]))).toBe('class A { a() {} }\nexport { A as gatewright_A };');
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
    ['without a decorator', 'export class A { name!: string }'],
    ['with a decorator of the author', 'export class A { @Length(1, 2) @mine() name!: string }'],
    ['with a static block', 'export class A { @Length(1, 2) name!: string; static { run(); } }'],
    ['with a static field that runs code', 'export class A { @Length(1, 2) name!: string; static x = run(); }'],
    ['with a computed name', 'export class A { @Length(1, 2) [run()]!: string }'],
    ['that extends what a call returns', 'export class A extends mixin() { @Length(1, 2) name!: string }'],
  ])('leaves a class %s where it is', (_name, code) => {
    expect(stripped(`import { Length } from 'class-validator';\nimport { mine } from './mine.js';\n${code}`)).toBeUndefined();
  });
});

describe('reachableMembers', () => {
  const reached = (code: string, method = 'route') => {
    const kept = reachableMembers([...parse(code).classes.values()], method);
    return kept === 'all' ? kept : [...kept].sort();
  };

  it('follows what methods call on this and super, through the base class', () => {
    expect(
      reached(`class Base { shared() { return this['hidden'](); } hidden() {} never() {} }
class A extends Base { route() { return this.one(); } one() { return super.shared() + this.#secret(); } #secret() {} other() { this.never(); } }`),
    ).toEqual(['#secret', 'hidden', 'one', 'route', 'shared']);
  });

  it('keeps what constructors, fields, accessors, static and computed members call', () => {
    expect(
      reached(`class A { constructor() { this.first(); } field = this.second(); get x() { return this.third(); } static s() { return this.fourth(); } ['c']() { this.fifth(); }
first() {} second() {} third() {} fourth() {} fifth() {} sixth() {} route() {} }`),
    ).toEqual(['fifth', 'first', 'fourth', 'route', 'second', 'third']);
  });

  it.each([
    ['this is passed on', 'class A { route() { return help(this); } }'],
    ['a name is computed', 'class A { route(name: string) { return this[name](); } }'],
    ['a name of super is computed', 'class A extends B { route(name: string) { return super[name](); } }'],
    ['this is destructured', 'class A { route() { const { other } = this; return other(); } }'],
  ])('keeps everything where %s', (_name, code) => {
    expect(reached(code)).toBe('all');
  });

  it('takes a type named this for no value', () => {
    expect(reached('class A extends B { constructor() { super(); } route(): this { return undefined as never; } other() {} }')).toEqual(['route']);
  });
});
