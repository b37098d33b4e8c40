import { readAnswers, readPromise } from '../../src/compiler/read-answers.js';
import { parseModule } from '../../src/compiler/source-module.js';

const shapes = parseModule(
  '/project/shape.ts',
  'export interface Shape { a: string }\nexport interface Circle { r: number }',
);

const methodOf = (text: string) => {
  const module = parseModule('/project/a.ts', text);
  const [source] = [...module.classes.values()];
  const method = source?.node.body.body.find((entry) => entry.type === 'MethodDefinition');
  if (source === undefined || method?.type !== 'MethodDefinition') throw new Error(`no method in ${text}`);
  return {
    method,
    declared: {
      module,
      source,
      references: { User: 'User', Readable: 'Readable' },
      modules: new Map([[shapes.file, shapes]]),
    },
  };
};

const answersOf = (member: string, declaration = '') => {
  const { method, declared } = methodOf(`${declaration}\nclass A {\n  ${member}\n}`);
  return readAnswers(method.value, declared);
};

describe('readAnswers', () => {
  it.each([
    ['it(): string { return x }', 'value'],
    ['it(): Promise<number> { return x }', 'value'],
    ['it(): Promise<void> {}', 'value'],
    ['it(): { a: string } { return x }', 'value'],
    ['it(): User { return x }', 'value'],
    ['it(): Promise<User[]> { return x }', 'value'],
    ['it(): Promise<readonly User[]> { return x }', 'value'],
    ['it(): (User | undefined) { return x }', 'value'],
    ['it(): [string, Shape] { return x }', 'value'],
    ['it(): Buffer { return x }', 'value'],
    ['it(): Record<string, Shape> { return x }', 'value'],
    ['it() { return "hello" }', 'value'],
    ['it() { return { a: x } }', 'value'],
    ['it() { return ({ a: x } as const)! satisfies object }', 'value'],
    ['it() { return (x) }', 'any'],
    [`it() { if (x) return []; return \`a\${x}\`; }`, 'value'],
    ['it() {}', 'value'],
    ['it() { return; }', 'value'],
    ['it() { const f = () => { return x }; return 1 }', 'value'],
    ['it(id: string) { return id }', 'value'],
    ['it(id: Shape) { return id }', 'any'],
    ['it(id) { return id }', 'any'],
    ['it() { return x }', 'any'],
    ['it() { if (x) return 1; return x }', 'any'],
    ['it(): Shape { return x }', 'any'],
    ['it(): any { return x }', 'any'],
    ['it(): Promise<Response> { return x }', 'any'],
    ['it(): string | Response { return x }', 'any'],
    ['*it() { yield 1 }', 'any'],
    ['async *it() { yield 1 }', 'stream'],
    ['it(): AsyncIterable<string> { return x }', 'stream'],
    ['it(): Promise<ReadableStream> { return x }', 'stream'],
    ['it(): stream.Readable { return x }', 'stream'],
    ['it(): Readable { return x }', 'stream'],
    ['it(): AsyncGenerator<User> { return x }', 'stream'],
  ])('%s: %s', (member, expected) => {
    expect(answersOf(member)).toBe(expected);
  });

  it.each([
    ['an interface', 'interface Shape { a: string; b(): number; [key: string]: unknown }', 'value'],
    ['an exported interface', 'export interface Shape { a: string }', 'value'],
    ['an interface of a stream', 'interface Shape { [Symbol.asyncIterator](): AsyncIterator<string> }', 'any'],
    ['an interface that is called', 'interface Shape { (): void }', 'any'],
    ['an interface that extends another', 'interface Shape extends Other { a: string }', 'any'],
    ['an alias of an object', 'type Shape = { a: string };', 'value'],
    ['an alias of an alias', "type Shape = Other | null; type Other = 'a' | 'b';", 'value'],
    ['an alias of a stream', 'type Shape = AsyncIterable<string>;', 'stream'],
    ['a generic alias', 'type Shape<T = string> = T[];', 'any'],
    ['aliases of each other', 'type Shape = Other | string; type Other = Shape | number;', 'any'],
    ['an interface of another module', "import type { Shape } from './shape.js';", 'value'],
    ['an interface of another module by another name', "import { Circle as Shape } from './shape';", 'value'],
    ['a type that is not there', "import type { Square as Shape } from './shape.js';", 'any'],
    ['a type of a package', "import type { Shape } from 'shapes';", 'any'],
    ['a type of a module that is not loaded', "import type { Shape } from './other.js';", 'any'],
    [
      'an interface that takes the name of a stream',
      'interface Readable { a: string } type Shape = Readable;',
      'value',
    ],
  ])('looks at the declaration: %s', (_, declaration, expected) => {
    expect(answersOf('it(): Promise<Shape> { return x }', declaration)).toBe(expected);
  });
});

describe('readPromise', () => {
  const core = "import { Controller, Get } from '@gatewright/core';\n";

  it.each([
    ['@Controller() class A { @Get() async it() { return 1 } }', 'always'],
    ['@Controller() class A { @Get() it() { return { a: 1 } } }', 'never'],
    ['@Controller() class A { @Get() it() {} }', 'never'],
    ['@Controller() class A { @Get() it(): Promise<number> { return this.x } }', 'maybe'],
    ['@Controller() class A { @Get() it(x: string) { return x } }', 'maybe'],
    ['@Controller() class A { @Get() *it() {} }', 'maybe'],
    ['@Controller() class A { @Get() @Logged() it() { return 1 } }', 'maybe'],
    ['@Logged() @Controller() class A { @Get() it() { return 1 } }', 'maybe'],
  ])('%s: %s', (text, expected) => {
    const { method, declared } = methodOf(`${core}${text}`);
    expect(readPromise(method, declared)).toBe(expected);
  });
});
