/** Emits the module of a function that answers several routes: what they share is there once, and each has its own straight path. */
import type { RouteManifest } from '../model/manifest.js';
import { emitAnswer, emitFunction, emitModule, indent } from './emit.js';
import type { EmitOptions } from './emit-options.js';
import { emitProblem, emitResult, emitRoute, type ResultOptions, takesHead } from './emit-route.js';
import { HandlerModule } from './handler-module.js';
import { instanceName } from './names.js';

/** What emitting the handler of several routes needs beside them. */
export interface TogetherOptions extends Omit<EmitOptions, 'controller' | 'together'> {
  /** The function's id. */
  readonly id: string;
  /** Key of the class of a route's controller. */
  controllerOf(route: RouteManifest): string;
}

/** Emits the module of the handler of several routes. */
export function emitTogether(routes: readonly RouteManifest[], options: TogetherOptions): string {
  const optionsOf = (route: RouteManifest): EmitOptions => ({
    ...options,
    controller: options.controllerOf(route),
    together: routes,
  });
  const [first] = routes as readonly [RouteManifest];
  const shared = new HandlerModule(first, optionsOf(first));
  const answers: string[] = [];
  let isStream = false;
  const entries = routes.flatMap((route) => {
    const module = new HandlerModule(route, optionsOf(route), shared);
    const name = shared.claim(`${instanceName(route.controller)} ${route.controllerMethod}`);
    const emitted = emitRoute(route, module, { ...optionsOf(route), answer: name });
    module.end();
    isStream ||= emitted.isStream;
    if (emitted.answer !== undefined) answers.push(...emitAnswer(name, emitted.answer), '');
    return emitEntry(route, emitted.lines, emitted.caught === emitProblem(module) ? undefined : emitted.caught);
  });
  const router = emitRouter(routes, entries, shared);
  return emitModule(`${options.id} (${routes.length} routes)`, shared, [
    ...answers,
    ...router,
    '',
    ...emitShared(shared, { isStream, takesHead: routes.some((route) => takesHead(route, shared)) }),
  ]);
}

/** A route as a member of the object of answers. */
function emitEntry({ method, path }: RouteManifest, code: readonly string[], caught: string | undefined): string[] {
  const lines = inlineReads(code);
  const body =
    caught === undefined
      ? passPromise(lines)
      : ['try {', ...indent(lines), '} catch (error) {', `  return ${caught};`, '}'];
  const head = `${JSON.stringify(`${method} ${path}`)}: ${awaits(body) ? 'async ' : ''}${parametersOf(body)} =>`;
  const [only = ''] = body;
  return body.length === 1
    ? [`${head} ${only.replace(/^return (.*);$/s, '$1')},`]
    : [`${head} {`, ...indent(body), '},'];
}

const awaits = (lines: readonly string[]): boolean => /\bawait\b/.test(lines.join('\n'));

/** A promise that is passed on needs no other around it. */
function passPromise(lines: readonly string[]): readonly string[] {
  const [, promise = ''] = /^return await (.*)$/s.exec(lines.at(-1) as string) ?? [];
  const passed = [...lines.slice(0, -1), `return ${promise}`];
  return promise === '' || awaits(passed) ? lines : passed;
}

/** Puts what is read of the event and needed once where it is needed. */
function inlineReads(lines: readonly string[]): readonly string[] {
  const [first = '', ...rest] = lines;
  const [, name, expression] = /^const (\w+) = (\w+\(event(?:, \w+)?\));$/.exec(first) ?? [];
  if (name === undefined) return lines;
  const code = inlineReads(rest);
  const uses = code.join('\n').match(new RegExp(`\\b${name}\\b`, 'g')) ?? [];
  return uses.length === 1
    ? code.map((line) => line.replace(new RegExp(`\\b${name}\\b`), () => expression as string))
    : [first, ...code];
}

/** The parameters that code uses. */
function parametersOf(lines: readonly string[]): string {
  const code = lines.join('\n');
  if (/\bcontext\b/.test(code)) return '(event, context)';
  return /\bevent\b/.test(code) ? '(event)' : '()';
}

/** The routes by their keys; where the front door leaves routing to the handler, as a tree of paths, too. */
function emitRouter(routes: readonly RouteManifest[], entries: readonly string[], module: HandlerModule): string[] {
  const answers = ['const answers = {', '  __proto__: null,', ...indent(entries), '};'];
  if (!module.routes) return [...answers, 'const router = { answers };'];
  const preflights = routes.filter(({ layers }) => layers.some(({ kind }) => kind === 'cors'));
  const keys =
    preflights.length === routes.length
      ? 'Object.keys(answers)'
      : JSON.stringify(preflights.map(({ method, path }) => `${method} ${path}`));
  const values = preflights.length === 0 ? 'answers' : `answers, ${keys}`;
  return [...answers, `const router = ${module.use('runtime', 'createRouter')}(${values});`];
}

/** The exported function: the route of an event, its answer, and what all of them share. */
function emitShared(module: HandlerModule, options: ResultOptions): string[] {
  return emitFunction(
    module,
    [
      `const answer = ${module.use('door', 'find')}(event, router)(event, context);`,
      // waiting for what is no promise costs more than looking whether it is one
      'const reply = answer.then ? await answer : answer;',
      `return ${emitResult('reply', module, options)};`,
    ],
    emitResult(emitProblem(module), module, { ...options, isStream: false }),
  );
}
