import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { examples, packages, root } from './scripts/workspace.mjs';

const typescript = {
  swcrc: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: true,
      verbatimModuleSyntax: true,
    },
  },
  module: { type: 'es6' },
};

/** What runs the tests of a folder with TypeScript; those of the examples in docs, too. */
export const projectOf = ({ dir }) => ({
  displayName: basename(dir),
  rootDir: dir,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testEnvironment: `${root}/scripts/jest-environment.mjs`,
  resolver: `${root}/scripts/jest-resolver.cjs`,
  extensionsToTreatAsEsm: ['.ts'],
  // packages that test applications have of their own
  modulePathIgnorePatterns: ['/test/corpus/.*/modules/'],
  // of a context key and of currentContext() there must be one: tests and the controllers they import share the sources
  ...(basename(dir) === 'core' ? { moduleNameMapper: { '^@gatewright/core$': '<rootDir>/src/index.ts' } } : {}),
  transform: { '\\.ts$': ['@swc/jest', typescript] },
});

export default {
  testTimeout: 300_000, // compiling an application takes long when a machine is busy
  projects: [
    ...packages.filter(({ dir }) => existsSync(join(dir, 'test'))).map(projectOf),
    ...examples.filter((dir) => existsSync(join(dir, 'jest.config.cjs')) || existsSync(join(dir, 'jest.config.mjs'))),
  ],
  maxWorkers: '100%',
  collectCoverageFrom: ['packages/*/src/**/*.ts'],
  coverageProvider: 'babel',
  coverageReporters: ['text-summary', 'lcov'],
  coverageThreshold: {
    './packages/core/src/': { branches: 95 },
    './packages/cdk-construct/src/': { branches: 95 },
  },
};
