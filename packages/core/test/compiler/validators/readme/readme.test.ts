/** The examples that the libraries' READMEs give, compiled: what is made and found is what the libraries make and find. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type DtoApplication, type DtoFile, prepareApplication } from '../application.js';
import { headingsOf, type Section } from './section.js';
import { TRANSFORMER_SECTIONS } from './transformer-sections.js';
import { VALIDATOR_SECTIONS } from './validator-sections.js';

const LIBRARIES: readonly (readonly [library: string, sections: readonly Section[]])[] = [
  ['class-validator', VALIDATOR_SECTIONS],
  ['class-transformer', TRANSFORMER_SECTIONS],
];

type Example = Extract<Section, { readonly code: string }>;

const isExample = (section: Section): section is Example => 'code' in section;

/** One route an option set: a class of its own, which inherits everything. */
function fileOf(section: Example): DtoFile {
  const routes = Object.entries(section.takes).flatMap(([dto, sets]) =>
    sets.map((options, index) => ({ dto, options, name: `${dto}With${index}` })),
  );
  return {
    code: `${section.code}\n${routes.map(({ dto, name }) => `class ${name} extends ${dto} {}`).join('\n')}`,
    names: [...Object.keys(section.takes), ...routes.map(({ name }) => name)],
    before: Object.fromEntries(routes.map(({ name, options }) => [name, `@Validation(${options})`])),
  };
}

describe.each(LIBRARIES)('the README of %s', (library, sections) => {
  let application: DtoApplication;
  let compiled: Awaited<ReturnType<DtoApplication['compile']>>;
  beforeAll(async () => {
    application = await prepareApplication(sections.filter(isExample).map(fileOf));
    compiled = await application.compile({ mixtures: 100 });
  });
  afterAll(() => application.project.remove());

  it('has no other sections', async () => {
    const folder = path.dirname(createRequire(import.meta.url).resolve(`${library}/package.json`));
    const readme = await readFile(path.join(folder, 'README.md'), 'utf8');
    expect(sections.map(({ heading }) => heading)).toEqual(headingsOf(readme));
  });

  it.each(sections.filter(isExample).map((section, index) => [section.heading, section, index] as const))(
    '%s: gives the same answers compiled',
    (_, { left }, index) => {
      const routes = Object.entries(compiled[index] ?? {});
      expect(routes.length).toBeGreaterThan(1);
      for (const [name, { validation, difference }] of routes) {
        const expected = left === undefined ? { kind: 'compiled', reasons: [] } : { kind: 'library' };
        expect({ name, difference, validation }).toMatchObject({ name, difference: undefined, validation: expected });
        if (left !== undefined) expect(validation.reasons[0]?.reason).toBe(left);
      }
    },
  );
});
