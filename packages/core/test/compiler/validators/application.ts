import { analyzeApplication } from '../../../src/compiler/analyze.js';
import { ValidationLibraries } from '../../../src/compiler/validation-libraries.js';
import { compileFunctions, type FunctionDtos } from '../../../src/compiler/validators/route-dtos.js';
import { markStatic } from '../../../src/compiler/validators/static-arguments.js';
import { createProject, type Project } from '../project.js';

/** DTO classes in a project whose controller takes each of them, compiled and compared with the libraries. */
export interface CompiledApplication {
  readonly project: Project;
  /** By the DTO's name. */
  readonly dtos: Readonly<Record<string, FunctionDtos>>;
}

const HEAD = `import { Body, Controller, Post, Validation } from '@gatewright/core';
import { Exclude, Expose, Transform, Type } from 'class-transformer';
import * as validator from 'class-validator';
`;

/**
 * Compiles DTOs.
 *
 * @param names the classes to take
 * @param before decorators of each controller method, as `@Validation({ whitelist: false })`
 */
export async function compileApplication(
  code: string,
  names: readonly string[],
  before: Readonly<Record<string, string>> = {},
): Promise<CompiledApplication> {
  const imports = [...new Set(code.match(/(?<=@)\w+(?=\()/g))].filter(
    (name) => !['Exclude', 'Expose', 'Transform', 'Type', 'Validation'].includes(name),
  );
  const methods = names.map(
    (name) => `${before[name] ?? ''} @Post('/${name}') take${name}(@Body() input: ${name}) { return input; }`,
  );
  const project = await createProject({
    'src/a.controller.ts': `${HEAD}import { ${[...imports, 'registerDecorator', 'ValidateBy'].filter((name, index, all) => all.indexOf(name) === index).join(', ')} } from 'class-validator';
${code}
@Controller() export class A { ${methods.join('\n')} }`,
  });
  const analysis = await analyzeApplication({ root: project.root, controllers: 'src/*.controller.ts' });
  const libraries = new ValidationLibraries(project.root);
  const functions = await compileFunctions({
    analysis,
    dtos: markStatic(analysis),
    predicates: () => libraries.predicates,
    trials: { callsAuthored: true },
  });
  return {
    project,
    dtos: Object.fromEntries(names.map((name) => [name, functions.get(`A.take${name}`) as FunctionDtos])),
  };
}
