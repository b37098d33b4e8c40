import { createRequire } from 'node:module';
import { type CompiledApplication, compileApplication } from './application.js';
import { DECLARATIONS, DECORATORS, nameOf } from './decorator-table.js';
import { withEach } from './each-row.js';

const rows = DECORATORS.flatMap((row, index): [name: string, decorator: string][] => [
  [`D${index}`, row],
  [`E${index}`, withEach(row)],
]);

let application: CompiledApplication;
beforeAll(async () => {
  const classes = rows.map(([name, decorator]) => `class ${name} { @${decorator} value!: unknown; }`);
  application = await compileApplication(
    `${DECLARATIONS}\n${classes.join('\n')}`,
    rows.map(([name]) => name),
  );
});
afterAll(() => application.project.remove());

describe('a compiled rule', () => {
  it.each(rows)('%s: @%s says what class-validator says', (name) => {
    const { validation, difference } = application.dtos[name] as CompiledApplication['dtos'][string];
    expect({ difference, validation }).toEqual({ validation: { kind: 'compiled', reasons: [] } });
  });

  it('is there for each decorator of class-validator', () => {
    const library: object = createRequire(import.meta.url)('class-validator');
    const OTHER = [
      'Validate',
      'ValidateBy',
      'ValidateIf',
      'ValidateNested',
      'ValidatePromise',
      'ValidatorConstraint',
      'ValidationError',
      'ValidationTypes',
      'Validator',
      'MetadataStorage',
    ];
    const names = Object.keys(library).filter((name) => /^[A-Z][a-z]/.test(name) && !OTHER.includes(name));
    const tested = new Set(DECORATORS.map(nameOf));
    expect(names.filter((name) => !tested.has(name))).toEqual([]);
  });
});
