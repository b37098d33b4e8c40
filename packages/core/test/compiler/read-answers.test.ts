import { readAnswers } from '../../src/compiler/read-answers.js';
import { parseModule } from '../../src/compiler/source-module.js';

const answersOf = (member: string) => {
  const module = parseModule('/project/a.ts', `class A {\n  ${member}\n}`);
  const [source] = [...module.classes.values()];
  const method = source?.node.body.body.find((entry) => entry.type === 'MethodDefinition');
  if (source === undefined || method?.type !== 'MethodDefinition') throw new Error(`no method in ${member}`);
  return readAnswers(method.value, { module, source, references: { User: 'User' } });
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
    ['it(): AsyncGenerator<User> { return x }', 'stream'],
  ])('%s: %s', (member, expected) => {
    expect(answersOf(member)).toBe(expected);
  });
});
