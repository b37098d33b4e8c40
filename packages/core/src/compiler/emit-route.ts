/** The code of one route, as it stands in the handler of its own or beside others. */
import type { CatchManifest, LayerManifest, RouteManifest } from '../model/manifest.js';
import { emitArgument, emitLayers } from './emit-layers.js';
import { argumentList, emitBinding, emitParameters, emitShared } from './emit-parameters.js';
import type { HandlerModule } from './handler-module.js';
import { access } from './names.js';

/** The code of a route. */
export interface EmittedRoute {
  /** The body of the function that middleware runs around, where there is any. */
  readonly answer?: readonly string[];
  /** Statements that may throw, with what is returned. */
  readonly lines: readonly string[];
  /** Expression of what is returned where they throw. */
  readonly caught: string;
  /** Whether what is returned may be a stream. */
  readonly isStream: boolean;
}

/** How a route's code is to be written. */
export interface EmitRouteOptions {
  /** Key of the controller's class. */
  readonly controller: string;
  /** Name of the function that middleware runs around. */
  readonly answer: string;
  /** Whether something in the bundle asks for the current context. */
  readonly usesCurrentContext?: boolean;
}

/** Emits the code of a route. */
export function emitRoute(route: RouteManifest, module: HandlerModule, options: EmitRouteOptions): EmittedRoute {
  const controller = module.construct(options.controller);
  const parameters = module.isTogether ? emitShared(route, module) : emitParameters(route, module);
  const call = emitCall(route, `${access(controller, route.controllerMethod)}(${argumentList(parameters)})`, module);
  // what goes wrong in a stream is not mapped, as it could not be where it is sent piece by piece
  const isMapped = route.catches.length > 0 && (mayStream(route) || route.catches.flat().some(isFunction));
  const isWrapped = route.layers.length > 0 || options.usesCurrentContext === true || isMapped;
  // middleware and mappings of errors see the error
  const isThrown = isWrapped || route.catches.length > 0 || module.isTogether;
  const answer = isThrown ? undefined : (reply: string) => finish(reply, { route, module });
  const emission: Emission = {
    route,
    module,
    binding: [...emitBinding(parameters, module, answer), ...call.statements],
    reply: emitReply(route, call, module),
    usesHttp: parameters.some(({ http }) => http === true),
    isSeen:
      options.usesCurrentContext === true ||
      route.layers.some(({ kind }) => kind === 'function' || kind === 'class') ||
      route.catches.flat().some(isFunction),
  };
  return isWrapped ? emitWrapped(emission, options) : emitDirect(emission);
}

/** The call of a method. */
interface EmittedCall {
  /** The expression of the call itself. */
  readonly call: string;
  /** Statements before `value`. */
  readonly statements: readonly string[];
  /** The expression of what the method gives, once it is there. */
  readonly value: string;
}

/** Emits the call of the method; waiting for what is no promise costs more than looking whether it is one. */
function emitCall(route: RouteManifest, call: string, module: HandlerModule): EmittedCall {
  if (route.promise === 'never') return { call, statements: [], value: call };
  if (route.promise === 'always' || mayStream(route) || module.isTogether)
    return { call, statements: [], value: `await ${call}` };
  const value = module.local('value');
  return { call, statements: [`const ${value} = ${call};`], value: `${value}?.then ? await ${value} : ${value}` };
}

const mayStream = ({ answers, streams }: RouteManifest): boolean => answers === 'any' || streams !== undefined;

/** What a function answers an error with may be a stream. */
const isFunction = ({ answer }: CatchManifest): boolean => !('json' in answer);

/** The parts of a route's code. */
interface Emission {
  readonly route: RouteManifest;
  readonly module: HandlerModule;
  /** Statements that give parameters their values. */
  readonly binding: readonly string[];
  /** Expression of the reply. */
  readonly reply: string;
  readonly usesHttp: boolean;
  /** Whether the author's code gets hold of the context. */
  readonly isSeen: boolean;
}

/** A route with nothing around its method. */
function emitDirect(emission: Emission): EmittedRoute {
  const { route, module, binding, reply, usesHttp } = emission;
  const context = usesHttp ? [`const http = ${emitContext(emission)};`] : [];
  const caught = route.catches.length > 0 ? `await ${emitCaught(route, module)}` : emitProblem(module);
  const refusal = emitRefusal(module, finish('refused', emission));
  const lines = [...refusal, ...context, ...binding, `return ${finish(reply, emission, mayStream(route))};`];
  return { lines, caught: finish(caught, emission), isStream: mayStream(route) };
}

/** A route whose answer comes through middleware, which sees errors as the replies they are answered with. */
function emitWrapped(emission: Emission, { answer, usesCurrentContext }: EmitRouteOptions): EmittedRoute {
  const { route, module, binding, reply } = emission;
  const layers = emitLayers(route.layers, module);
  const caught = route.catches.length > 0 ? emitCaught(route, module, ', () => http') : emitProblem(module);
  const run = `${module.use('runtime', 'runMiddleware')}(${layers}, http, () => ${answer}(event, context, http), (error) => ${caught})`;
  const answered = usesCurrentContext ? `${module.use('runtime', 'runInContext')}(http, () => ${run})` : run;
  const context = `const http = ${emitContext(emission)};`;
  const lines = module.isTogether
    ? [context, `return await ${answered};`]
    : [context, `const reply = await ${answered};`, `return ${finish('reply', emission, true)};`];
  return {
    answer: [...emitRefusal(module, 'refused'), ...binding, `return ${reply};`],
    lines,
    caught: finish(emitProblem(module), emission),
    isStream: true,
  };
}

/**
 * The result object of a reply; a handler that streams leaves it to the one who sends, a route beside others to what they share.
 *
 * @param isStream whether the reply may be a stream, which is collected where nobody could send it piece by piece
 */
function finish(reply: string, { route, module }: Pick<Emission, 'route' | 'module'>, isStream = false): string {
  return module.isTogether ? reply : emitResult(reply, module, { isStream, takesHead: takesHead(route, module) });
}

/** What may have to be done to a reply before it is sent. */
export interface ResultOptions {
  /** Whether it may be a stream, which is collected where nobody could send it piece by piece. */
  readonly isStream: boolean;
  /** Whether it may be that of a HEAD request, which has no content. */
  readonly takesHead: boolean;
}

/** The result object of a reply; a handler that streams leaves it to the one who sends. */
export function emitResult(reply: string, module: HandlerModule, { isStream, takesHead }: ResultOptions): string {
  const sent = takesHead ? `await ${module.use('runtime', 'withoutBody')}(${reply}, ${module.read('method')})` : reply;
  if (module.streams) return sent;
  const whole = isStream ? `await ${module.use('runtime', 'drain')}(${sent}, event)` : sent;
  return `${module.use('door', 'toResult')}(${whole}, event)`;
}

/** Whether a route answers HEAD: API Gateway sends it to no other route; front doors that leave routing to the handler drop text themselves. */
export const takesHead = (route: RouteManifest, module: HandlerModule): boolean =>
  route.method === 'HEAD' || route.method === 'ANY' || (route.method === 'GET' && module.routes && mayStream(route));

/** The statements that answer a request of another path or method, where the front door leaves that to the handler. */
const emitRefusal = (module: HandlerModule, refused: string): string[] =>
  module.routes && !module.isTogether
    ? [`const refused = ${module.use('door', 'match')}(event, ${module.route()});`, `if (refused) return ${refused};`]
    : [];

/** The reply of what the method returns. */
function emitReply(route: RouteManifest, { call, value: given }: EmittedCall, module: HandlerModule): string {
  const headers =
    Object.keys(route.headers).length > 0 ? module.once('replyHeaders', JSON.stringify(route.headers)) : '';
  const status = route.statusCode === undefined ? (headers === '' ? '' : 'undefined') : String(route.statusCode);
  const how = [status, headers].filter((argument) => argument !== '');
  if (module.isTogether && route.output === undefined && route.promise !== 'never')
    return emitReplyWhenReady(route, call, how, module);
  const value = route.output === undefined ? given : emitOutput(route, given, module);
  if (route.answers === 'value' && route.streams === undefined)
    return `${module.use('runtime', 'toReply')}(${[value, ...how].join(', ')})`;
  const toStream = module.use('runtime', route.streams === 'sse' ? 'toEventStream' : 'toAnyReply');
  return `await ${toStream}(${[value, ...how].join(', ')})`;
}

/** The same where the method may return a promise, of which only the reply waits; routes with streams share a function for it. */
function emitReplyWhenReady(route: RouteManifest, call: string, how: readonly string[], module: HandlerModule): string {
  if (!mayStream(route)) return `await ${module.use('runtime', 'toReplyWhenReady')}(${[call, ...how].join(', ')})`;
  const toStream = module.use('runtime', route.streams === 'sse' ? 'toEventStream' : 'toAnyReply');
  const reply = `async (value) => ${toStream}(${['await value', ...how].join(', ')})`;
  return `await ${module.once(`reply${route.statusCode ?? 'With'}`, reply)}(${call})`;
}

/** What the method returns as the output class declares it. */
function emitOutput(route: RouteManifest, call: string, module: HandlerModule): string {
  const { output, outputOptions, validatesAnswer } = route;
  const element = output?.kind === 'array' ? output.items : output;
  const toOutput = module.isCompiled ? module.use('compiled', 'toPlainOutput') : module.use('validation', 'toOutput');
  const target = module.class((element as { readonly class: string }).class);
  const given = [validatesAnswer ? emitValidation(route, { call, target }, module) : call, target];
  if (outputOptions !== undefined) given.push(module.once('outputOptions', JSON.stringify(outputOptions)));
  return `${toOutput}(${given.join(', ')})`;
}

/** What the method returns, unless it breaks the rules of the output class. */
function emitValidation(
  { id, method, path }: RouteManifest,
  { call, target }: { readonly call: string; readonly target: string },
  module: HandlerModule,
): string {
  const route = JSON.stringify(`${id} (${method} ${path})`);
  return `await ${module.use('validation', 'validateOutput')}(${call}, { target: ${target}, route: ${route} })`;
}

/**
 * The context of a request. Of the whole request, a route pays for the readers only where the author's code may ask for any of
 * them; built-in and middy's middleware asks for no more than these three.
 */
function emitContext({ route, module, isSeen }: Emission): string {
  const request = isSeen ? module.read('request') : `{ ${requestParts(route, module).join(', ')} }`;
  return `${module.use('runtime', 'httpContext')}(${request}, context, ${module.route(true)})`;
}

function requestParts({ layers }: RouteManifest, module: HandlerModule): string[] {
  const has = (...kinds: readonly LayerManifest['kind'][]): boolean => layers.some(({ kind }) => kinds.includes(kind));
  return [
    'event',
    ...(has('cors', 'etag') ? [`method: ${module.read('method')}`] : []),
    ...(has('cors', 'etag', 'compress', 'produces') ? [`headers: ${module.read('headers')}`] : []),
  ];
}

export const emitProblem = (module: HandlerModule): string => `${module.use('runtime', 'toProblem')}(error, context)`;

/** The reply that a mapping of errors makes; only functions ask for the context. */
function emitCaught(route: RouteManifest, module: HandlerModule, context = ''): string {
  const levels = route.catches.map((level) => {
    const entries = level.map(
      ({ errors, answer }) => `[${emitArgument(errors, module)}, ${emitArgument(answer, module)}]`,
    );
    return `[${entries.join(', ')}]`;
  });
  const catches = module.once('mappings', `[${levels.join(', ')}]`);
  return `${module.use('runtime', 'toCaught')}(error, ${catches}, context${context})`;
}
