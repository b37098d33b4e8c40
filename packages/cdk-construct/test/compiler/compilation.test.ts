import { jest } from '@jest/globals';
import { App, Stage } from 'aws-cdk-lib';
import type { Compilation, CompileRequest } from '../../src/compiler/request.js';
import { todos } from '../manifest.js';

const runCompiler = jest.fn((_: CompileRequest): Compilation => ({ manifest: todos, warnings: [], folders: {} }));
jest.unstable_mockModule('../../src/compiler/process.js', () => ({ runCompiler }));
const { compile } = await import('../../src/compiler/compilation.js');

const request: CompileRequest = {
  task: 'build',
  root: '/app',
  controllers: 'src/*.ts',
  bundling: {},
  frontDoor: 'http-api',
};

beforeEach(() => runCompiler.mockClear());

describe('compile', () => {
  it('compiles once for all stages of an app', () => {
    const app = new App();

    const first = compile(new Stage(app, 'Test'), request);
    const second = compile(new Stage(app, 'Production'), { ...request });

    expect(second).toBe(first);
    expect(runCompiler).toHaveBeenCalledTimes(1);
  });

  it('compiles again for other options', () => {
    const app = new App();

    compile(app, request);
    compile(app, { ...request, bundling: { minify: false } });

    expect(runCompiler).toHaveBeenCalledTimes(2);
  });

  it('compiles again for a later synth in the same process, since sources may have changed', () => {
    compile(new App(), request);
    compile(new App(), request);

    expect(runCompiler).toHaveBeenCalledTimes(2);
  });
});
