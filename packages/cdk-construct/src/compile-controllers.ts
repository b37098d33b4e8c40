import { resolve } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { compile } from './compiler/compilation.js';
import type { Compilation, CompileRequest } from './compiler/request.js';
import type { ControllerApiProps } from './controller-api-props.js';

/** What a construct asks beside its props: the front door that handlers are built for. */
export type CompileOptions = Pick<CompileRequest, 'frontDoor' | 'cors'>;

/** Compiles a construct's controllers; handlers are bundled only where the stack is to be deployed. */
export function compileControllers(
  scope: IConstruct,
  { controllers, application, packaging, projectRoot = '', bundling = {} }: ControllerApiProps,
  options: CompileOptions,
): Compilation {
  const task = Stack.of(scope).bundlingRequired ? 'build' : 'analyze';
  return compile(scope, {
    task,
    root: resolve(projectRoot),
    controllers,
    application,
    packaging,
    bundling,
    ...options,
  });
}
