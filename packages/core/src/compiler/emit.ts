/**
 * Emit: from a route of the manifest to the readable module that is its handler. Everything decided is decided here; what is
 * left to run is one straight path through the primitives of `runtime`.
 */
import type { RouteManifest } from '../model/manifest.js';
import type { EmitOptions } from './emit-options.js';
import { emitRoute } from './emit-route.js';
import { HandlerModule } from './handler-module.js';

/** Emits the module of a route's handler. */
export function emitHandler(route: RouteManifest, options: EmitOptions): string {
  const module = new HandlerModule(route, options);
  const { answer, lines, caught } = emitRoute(route, module, { ...options, answer: 'answer' });
  const code = [
    ...(answer === undefined ? [] : [...emitAnswer('answer', answer), '']),
    ...emitFunction(module, lines, caught),
  ];
  return emitModule(`${route.id} (${route.method} ${route.path})`, module, code);
}

/** The text of a module, once its code is written and what it uses is known. */
export const emitModule = (title: string, module: HandlerModule, code: readonly string[]): string =>
  [`// ${title}`, ...module.imports(), '', ...module.declarations(), '', ...code, ''].join('\n');

/** The function that middleware runs around. */
export const emitAnswer = (name: string, lines: readonly string[]): string[] => [
  `const ${name} = async (event, context, http) => {`,
  ...indent(lines),
  '};',
];

export const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** The exported function; what it throws is answered, too. */
export function emitFunction(module: HandlerModule, lines: readonly string[], caught: string): string[] {
  const stream = module.streams ? `${module.use('runtime', 'streamReply')}(` : '';
  const end = module.streams ? `, ${module.use('door', 'toResult')});` : ';';
  return [
    `export const handler = ${stream}async (event, context) => {`,
    '  try {',
    ...indent(indent(lines)),
    '  } catch (error) {',
    `    return ${caught};`,
    '  }',
    `}${end}`,
  ];
}
