import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../../src');

/** What the modules of a folder import, types left out, since these are gone at run time. */
const importsOf = (folder: string): string[] =>
  readdirSync(join(source, folder)).flatMap((name) => {
    const text = readFileSync(join(source, folder, name), 'utf8');
    return [...text.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)';/gm)].map(([, from]) => from as string);
  });

describe.each(['plan', 'rest-body', 'mapping', 'integrations'])('src/%s', (folder) => {
  it('is made without CDK', () => {
    const imports = importsOf(folder);

    expect(imports.length).toBeGreaterThan(3);
    expect(imports.filter((from) => !from.startsWith('.'))).toEqual([]);
    expect(
      imports
        .filter((from) => from.startsWith('../'))
        .every((from) => /problem|nearest-name|cors-defaults|plan\/|mapping\/|integrations\//.test(from)),
    ).toBe(true);
  });
});
