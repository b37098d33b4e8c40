import { sourceLocations } from '../../src/compiler/import-meta.js';

/** What becomes of a file `/project/src/a.ts`. */
const located = (code: string): string | undefined => {
  const { transform } = sourceLocations() as unknown as {
    readonly transform: { handler(code: string, id: string): { readonly code: string } | undefined };
  };
  return transform.handler(code, '/project/src/a.ts')?.code;
};

describe('sourceLocations', () => {
  it.each([
    ['import.meta.url', '"file:///project/src/a.ts"'],
    ['import.meta.filename', '"/project/src/a.ts"'],
    ['import.meta.dirname', '"/project/src"'],
    ['__filename', '"/project/src/a.ts"'],
    ['f(__dirname)', 'f("/project/src")'],
    [
      'x = { __dirname, a: __dirname, [__dirname]: 1 }',
      'x = { __dirname: "/project/src", a: "/project/src", ["/project/src"]: 1 }',
    ],
    ['x[__dirname]', 'x["/project/src"]'],
  ])('makes %s %s', (code, expected) => {
    expect(located(code)).toBe(expected);
  });

  it.each([
    'import.meta.env.MODE',
    'import.meta["url"]',
    'import.meta.resolve("x")',
    'x.__dirname',
    'x = { __dirname: 1 }',
    'class A { __dirname = 1; __filename() {} }',
    'const __dirname = dirname(x); f(__dirname)',
    `import { __dirname } from './place.js'; f(__dirname)`,
    '"__dirname"; __dirnames',
  ])('leaves %s', (code) => {
    expect(located(code)).toBeUndefined();
  });

  it('gives the file’s own constants what they are made of', () => {
    expect(located('const __filename = fileURLToPath(import.meta.url);\nconst __dirname = dirname(__filename);')).toBe(
      'const __filename = fileURLToPath("file:///project/src/a.ts");\nconst __dirname = dirname(__filename);',
    );
  });
});
