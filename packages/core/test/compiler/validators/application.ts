import { analyzeApplication } from '../../../src/compiler/analyze.js';
import { ValidationLibraries } from '../../../src/compiler/validation-libraries.js';
import { compileFunctions, type FunctionDtos, verifyFunctions } from '../../../src/compiler/validators/route-dtos.js';
import { markStatic } from '../../../src/compiler/validators/static-arguments.js';
import type { Trials } from '../../../src/compiler/validators/verified.js';
import { createProject, type Project } from '../project.js';

/** DTO classes of one file, whose controller takes each of them. */
export interface DtoFile {
  readonly code: string;
  /** The classes to take. */
  readonly names: readonly string[];
  /** Decorators of each class's controller method, as `@Validation({ whitelist: false })`. */
  readonly before?: Readonly<Record<string, string>>;
}

/** DTO classes in a project, which can be compiled and compared with the libraries. */
export interface DtoApplication {
  readonly project: Project;
  /** The functions of each file's classes, by the class's name. */
  compile(trials?: Trials): Promise<readonly Readonly<Record<string, FunctionDtos>>[]>;
}

/** DTO classes, compiled and compared with the libraries. */
export interface CompiledApplication {
  readonly project: Project;
  /** By the DTO's name. */
  readonly dtos: Readonly<Record<string, FunctionDtos>>;
}

const TRANSFORMER = ['Exclude', 'Expose', 'Transform', 'Type'];

const HEAD = `import { Body, Controller, Post as ToPost, Validation } from '@gatewright/core';
import { ${TRANSFORMER.join(', ')} } from 'class-transformer';
import * as validator from 'class-validator';
`;

/** A controller's file; decorators that it names are class-validator's. */
function controllerFile({ code, names, before = {} }: DtoFile, controller: string): string {
  const used = new Set([...(code.match(/(?<=@)[A-Z]\w+(?=\()/g) ?? []), 'registerDecorator', 'ValidateBy']);
  const imports = [...used].filter(
    (name) =>
      !TRANSFORMER.includes(name) &&
      name !== 'Validation' &&
      !new RegExp(`(?:const|class|function) ${name}\\b`).test(code),
  );
  const methods = names.map(
    (name) =>
      `${before[name] ?? ''} @ToPost('/${controller}/${name}') take${name}(@Body() input: ${name}) { return input; }`,
  );
  return `${HEAD}import { ${imports.join(', ')} } from 'class-validator';
${code}
@Controller() export class ${controller} { ${methods.join('\n')} }`;
}

/** Puts DTO classes into a project; `project` is a folder with the libraries to use. */
export async function prepareApplication(files: readonly DtoFile[], project?: Project): Promise<DtoApplication> {
  const controllers = files.map((_, index) => `A${index}`);
  const sources = Object.fromEntries(
    files.map((file, index) => [`src/a${index}.controller.ts`, controllerFile(file, controllers[index] as string)]),
  );
  const owner = project ?? (await createProject({}));
  await owner.write(sources);
  const analysis = await analyzeApplication({ root: owner.root, controllers: 'src/*.controller.ts' });
  const libraries = new ValidationLibraries(owner.root);
  const dtos = markStatic(analysis);
  return {
    project: {
      ...owner,
      async remove() {
        analysis.end();
        await owner.remove();
      },
    },
    async compile(trials = {}) {
      const sources = {
        analysis,
        dtos,
        predicates: () => libraries.predicates,
        core: 'tests',
        trials: { callsAuthored: true, ...trials },
      };
      const compiled = compileFunctions(sources);
      const functions = new Map([...compiled, ...(await verifyFunctions(compiled, sources))]);
      return files.map(({ names }, index) =>
        Object.fromEntries(
          names.map((name) => [name, functions.get(`${controllers[index]}.take${name}`) as FunctionDtos]),
        ),
      );
    },
  };
}

/** Compiles the DTO classes of one file. */
export async function compileApplication(
  code: string,
  names: readonly string[],
  {
    before = {},
    project,
    trials,
  }: Pick<DtoFile, 'before'> & { readonly project?: Project; readonly trials?: Trials } = {},
): Promise<CompiledApplication> {
  const application = await prepareApplication([{ code, names, before }], project);
  const [dtos = {}] = await application.compile(trials);
  return { project: application.project, dtos };
}
