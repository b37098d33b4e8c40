/**
 * Emit: from a route of the manifest to the readable module that is its handler. Everything decided is decided here; what is
 * left to run is one straight path through the primitives of `runtime`.
 */
import type { CatchManifest, RouteManifest, TypeModel } from '../model/manifest.js';
import { emitArgument, emitLayers } from './emit-layers.js';
import { type EmittedParameter, emitParameter } from './emit-parameter.js';
import { type EmitOptions, HandlerModule } from './handler-module.js';
import { access } from './names.js';

/** Emits the module of a route's handler. */
export function emitHandler(route: RouteManifest, options: EmitOptions): string {
  const module = new HandlerModule(route, options);
  const controller = module.construct(options.controller);
  const parameters = route.parameters.map((parameter) => emitParameter(parameter, module, route.consumes));
  const call = `await ${access(controller, route.controllerMethod)}(${argumentList(parameters)})`;
  // what goes wrong in a stream is not mapped, as it could not be where it is sent piece by piece
  const isMapped = route.catches.length > 0 && (mayStream(route) || route.catches.flat().some(isFunction));
  const isWrapped = route.layers.length > 0 || options.usesCurrentContext === true || isMapped;
  const emission: Emission = {
    route,
    module,
    binding: emitBinding(parameters, module),
    reply: emitReply(route, call, module),
    usesHttp: parameters.some(({ http }) => http === true),
  };
  const code = isWrapped ? emitWrapped(emission, options) : emitDirect(emission);
  // what the handler uses is known once it is written
  return [
    `// ${route.id} (${route.method} ${route.path})`,
    ...module.imports(),
    '',
    ...module.declarations(),
    '',
    ...code,
    '',
  ].join('\n');
}

const mayStream = ({ answers, streams }: RouteManifest): boolean => answers === 'any' || streams !== undefined;

/** What a function answers an error with may be a stream. */
const isFunction = ({ answer }: CatchManifest): boolean => !('json' in answer);

/** The parts of a handler. */
interface Emission {
  readonly route: RouteManifest;
  readonly module: HandlerModule;
  /** Statements that give parameters their values. */
  readonly binding: readonly string[];
  /** Expression of the reply. */
  readonly reply: string;
  readonly usesHttp: boolean;
}

/** A handler with nothing around its method. */
function emitDirect(emission: Emission): string[] {
  const { route, module, binding, reply, usesHttp } = emission;
  const context = usesHttp ? [`const http = ${emitContext(module)};`] : [];
  const caught = route.catches.length > 0 ? `await ${emitCaught(route, module)}` : emitProblem(module);
  const refusal = emitRefusal(module, finish('refused', emission));
  const lines = [...refusal, ...context, ...binding, `return ${finish(reply, emission, mayStream(route))};`];
  return emitFunction(module, lines, finish(caught, emission));
}

/** A handler whose answer comes through middleware, which sees errors as the replies they are answered with. */
function emitWrapped(emission: Emission, { usesCurrentContext }: EmitOptions): string[] {
  const { route, module, binding, reply } = emission;
  const layers = emitLayers(route.layers, module);
  const caught = route.catches.length > 0 ? emitCaught(route, module, ', () => http') : emitProblem(module);
  const run = `${module.use('runtime', 'runMiddleware')}(${layers}, http, () => answer(event, context, http), (error) => ${caught})`;
  const answered = usesCurrentContext ? `${module.use('runtime', 'runInContext')}(http, () => ${run})` : run;
  const lines = [
    `const http = ${emitContext(module)};`,
    `const reply = await ${answered};`,
    `return ${finish('reply', emission, true)};`,
  ];
  return [
    'const answer = async (event, context, http) => {',
    ...[...emitRefusal(module, 'refused'), ...binding, `return ${reply};`].map((line) => `  ${line}`),
    '};',
    '',
    ...emitFunction(module, lines, finish(emitProblem(module), emission)),
  ];
}

/** The exported function; what it throws is answered, too. */
function emitFunction(module: HandlerModule, lines: readonly string[], caught: string): string[] {
  const stream = module.streams ? `${module.use('runtime', 'streamReply')}(` : '';
  const end = module.streams ? `, ${module.use('door', 'toResult')});` : ';';
  return [
    `export const handler = ${stream}async (event, context) => {`,
    '  try {',
    ...lines.map((line) => `    ${line}`),
    '  } catch (error) {',
    `    return ${caught};`,
    '  }',
    `}${end}`,
  ];
}

/**
 * The result object of a reply; a handler that streams leaves it to the one who sends.
 *
 * @param isStream whether the reply may be a stream, which is collected where nobody could send it piece by piece
 */
function finish(reply: string, { route, module }: Emission, isStream = false): string {
  // API Gateway sends HEAD to no other route; a front door that leaves routing to the handler drops text itself
  const isStopped = route.method === 'GET' && module.routes && mayStream(route);
  const takesHead = route.method === 'HEAD' || route.method === 'ANY' || isStopped;
  const sent = takesHead ? `await ${module.use('runtime', 'withoutBody')}(${reply}, ${module.read('method')})` : reply;
  if (module.streams) return sent;
  const whole = isStream ? `await ${module.use('runtime', 'drain')}(${sent}, event)` : sent;
  return `${module.use('door', 'toResult')}(${whole}, event)`;
}

/** The statements that answer a request of another path or method, where the front door leaves that to the handler. */
const emitRefusal = (module: HandlerModule, refused: string): string[] =>
  module.routes
    ? [`const refused = ${module.use('door', 'match')}(event, ${module.route()});`, `if (refused) return ${refused};`]
    : [];

/** The statements that give parameters their values. */
function emitBinding(parameters: readonly EmittedParameter[], module: HandlerModule): string[] {
  const isFallible = parameters.some(({ fallible }) => fallible);
  const maxErrors = module.routeManifest.validation?.maxErrors;
  return [
    ...(isFallible ? ['const failures = [];'] : []),
    ...parameters.flatMap(({ statements }) => statements),
    ...(isFallible
      ? [`${module.use('runtime', 'refuse')}(failures${maxErrors === undefined ? '' : `, ${maxErrors}`});`]
      : []),
  ];
}

/** The reply of what the method returns. */
function emitReply(route: RouteManifest, call: string, module: HandlerModule): string {
  const headers =
    Object.keys(route.headers).length > 0 ? module.constant('replyHeaders', JSON.stringify(route.headers)) : '';
  const status = route.statusCode === undefined ? (headers === '' ? '' : 'undefined') : String(route.statusCode);
  const how = [status, headers].filter((argument) => argument !== '');
  const value = route.output === undefined ? call : emitOutput(route.output, call, module);
  if (route.answers === 'value' && route.streams === undefined)
    return `${module.use('runtime', 'toReply')}(${[value, ...how].join(', ')})`;
  const toStream = module.use('runtime', route.streams === 'sse' ? 'toEventStream' : 'toAnyReply');
  return `await ${toStream}(${[value, ...how].join(', ')})`;
}

/** What the method returns as the output class declares it. */
function emitOutput(output: TypeModel, call: string, module: HandlerModule): string {
  const element = output.kind === 'array' ? output.items : output;
  return `${module.use('validation', 'toOutput')}(${call}, ${module.class((element as { readonly class: string }).class)})`;
}

const emitContext = (module: HandlerModule): string =>
  `${module.use('runtime', 'httpContext')}(${module.read('request')}, context, ${module.route(true)})`;

const emitProblem = (module: HandlerModule): string => `${module.use('runtime', 'toProblem')}(error, context)`;

/** The reply that a mapping of errors makes; only functions ask for the context. */
function emitCaught(route: RouteManifest, module: HandlerModule, context = ''): string {
  const levels = route.catches.map((level) => {
    const entries = level.map(
      ({ errors, answer }) => `[${emitArgument(errors, module)}, ${emitArgument(answer, module)}]`,
    );
    return `[${entries.join(', ')}]`;
  });
  const catches = module.constant('mappings', `[${levels.join(', ')}]`);
  return `${module.use('runtime', 'toCaught')}(error, ${catches}, context${context})`;
}

/** The arguments by position; a parameter that no decorator binds is left undefined. */
function argumentList(parameters: readonly EmittedParameter[]): string {
  const values: string[] = [];
  for (const { index, value } of parameters) values[index] = value;
  return Array.from(values, (value) => value ?? 'undefined').join(', ');
}
