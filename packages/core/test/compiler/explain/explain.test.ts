import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, type Explanation, explain } from '../../../src/compiler/index.js';
import { createProject, IMPORTS, type Project } from '../project.js';

const filler = (name: string, size: number): string =>
  `export const ${name} = ${JSON.stringify(Array.from({ length: size }, (_, index) => `${name} ${index}`))};`;

const FILES = {
  'src/items.controller.ts': `${IMPORTS}
import { instanceToPlain } from 'class-transformer';
import { Length } from 'class-validator';
import { report } from './report.js';
import './polyfill.js';
import { label } from './label.cjs';
class Item { @Length(1, 5) name!: string }
@Controller('/items')
export class ItemsController {
  @Get() list() { return []; }
  @Get('/label') label() { return label; }
  @Get('/report') report() { return report(); }
  @Post() create(@Body() input: Item) { return instanceToPlain(input); }
}
`,
  'src/label.cjs': 'exports.label = "label";',
  'src/polyfill.ts': 'globalThis.polyfilled = true;',
  'src/report.ts': `import 'reflect-metadata';\nimport { table } from './table.js';\nimport { one } from 'modern';\nimport old from 'moment';\nexport const report = () => [table, one, old.all];`,
  'src/table.ts': `import { rows } from '@scope/rows';\nexport const table = rows.length;`,
  'node_modules/@scope/rows/package.json':
    '{ "name": "@scope/rows", "version": "1.2.3", "type": "module", "main": "index.js" }',
  'node_modules/@scope/rows/index.js': `import { one } from 'modern';\nimport './effect.js';\n${filler('rows', 400)}\nglobalThis.rows = one;`,
  'node_modules/@scope/rows/effect.js': 'globalThis.effect = 1;',
  'node_modules/@scope/rows/node_modules/modern/package.json':
    '{ "name": "modern", "version": "1.0.0", "type": "module", "main": "index.js" }',
  'node_modules/@scope/rows/node_modules/modern/index.js': 'export const one = "older";',
  'node_modules/modern/package.json':
    '{ "name": "modern", "version": "2.0.0", "type": "module", "main": "index.js", "sideEffects": false }',
  'node_modules/modern/index.js': 'export const one = "newer"; export const two = "unused";',
  'node_modules/moment/package.json': '{ "name": "moment", "version": "2.30.1", "main": "index.js" }',
  'node_modules/moment/index.js': `${filler('all', 8_000).replace('export const all', 'const all')}\nmodule.exports = { all };`,
  'node_modules/reflect-metadata/package.json': '{ "name": "reflect-metadata", "main": "Reflect.js" }',
  'node_modules/reflect-metadata/Reflect.js': 'globalThis.reflected = true;',
};

let project: Project;
beforeAll(async () => {
  project = await createProject(FILES);
});
afterAll(() => project.remove());

const options = (): { root: string; controllers: string } => ({
  root: project.root,
  controllers: 'src/*.controller.ts',
});

const packageOf = ({ packages }: Explanation, name: string, version?: string) => {
  const found = packages.find((each) => each.name === name && (version === undefined || each.version === version));
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

describe('explain', () => {
  it('tells what each package of a function takes, how it came, and what to do', async () => {
    const explanation = await explain(options(), 'ItemsController.report');
    const { bytes, gzip, packages, id, routes } = explanation;
    expect([id, routes]).toEqual(['ItemsController.report', ['ItemsController.report']]);
    expect(gzip).toBeLessThan(bytes);
    const sum = packages.reduce((all, each) => all + each.bytes, 0);
    expect(Math.abs(sum - bytes)).toBeLessThan(50);
    expect(packages.reduce((all, each) => all + each.share, 0)).toBeCloseTo(1, 2);
    expect(packages.map((each) => each.bytes)).toEqual(packages.map((each) => each.bytes).sort((a, b) => b - a));

    const moment = packageOf(explanation, 'moment');
    expect(packages[0]).toBe(moment);
    expect(moment).toMatchObject({ version: '2.30.1', files: [{ file: 'index.js' }] });
    expect(moment.chain).toEqual(['src/items.controller.ts', 'src/report.ts', 'moment']);
    expect(moment.advice).toEqual([
      expect.stringContaining('date-fns'),
      expect.stringContaining('CommonJS'),
      expect.stringContaining('large part'),
    ]);

    const rows = packageOf(explanation, '@scope/rows');
    expect(rows.chain).toEqual(['src/items.controller.ts', 'src/report.ts', 'src/table.ts', '@scope/rows']);
    expect(rows.advice).toEqual([expect.stringMatching(/no "sideEffects": effect\.js/)]);

    expect(packageOf(explanation, 'modern', '1.0.0').chain).toContain('@scope/rows');
    expect(packageOf(explanation, 'modern', '2.0.0').advice).toEqual([expect.stringContaining('(1.0.0 and 2.0.0)')]);
    expect(packageOf(explanation, 'reflect-metadata').advice).toEqual([expect.stringContaining('remove the import')]);

    const own = packageOf(explanation, '');
    expect(own.chain).toEqual([]);
    expect(own.advice).toEqual([expect.stringMatching(/^Kept for their effects, .*: src\/polyfill\.ts\.$/)]);
    expect(own.files.map(({ file }) => file).sort()).toEqual([
      '(handler)',
      'src/items.controller.ts',
      'src/polyfill.ts',
      'src/report.ts',
      'src/table.ts',
    ]);
  });

  it('tells own CommonJS from that of packages', async () => {
    const own = packageOf(await explain(options(), 'ItemsController.label'), '');
    expect(own.advice).toEqual([
      'Some of it is CommonJS, of which nothing can be dropped: write it as ES modules.',
      expect.stringContaining('src/polyfill.ts'),
    ]);
  });

  it('lists the file that handlers with DTOs share', async () => {
    const explanation = await explain(options(), 'ItemsController.create');
    expect(packageOf(explanation, 'class-validator and class-transformer').files).toEqual([
      { file: 'validation.mjs', bytes: expect.any(Number) },
    ]);
    expect(packageOf(explanation, '@gatewright/core').advice).toEqual([]);
  });

  it('suggests the nearest id', async () => {
    await expect(explain(options(), 'ItemsController.raport')).rejects.toThrow(
      '"ItemsController.raport": is the id of no route; did you mean ItemsController.report? [ROUTE_UNKNOWN]',
    );
    await expect(explain(options(), 'x')).rejects.toThrow('gatewright routes lists them [ROUTE_UNKNOWN]');
  });
});

describe('budgets', () => {
  const built = (budgets: BuildOptions['budgets']) => build({ ...options(), outDir: 'out', budgets });

  it('fails a build whose functions are too large, and names what is large in them', async () => {
    const error = await built({ function: 60_000, functions: { 'ItemsController.list': 10 } }).catch(String);
    expect(error).toMatch(
      /ItemsController\.list: has \d+ bytes of code, \d+ more than its budget of 10; @gatewright\/core \d+, .*\[BUDGET_EXCEEDED\]/,
    );
    expect(error).toMatch(
      /ItemsController\.report: has \d+ bytes of code, \d+ more than its budget of 60000; moment \d+, @gatewright\/core \d+, @scope\/rows \d+; run gatewright explain ItemsController\.report, or raise the budget \[BUDGET_EXCEEDED\]/,
    );
    expect(error).not.toContain('ItemsController.create');
    await expect(readFile(path.join(project.root, 'out/manifest.json'))).rejects.toThrow('ENOENT');
  });

  it('fails a build that is too large as a whole', async () => {
    await expect(built({ application: 100_000 })).rejects.toThrow(
      /^the application: has \d+ bytes of code, \d+ more than its budget of 100000; its largest function, ItemsController\.report: moment/,
    );
  });

  it('refuses budgets of functions that do not exist', async () => {
    await expect(built({ functions: { 'ItemsController.lost': 1, nothing: 1 } })).rejects.toThrow(
      /\["ItemsController\.lost"\]: is the id of no function; did you mean ItemsController\.list\? \[BUDGET_UNKNOWN\]\n.*\["nothing"\].*; remove it/,
    );
  });

  it('lets a build pass that keeps to them', async () => {
    const { functions } = await built({ function: 1_000_000, application: 2_000_000 });
    expect(functions.map(({ id, validation }) => [id, validation.kind])).toEqual([
      ['ItemsController.create', 'library'],
      ['ItemsController.label', 'none'],
      ['ItemsController.list', 'none'],
      ['ItemsController.report', 'none'],
    ]);
  });
});
