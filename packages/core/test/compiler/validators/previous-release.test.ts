/** The other release of class-validator in the peer range: its decorators, compiled, say what it says. */
import { cp, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createProject, type Project } from '../project.js';
import { type CompiledApplication, compileApplication } from './application.js';
import { DECLARATIONS, DECORATORS, nameOf } from './decorator-table.js';
import { COMPILED, DTO_CODE } from './dto-cases.js';
import { withEach } from './each-row.js';

const require = createRequire(import.meta.url);
const alias = path.dirname(require.resolve('class-validator-0.14/package.json'));

/** A project with the release in the place of the current one: where a link leads, it would have the alias' name. */
async function createOlderProject(): Promise<Project> {
  const project = await createProject({});
  const folder = path.join(project.root, 'node_modules', 'class-validator');
  await rm(folder);
  await mkdir(folder);
  for (const part of ['package.json', 'cjs', 'esm2015'])
    await cp(path.join(alias, part), path.join(folder, part), {
      recursive: true,
      filter: (file) => !file.endsWith('.map'),
    });
  const from = createRequire(path.join(alias, 'package.json'));
  for (const name of ['validator', 'libphonenumber-js'])
    await symlink(path.dirname(from.resolve(`${name}/package.json`)), path.join(folder, '..', name));
  return project;
}

const library: object = require('class-validator-0.14');
const rows = DECORATORS.filter((row) => nameOf(row) in library).flatMap(
  (row, index): [name: string, decorator: string][] => [
    [`D${index}`, row],
    [`E${index}`, withEach(row)],
  ],
);

let application: CompiledApplication;
beforeAll(async () => {
  const classes = rows.map(([name, decorator]) => `class ${name} { @${decorator} value!: unknown; }`);
  application = await compileApplication(
    `${DECLARATIONS}\n${classes.join('\n')}\n${DTO_CODE}`,
    [...rows.map(([name]) => name), ...COMPILED],
    { project: await createOlderProject(), trials: { mixtures: 20 } },
  );
});
afterAll(() => application.project.remove());

describe('with class-validator 0.14', () => {
  it('is the last of that line, and in the peer range', async () => {
    const { version } = require('class-validator-0.14/package.json') as { readonly version: string };
    const own = JSON.parse(await readFile(path.join(import.meta.dirname, '../../../package.json'), 'utf8'));
    expect(version).toMatch(/^0\.14\.\d+$/);
    expect(require('class-validator/package.json').version).toMatch(/^0\.15\.\d+$/);
    expect(require('class-transformer/package.json').version).toMatch(/^0\.5\.\d+$/);
    expect(own.peerDependencies).toEqual({
      'class-transformer': '^0.5.1',
      'class-validator': '^0.14.0 || ^0.15.0',
    });
  });

  it('knows what the table has, but for two', () => {
    const unknown = DECORATORS.filter((row) => !(nameOf(row) in library));
    expect(unknown).toEqual(['IsISO6391()', 'IsISO31661Numeric()']);
  });

  it.each([...rows, ...COMPILED.map((name): [string, string] => [name, 'a DTO'])])(
    '%s: %s says what class-validator says',
    (name) => {
      const { validation, difference } = application.dtos[name] as CompiledApplication['dtos'][string];
      expect({ difference, validation }).toEqual({ validation: { kind: 'compiled', reasons: [] } });
    },
  );
});
