import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { analyzeApplication, type CompilerAnalysis } from '../../../src/compiler/analyze.js';
import { ValidationLibraries } from '../../../src/compiler/validation-libraries.js';
import { type CompiledDtos, compileDtos } from '../../../src/compiler/validators/compile-dtos.js';
import { markStatic } from '../../../src/compiler/validators/static-arguments.js';
import { createProject, IMPORTS, type Project } from '../project.js';

const SAMPLE = path.join(import.meta.dirname, 'samples', 'create-user.js');

let project: Project;
let analysis: CompilerAnalysis;
let compiled: CompiledDtos;
beforeAll(async () => {
  project = await createProject({
    'src/a.controller.ts': `${IMPORTS}
import { Type } from 'class-transformer';
import { IsArray, IsEmail, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
class Address { @Length(1, 100) street!: string; @Length(1, 50) city!: string; }
class CreateUser {
  @Length(1, 50) name!: string;
  @IsEmail() email!: string;
  @IsInt() @Min(0) @Max(150) age!: number;
  @IsOptional() @IsArray() @IsString({ each: true }) tags?: string[];
  @ValidateNested() @Type(() => Address) address!: Address;
}
@Controller() export class A { @Post() post(@Body() input: CreateUser) { return input; } }`,
  });
  analysis = await analyzeApplication({ root: project.root, controllers: 'src/*.controller.ts' });
  const { predicates } = new ValidationLibraries(project.root);
  compiled = compileDtos([{ key: 'CreateUser' }], { dtos: markStatic(analysis), predicates });
});
afterAll(() => {
  analysis.end();
  return project.remove();
});

const verdicts = (codes: readonly string[]) => {
  const all = codes.map((code) => ({ ...compiled, code }));
  return analysis.verify({ compiled: all, root: project.root, mixtures: 50, seed: 1 });
};

/** Small mistakes in generated code, each wherever it can be made. */
const MUTATIONS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/<=/g, '<'],
  [/>=/g, '>'],
  [/ < /g, ' <= '],
  [/ > /g, ' >= '],
  [/ \|\| /g, ' && '],
  [/value !== null && /g, ''],
  [/Number\.isInteger/g, 'Number.isFinite'],
  [/Array\.isArray/g, 'Boolean'],
  [/must not be/g, 'must be'],
  [/constraints\.(\w+) = /g, 'constraints.x$1 = '],
  [/delete object\[key\];/g, ';'],
  [/if \(error !== undefined\)/g, 'if (error === undefined)'],
  [/(length\(value, \d+, )(\d+)/g, '$11$2'],
  [/children: \[\]/g, 'children: undefined'],
  [/convert\((plain\.\w+), \w+\)/g, '$1'],
  [/case "tags":(?! instance)/g, ''],
  [/settled\(error\)/g, 'error'],
];

describe('generated code', () => {
  it('is the committed sample', async () => {
    if (process.env['UPDATE_SAMPLES'] !== undefined) await writeFile(SAMPLE, `${compiled.code}\n`);
    expect(`${compiled.code}\n`).toBe(await readFile(SAMPLE, 'utf8'));
  });

  it('passes the comparison with the libraries as it is, and with no small mistake', async () => {
    const mutants = MUTATIONS.flatMap(([pattern, replacement]) =>
      [...compiled.code.matchAll(pattern)].map((match) => {
        const at = match.index;
        const changed = match[0].replace(new RegExp(pattern.source), replacement);
        return compiled.code.slice(0, at) + changed + compiled.code.slice(at + match[0].length);
      }),
    );
    const [own] = await verdicts([compiled.code]);
    expect(own ?? undefined).toBeUndefined();
    // apart: what a DTO passed is sampled on others with the same rules, whose code is the same in a build
    const others = await verdicts(mutants);
    const survivors = others.flatMap((verdict, index) => (verdict ? [] : [firstDifference(mutants[index] as string)]));
    expect(mutants.length).toBeGreaterThan(30);
    expect(survivors).toEqual([]);
  });
});

const firstDifference = (mutant: string): string => {
  const lines = compiled.code.split('\n');
  return mutant.split('\n').find((line, index) => line !== lines[index]) ?? '';
};
