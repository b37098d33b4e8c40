import { type CompiledApplication, compileApplication } from './application.js';
import { COMPILED, DTO_CODE, OPTIONS } from './dto-cases.js';

const cases = OPTIONS.flatMap((options, index) =>
  COMPILED.map((dto): [dto: string, options: string, name: string] => [dto, options, `${dto}${index}`]),
);

let application: CompiledApplication;
beforeAll(async () => {
  const names = cases.map(([, , name]) => name);
  const copies = OPTIONS.map((_, index) => COMPILED.map((dto) => `class ${dto}${index} extends ${dto} {}`).join('\n'));
  application = await compileApplication(`${DTO_CODE}\n${copies.join('\n')}`, names, {
    before: Object.fromEntries(cases.map(([, options, name]) => [name, `@Validation(${options})`])),
  });
});
afterAll(() => application.project.remove());

describe('a compiled DTO', () => {
  it.each(cases)('%s with %s is what the libraries make and validate', (_dto, _options, name) => {
    const { validation, difference } = application.dtos[name] as CompiledApplication['dtos'][string];
    expect({ difference, validation }).toEqual({ validation: { kind: 'compiled', reasons: [] } });
  });
});
