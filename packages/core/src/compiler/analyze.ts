/**
 * Analyze: from globs to a checked manifest. The controllers are loaded in a child process (what decorators say), their
 * sources are parsed here (what only the syntax says), and both are joined; every problem is reported at once.
 */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { type Problem, refuse } from '../errors/definition-error.js';
import { placeOf } from '../model/source-facts.js';
import { validateAnswers } from '../model/validate-answers.js';
import { addCors } from './add-cors.js';
import { buildManifest, bySource } from './build-manifest.js';
import type { Collected } from './collect.js';
import { findClass } from './find-class.js';
import { checkValues } from './find-value.js';
import { type LoadedApplication, loadApplication, type RunningApplication } from './load-application.js';
import type { Analysis, AnalyzeOptions } from './options.js';
import { expandGlobs, relativePath } from './project-files.js';
import { readFacts } from './read-facts.js';
import { withSourceLines } from './source-line.js';
import { decoratorsOf, frameworkName, locate, type SourceClass, type SourceModule } from './source-module.js';
import { isInNamespace } from './syntax.js';

/** An analysis with what emitting handlers needs beside the manifest. */
export interface CompilerAnalysis extends Analysis, RunningApplication {
  readonly root: string;
}

/**
 * Analyses an application's controllers and returns its manifest.
 *
 * @throws {DefinitionError} for everything that is wrong with them, at once
 * @example
 * const { manifest } = await analyze({ root: process.cwd(), controllers: 'src/*.controller.ts' });
 */
export async function analyze(options: AnalyzeOptions): Promise<Analysis> {
  const { manifest, inputs, warnings, end } = await withSourceLines(options.root, analyzeApplication(options));
  end();
  return { manifest, inputs, warnings };
}

/**
 * Analyses, and keeps the syntax and the process that the application runs in, until `end` is called.
 *
 * @param meanwhile called when another process loads the application
 */
export async function analyzeApplication(options: AnalyzeOptions, meanwhile?: () => void): Promise<CompilerAnalysis> {
  const root = realpathSync(options.root);
  const files = await expandGlobs(root, options.controllers);
  if (files.length === 0) refuse([nothingFound(root, options, 'matches no file')]);
  const loaded = await loadApplication(root, files, { application: applicationFile(root, options), meanwhile });
  try {
    return { root, ...loaded, ...join({ root, files, options, loaded }) };
  } catch (error) {
    loaded.end();
    throw error;
  }
}

/** What an application's analysis joins. */
interface Joined {
  readonly root: string;
  readonly files: readonly string[];
  readonly options: AnalyzeOptions;
  readonly loaded: LoadedApplication;
}

function join({ root, files, options, loaded }: Joined): Analysis {
  const { collected } = loaded;
  const unexported = [...checkExports(root, files, loaded), ...checkNames(root, loaded)];
  if (Object.keys(collected.exports).length === 0 && unexported.length === 0)
    refuse([nothingFound(root, options, `matches ${files.length} files, none of which exports a controller`)]);
  const { manifest, problems, warnings } = buildManifest(root, collected, readFacts(root, loaded), options.packaging);
  refuse([...unexported, ...problems, ...checkValues(root, loaded)].sort(bySource));
  return {
    manifest: addCors({ ...manifest, routes: validateAnswers(manifest.routes, options.validateAnswers) }, options.cors),
    inputs: [...loaded.modules.keys()].sort(),
    warnings: [...checkFiles(root, files, collected), ...warnings],
  };
}

/** The module of the `@Application` class. */
function applicationFile(root: string, { application }: AnalyzeOptions): string | undefined {
  if (application === undefined) return undefined;
  const file = path.resolve(root, application);
  if (!existsSync(file))
    refuse([
      {
        code: 'APPLICATION_MISSING',
        where: `application: ${JSON.stringify(application)}`,
        message: `is no file in ${root}; give the path of the module that exports the @Application class`,
      },
    ]);
  return file;
}

function nothingFound(root: string, { controllers }: AnalyzeOptions, message: string): Problem {
  const globs = typeof controllers === 'string' ? controllers : controllers.join(', ');
  return {
    code: 'CONTROLLERS_NOT_FOUND',
    where: `controllers: ${JSON.stringify(globs)}`,
    message: `${message} in ${root}; globs are relative to that folder, and controllers must be exported`,
  };
}

/** Controllers of the matched files that no file exports. */
function checkExports(root: string, files: readonly string[], { collected, modules }: LoadedApplication): Problem[] {
  // a decorator of the author's may have replaced a controller by a class that extends it
  const lineages = Object.values(collected.lineages).flat();
  const exported = new Set(lineages.flatMap((key) => findClass({ collected, modules }, key)?.source ?? []));
  return files.flatMap((file) => {
    const module = modules.get(file) as SourceModule;
    return [...module.classes.values()].flatMap((source): Problem[] => {
      const { node, binding, name = '' } = source;
      const marked = decoratorsOf(node).some((decorator) => frameworkName(module, decorator) === 'Controller');
      // what a function declares is a controller only where something exported is made of it
      const isDeclared = binding !== undefined || isInNamespace(module.program, node);
      if (!marked || !isDeclared || exported.has(source)) return [];
      return [
        {
          code: 'CONTROLLER_NOT_EXPORTED',
          where: name,
          message: whyNotExported(source),
          at: placeOf(
            locate(module, (node.id as { readonly start: number }).start, relativePath(root, file)),
          ) as string,
        },
      ];
    });
  });
}

function whyNotExported({ binding, exportName }: SourceClass): string {
  if (binding === undefined) return 'is a controller inside a namespace; declare it at the top level of its module';
  return exportName === undefined
    ? 'is a controller that its file does not export; export the class'
    : 'is a controller that a decorator above @Controller replaces; write @Controller above it';
}

/** Controllers whose class has no name; the one that it has at run time is the bundler's invention. */
const checkNames = (root: string, loaded: LoadedApplication): Problem[] =>
  Object.entries(loaded.collected.exports).flatMap(([key, exported]): Problem[] => {
    const place = findClass(loaded, key);
    if (place === undefined || place.source.name !== undefined) return [];
    const { module, source } = place;
    return [
      {
        code: 'CLASS_NOT_REACHABLE',
        where: `the controller exported as ${exported.export}`,
        message: 'has no name, from which route ids are made; name the class',
        at: placeOf(locate(module, source.node.start, relativePath(root, module.file))) as string,
      },
    ];
  });

/** Files that the globs match for nothing. */
function checkFiles(root: string, files: readonly string[], { exports, declared, strays }: Collected): string[] {
  const used = new Set(Object.entries(exports).flatMap(([key, { module }]) => [module, declared[key]?.file]));
  const unused = files
    .filter((file) => !used.has(file) && strays[file] === undefined)
    .map((file) => `${relativePath(root, file)}: is matched by controllers, but exports no controller`);
  const lost = Object.entries(strays).flatMap(([file, names]) =>
    names.map(
      (name) => `${relativePath(root, file)}: ${name} has routes but no @Controller, and no controller extends it`,
    ),
  );
  return [...unused, ...lost];
}
