import MagicString from 'magic-string';
import { insertDeclarations } from '../../src/compiler/insert-declarations.js';
import { parseModule } from '../../src/compiler/source-module.js';

/** The names that the only class of a module announces. */
const namesIn = (code: string, file = '/a.ts'): string[] => {
  const edited = new MagicString(code);
  insertDeclarations(parseModule(file, code), edited);
  return [...edited.toString().matchAll(/"([\w.]+)":\(\)=>typeof (\w+)==="undefined"\?void 0:([\w.]+)/g)].map(
    ([, name, root, value]) => {
      expect(value).toBe(name);
      expect(root).toBe(name?.split('.')[0]);
      return name as string;
    },
  );
};

describe('insertDeclarations', () => {
  it('announces a class with its file and place, before anything else in it runs', () => {
    const code = new MagicString('export class A { static x = 1 }');
    insertDeclarations(parseModule('/a "b".ts', code.original), code);
    expect(code.toString()).toBe(
      'export class A {static{globalThis[Symbol.for("gatewright.declare")]?.(this,"/a \\"b\\".ts",7,{})} static x = 1 }',
    );
  });

  it.each([
    ['a constructor', 'constructor(a: A, private readonly b: models.B, c: C[] = []) {}', ['A', 'C', 'models.B']],
    ['a decorated method', '@Get() a(b: B, ...c: C[]): Promise<D> {}', ['B', 'C', 'D', 'Promise']],
    ['a method with a decorated parameter', 'a(@Body() b: Map<string, B>) {}', ['B', 'Map']],
    ['a method with a decorator of the author', '@mine a(b: B) {}', ['B']],
    [
      'decorators, as far as they name a class',
      `constructor(@Inject(A) @Other @Inject(shared.B) a: I, @Body([D]) @Body('text', { type: E }) @Body([]) @Body([,]) b) {}`,
      ['A', 'D', 'I', 'shared.B'],
    ],
    ['types that are no names', 'constructor(a: string, b: { c: string }, d: typeof e) {}', []],
    ['a method without decorators', 'a(b: B): C {}', []],
    ['a field', '@mine a: B', []],
  ])('names the types in the signature of %s', (_name, member, names) => {
    expect(namesIn(`class A { ${member} }`)).toEqual(names);
  });

  it('reads JavaScript', () => {
    expect(namesIn('class A { constructor(a, { b }, c = 1) {} @Get() d() {} }', '/a.js')).toEqual([]);
  });
});
