/**
 * Emit: from a route of the manifest to the readable module that is its handler. Everything decided is decided here; what is
 * left to run is one straight path through the primitives of `runtime`.
 */
import type { RouteManifest } from '../model/manifest.js';
import { type EmittedParameter, emitParameter } from './emit-parameter.js';
import { type EmitOptions, HandlerModule } from './handler-module.js';
import { access } from './names.js';

/** Emits the module of a route's handler. */
export function emitHandler(route: RouteManifest, options: EmitOptions): string {
  const module = new HandlerModule(options);
  const controller = module.construct(options.controller);
  const parameters = route.parameters.map((parameter) => emitParameter(parameter, module));
  const call = `${access(controller, route.controllerMethod)}(${argumentList(parameters)})`;
  const reply = emitReply(route, call, module);
  const fallible = parameters.some((parameter) => parameter.fallible);
  if (fallible) module.use('runtime', 'refuse');
  const values = [...new Set(parameters.flatMap((parameter) => parameter.reads))];
  const lines = [
    ...(fallible ? ['const failures = [];'] : []),
    ...values.map((place) => module.readPlace(place)),
    ...parameters.flatMap((parameter) => parameter.statements),
    ...(fallible ? ['refuse(failures);'] : []),
    `return ${reply};`,
  ];
  const problem = `${module.use('door', 'toResult')}(${module.use('runtime', 'toProblem')}(error, context), event)`;
  return [
    `// ${route.id} (${route.method} ${route.path})`,
    ...module.imports(),
    '',
    ...module.declarations(),
    '',
    'export const handler = async (event, context) => {',
    '  try {',
    ...lines.map((line) => `    ${line}`),
    '  } catch (error) {',
    `    return ${problem};`,
    '  }',
    '};',
    '',
  ].join('\n');
}

/** The arguments by position; a parameter that no decorator binds is left undefined. */
function argumentList(parameters: readonly EmittedParameter[]): string {
  const values: string[] = [];
  for (const { index, value } of parameters) values[index] = value;
  return Array.from(values, (value) => value ?? 'undefined').join(', ');
}

function emitReply(route: RouteManifest, call: string, module: HandlerModule): string {
  const headers =
    Object.keys(route.headers).length === 0 ? [] : [module.constant('replyHeaders', JSON.stringify(route.headers))];
  const status =
    route.statusCode === undefined ? (headers.length === 0 ? [] : ['undefined']) : [String(route.statusCode)];
  const toReply = `${module.use('runtime', 'toReply')}(${[`await ${call}`, ...status, ...headers].join(', ')})`;
  return `${module.use('door', 'toResult')}(${toReply}, event)`;
}
