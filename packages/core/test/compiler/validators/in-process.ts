import { createRequire } from 'node:module';
import path from 'node:path';
import { transformSync } from '@swc/core';
import { ValidationLibraries } from '../../../src/compiler/validation-libraries.js';
import { compileDtos } from '../../../src/compiler/validators/compile-dtos.js';
import { describeDtos } from '../../../src/compiler/validators/describe-dto.js';
import {
  type TransformStorage,
  tagRegistration,
  tagTransformer,
  tagValidator,
} from '../../../src/compiler/validators/tag-decorators.js';
import { isFactoryName } from '../../../src/compiler/validators/tagged-library.js';
import { type Verdict, verifyDtos } from '../../../src/compiler/validators/verify-dtos.js';
import type { Class } from '../../../src/metadata/record.js';
import { ClassTable } from '../../../src/model/class-table.js';
import type { DtoOptions } from '../../../src/model/dto-options.js';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const require = createRequire(path.join(ROOT, 'package.json'));
type Library = Record<string, (...args: never[]) => never>;

/** A library's exports, its decorator factories wrapped as an analysed bundle has them. */
function tagged(library: Library, wrap: (name: string, factory: never) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(library).map(([name, value]) => [name, isFactoryName(name) ? wrap(name, value as never) : value]),
  );
}

/** Runs TypeScript that declares decorated classes, in this process. */
function load(code: string, names: readonly string[]): Record<string, Class> {
  const transformer: Library = require('class-transformer');
  const { defaultMetadataStorage } = require('class-transformer/cjs/storage.js');
  const validator: Library = require('class-validator');
  const globals = {
    ...tagged(transformer, (name, factory) =>
      /^(?:Type|Expose|Exclude|Transform)$/.test(name)
        ? tagTransformer(name, factory, defaultMetadataStorage as TransformStorage)
        : factory,
    ),
    ...tagged(validator, tagValidator),
    registerDecorator: tagRegistration(validator['registerDecorator'] as never),
    validator,
  };
  const { code: script } = transformSync(code, {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
    },
    isModule: false,
  });
  return new Function(...Object.keys(globals), `${script}\nreturn { ${names.join(', ')} };`)(...Object.values(globals));
}

/** How DTO classes are compared. */
export interface VerifyHereOptions {
  readonly validation?: DtoOptions;
  /** Whether functions of the author's are called. */
  readonly callsAuthored?: boolean;
  /** Changes what was compiled. */
  readonly change?: (code: string) => string;
}

/** Compares compiled DTO classes with the libraries as a build does in a process of its own, where nothing measures coverage. */
export function verifyHere(
  code: string,
  names: readonly string[],
  { validation = {}, callsAuthored = true, change = (same) => same }: VerifyHereOptions = {},
): Promise<Verdict[]> {
  const loaded = load(code, names);
  const classes = new ClassTable();
  const requests = names.map((name) => ({ key: classes.keyOf(loaded[name] as Class), validation }));
  const dtos = describeDtos(classes, { selections: [validation], isDeclared: () => true });
  const { predicates } = new ValidationLibraries(ROOT);
  const compiled = requests.map((request) => compileDtos([request], { dtos, predicates }));
  const changed = compiled.map((each) => ({ ...each, code: change(each.code) }));
  return verifyDtos(changed, { root: ROOT, classes, mixtures: 20, seed: 1, callsAuthored });
}
