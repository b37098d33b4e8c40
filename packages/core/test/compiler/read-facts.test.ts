import type { Collected } from '../../src/compiler/collect.js';
import { readFacts } from '../../src/compiler/read-facts.js';
import { parseModule } from '../../src/compiler/source-module.js';

/** The facts of a module with a class `A`; type names of `classes` stand for classes. */
const factsOf = (code: string, classes: readonly string[] = [], file = '/project/src/a.ts') => {
  const module = parseModule(file, code);
  const [start = -1] = [...module.classes].find(([, source]) => source.name === 'A') ?? [];
  const collected: Collected = {
    application: {
      around: { layers: [], catches: [], refused: [] },
      providers: { providers: {}, owner: '', refused: [] },
      overrides: { providers: {}, owner: '', refused: [] },
      values: {},
      controllers: [],
      classes: {},
    },
    declared: { A: { file: module.file, start } },
    references: classes.length === 0 ? {} : { A: Object.fromEntries(classes.map((name) => [name, name])) },
    lineages: {},
    strays: {},
    dtos: {},
    schemas: {},
    provided: {},
    exports: {},
  };
  return readFacts('/project', { collected, modules: new Map([[module.file, module]]) });
};

const methodOf = (member: string, classes: readonly string[] = []) =>
  factsOf(`class A {\n  ${member}\n}`, classes).method('A', 'it');

const parameterOf = (parameter: string, classes: readonly string[] = []) =>
  methodOf(`it(${parameter}) {}`, classes)?.parameters[0];

const typeOf = (type: string, classes: readonly string[] = []) => {
  const fact = parameterOf(`value: ${type}`, classes)?.type;
  return fact && `${fact.form} ${JSON.stringify(fact.type)}${fact.nullable ? ' nullable' : ''}`;
};

describe('the type of a parameter', () => {
  it.each([
    ['string', 'scalar {"kind":"string"}'],
    ['number', 'scalar {"kind":"number"}'],
    ['boolean', 'scalar {"kind":"boolean"}'],
    ['bigint', 'scalar {"kind":"bigint"}'],
    ['Date', 'scalar {"kind":"date"}'],
    ['Uint8Array', 'scalar {"kind":"bytes"}'],
    ['Buffer', 'scalar {"kind":"bytes"}'],
    ['Uint8Array[]', 'array {"kind":"array","items":{"kind":"bytes"}}'],
    [`'asc'`, 'scalar {"kind":"string"}'],
    ['`asc`', 'scalar {"kind":"string"}'],
    [`\`v\${number}\``, 'scalar {"kind":"string"}'],
    ['7', 'scalar {"kind":"number"}'],
    ['-7', 'scalar {"kind":"number"}'],
    ['7n', 'scalar {"kind":"bigint"}'],
    ['true', 'scalar {"kind":"boolean"}'],
    ['(string)', 'scalar {"kind":"string"}'],
    [`'asc' | 'desc'`, 'scalar {"kind":"string"}'],
    ['string | undefined', 'scalar {"kind":"string"}'],
    ['(number | null) | undefined', 'scalar {"kind":"number"}'],
    ['number | null', 'scalar {"kind":"number"} nullable'],
    ['string | number', 'other {"kind":"unknown"}'],
    ['null | undefined', 'other {"kind":"unknown"} nullable'],
    ['unknown', 'unknown {"kind":"unknown"}'],
    ['any', 'record {"kind":"unknown"}'],
    ['object', 'record {"kind":"unknown"}'],
    ['Record<string, string>', 'record {"kind":"unknown"}'],
    ['Shape', 'other {"kind":"unknown"}'],
    ['{ name: string }', 'other {"kind":"unknown"}'],
    ['[string, number]', 'other {"kind":"unknown"}'],
    [`import('./dto.js').User`, 'other {"kind":"unknown"}'],
    ['User', 'class {"kind":"class","class":"User"}'],
    ['models.User', 'class {"kind":"class","class":"models.User"}'],
    ['Page<User>', 'class {"kind":"class","class":"Page"}'],
    ['User | null', 'class {"kind":"class","class":"User"} nullable'],
    ['User | Page', 'other {"kind":"unknown"}'],
    ['User[]', 'array {"kind":"array","items":{"kind":"class","class":"User"}}'],
    ['readonly User[]', 'array {"kind":"array","items":{"kind":"class","class":"User"}}'],
    ['Array<User>', 'array {"kind":"array","items":{"kind":"class","class":"User"}}'],
    ['ReadonlyArray<string>', 'array {"kind":"array","items":{"kind":"string"}}'],
    ['(User | null)[]', 'array {"kind":"array","items":{"kind":"class","class":"User"}}'],
    ['(string | undefined)[]', 'array {"kind":"array","items":{"kind":"string"}}'],
    ['(number | null)[]', 'array {"kind":"array","items":{"kind":"unknown"}}'],
    ['unknown[]', 'array {"kind":"array","items":{"kind":"unknown"}}'],
    ['any[]', 'array {"kind":"array","items":{"kind":"unknown"}}'],
    ['string[][]', 'array {"kind":"array","items":{"kind":"array","items":{"kind":"string"}}}'],
    ['string[] | undefined', 'array {"kind":"array","items":{"kind":"string"}}'],
    ['Shape[]', 'other {"kind":"unknown"}'],
    ['Array', 'other {"kind":"unknown"}'],
    ['keyof User', 'other {"kind":"unknown"}'],
  ])('%s is %s', (type, fact) => {
    expect(typeOf(type, ['User', 'Page', 'models.User'])).toBe(fact);
  });

  it.each([
    [`'asc' | 'desc'`, true],
    [`'asc' | undefined`, true],
    ['1 | 2 | null', true],
    [`'asc' | string`, undefined],
    ['true', undefined],
    ['1 | 2n', undefined],
    ['string', undefined],
  ])('%s lists texts or numbers: %j', (type, literal) => {
    expect(parameterOf(`value: ${type}`)?.type?.literal).toBe(literal);
  });

  it.each([
    ['limit = 20', 'number', '20'],
    ['limit = -20', 'number', '-20'],
    ['big = 20n', 'bigint', '20n'],
    [`sort = 'asc'`, 'string', `'asc'`],
    [`text = \`a\${1}\``, 'string', `\`a\${1}\``],
    ['flag = false', 'boolean', 'false'],
    ['flag = !0', 'boolean', '!0'],
  ])('of %s without a type is %s', (parameter, kind, text) => {
    expect(parameterOf(parameter)?.type).toEqual({
      type: { kind },
      text,
      form: 'scalar',
      nullable: false,
      typeOnly: false,
    });
  });

  it.each([
    'nothing',
    'nothing = void 0',
    'list = []',
    'none = null',
    'call = make()',
    'pattern = /x/',
    'typed = typeof 1',
  ])('of %s without a type is not known', (parameter) => {
    const text = parameter.split(' = ')[1];
    const told = text && { type: { kind: 'unknown' }, text, form: 'default', nullable: false, typeOnly: false };
    expect(parameterOf(parameter)?.type).toEqual(told);
  });

  it('tells the text as written, and whether a name in it is imported as a type', () => {
    const types = (imports: string, type: string) =>
      factsOf(`${imports}\nclass A { it(a: ${type}) {} }`).method('A', 'it')?.parameters[0]?.type;
    expect(types(`import type { User } from './user.js';`, 'Map<string, User>')).toMatchObject({
      text: 'Map<string, User>',
      typeOnly: true,
    });
    expect(types(`import type * as models from './user.js';`, 'models.User[]')).toMatchObject({
      text: 'models.User[]',
      typeOnly: true,
    });
    expect(types(`import { type Other, User } from './user.js';`, 'User')).toMatchObject({
      text: 'User',
      typeOnly: false,
    });
    expect(types('', 'Local')).toMatchObject({ typeOnly: false });
  });
});

describe('a parameter', () => {
  it.each([
    ['a: string', 'a', false],
    ['a?: string', 'a', true],
    [`a = 'x'`, 'a', true],
    [`a: string = 'x'`, 'a', true],
    ['a: string | undefined', 'a', true],
    ['a: (string | undefined)', 'a', true],
    ['a: undefined', 'a', true],
    ['a: unknown', 'a', true],
    ['a: any', 'a', true],
    ['a: string | null', 'a', false],
    ['{ a, b }: Page', undefined, false],
    ['{ a, b }: Page = {}', undefined, true],
    ['[a]: string[]', undefined, false],
    ['...rest: string[]', undefined, false],
    ['@Query() @Other(1) a: string', 'a', false],
  ])('%s has the name %s and may be missing: %s', (parameter, name, optional) => {
    const fact = parameterOf(parameter);
    expect({ name: fact?.name, optional: fact?.optional }).toEqual({ name, optional });
  });

  it('of JavaScript has no type but that of its default value', () => {
    const facts = factsOf('class A { it(a, { b }, c = 1) {} }', [], '/project/src/a.js').method('A', 'it');
    expect(facts?.parameters.map(({ name, optional, type }) => [name, optional, type?.type.kind])).toEqual([
      ['a', false, undefined],
      [undefined, false, undefined],
      ['c', true, 'number'],
    ]);
  });

  it('that types this is none', () => {
    expect(methodOf('it(this: A, id: string) {}')?.parameters.map(({ name }) => name)).toEqual(['id']);
  });

  it('of a constructor may be a property', () => {
    const facts = factsOf(`class A { constructor(private readonly a: number, public b = 'x') {} }`).method(
      'A',
      'constructor',
    );
    expect(facts?.parameters.map(({ name, optional, type }) => [name, optional, type?.type.kind])).toEqual([
      ['a', false, 'number'],
      ['b', true, 'string'],
    ]);
  });

  it('is where its own name stands', () => {
    expect(parameterOf('@Query() value: string')?.source).toEqual({ file: 'src/a.ts', line: 2, column: 15 });
  });
});

describe('a method', () => {
  it.each([
    ['it(): Promise<string> {}', { kind: 'string' }],
    ['it(): Promise<User[]> {}', { kind: 'array', items: { kind: 'class', class: 'User' } }],
    ['it(): Promise {}', { kind: 'unknown' }],
    ['it(): void {}', { kind: 'unknown' }],
    ['it() {}', { kind: 'unknown' }],
  ])('%s returns', (member, returns) => {
    expect(methodOf(member, ['User'])?.returns).toEqual(returns);
  });

  it('is the implementation of its overloads, and no static, computed or private one, nor an accessor of another name', () => {
    const facts = factsOf(`class A {
  static it(a: bigint) {}
  it(a: string): void;
  it(a: number): void {}
  ['it'](a: boolean) {}
  #it(a: Date) {}
  get other() { return 1; }
}`);
    expect(facts.method('A', 'it')?.parameters[0]?.type?.type).toEqual({ kind: 'number' });
    expect(facts.method('A', 'other')).toBeDefined();
    expect(facts.method('A', 'missing')).toBeUndefined();
  });

  it('may have a name in quotes', () => {
    const facts = factsOf(`class A { 'my-route'(a: string) {} 7(a: number) {} }`);
    expect(facts.method('A', 'my-route')?.parameters).toHaveLength(1);
    expect(facts.method('A', '7')?.parameters).toHaveLength(1);
  });

  it('of a class that no source declares has no facts', () => {
    const facts = factsOf('class A { it() {} }');
    expect(facts.method('Packaged', 'it')).toBeUndefined();
    expect(facts.classAt('Packaged')).toBeUndefined();
  });
});

describe('the place of a class', () => {
  it.each([
    ['its name', '@dec()\nexport class A {}', { line: 2, column: 14 }],
    ['itself where it has none', 'export const A = class {}', { line: 1, column: 18 }],
  ])('is that of %s', (_name, code, place) => {
    expect(factsOf(code).classAt('A')).toEqual({ file: 'src/a.ts', ...place });
  });
});

describe('the doc comment of a method', () => {
  const docOf = (members: string) => {
    const { summary, description, deprecated } = factsOf(`class A {${members}}`).method('A', 'it') ?? {};
    return [summary, description, deprecated];
  };

  it.each<[string, string, unknown[]]>([
    ['none', 'it() {}', []],
    ['one line', '/** Lists users. */ it() {}', ['Lists users.']],
    ['no full stop', '/** Lists users */ it() {}', ['Lists users']],
    [
      'several sentences',
      '/** Lists 1.5 users! All of them. And more. */ it() {}',
      ['Lists 1.5 users!', 'All of them. And more.'],
    ],
    [
      'lines joined in the summary and kept in the rest',
      '/**\n * Lists\n * users. First\n * second\n *\n * - third\n */ it() {}',
      ['Lists users.', 'First\nsecond\n\n- third'],
    ],
    [
      'a title without a full stop, and a paragraph',
      '/**\n * Lists users\n *\n * All of them.\n */ it() {}',
      ['Lists users', 'All of them.'],
    ],
    ['Windows line ends', '/**\r\n * Lists users.\r\n * All.\r\n */\r\nit() {}', ['Lists users.', 'All.']],
    ['tags only', '/** @deprecated use the search */ it() {}', [undefined, undefined, true]],
    [
      'text before tags',
      '/**\n * Lists users.\n * @param a b.\n * @deprecated\n * Not this.\n */ it() {}',
      ['Lists users.', undefined, true],
    ],
    ['another tag', '/** Lists. @deprecatedly\n * @deprecatedness */ it() {}', ['Lists.', '@deprecatedly']],
    ['before decorators', '/** Before. */ @Get() @Mine() it() {}', ['Before.']],
    ['between decorators', '@Get() /** Between. */ @Mine() async it() {}', ['Between.']],
    ['after decorators', '@Get()\n/** After. */\nit() {}', ['After.']],
    ['the last of several', '/** First. */ /** Second. */ it() {}', ['Second.']],
    ['inside a decorator', '/** Mine. */ @Get({ /** Not mine. */ a: 1 }) it() {}', ['Mine.']],
    ['of the member before', '/** Other. */ other() {} it() {}', []],
    ['inside the member before', 'other() { /** Inside. */ } field = 1; it() {}', []],
    ['after a field', 'field = 1; /** Mine. */ it() {}', ['Mine.']],
    ['inside the method', 'it() { /** Inside. */ }', []],
    ['a plain comment', '/* Plain. */ // line\n it() {}', []],
    ['a banner', '/*** Banner ***/ it() {}', []],
    ['an empty one', '/** */ it() {}', []],
  ])('%s', (_name, members, [summary, description, deprecated]) => {
    expect(docOf(members)).toEqual([summary, description, deprecated]);
  });
});
