/** The code of all parameters of a route. */
import type { ParameterManifest, RouteManifest } from '../model/manifest.js';
import { type EmittedParameter, emitParameter } from './emit-parameter.js';
import type { HandlerModule } from './handler-module.js';

/** The code of each parameter, one after the other; what is read of the event is read once. */
export const emitParameters = (route: RouteManifest, module: HandlerModule): readonly EmittedParameter[] =>
  route.parameters.map((parameter) => emitParameter(parameter, module, route.consumes));

/** The code of a parameter that shares nothing with those beside it. */
function emitAlone(parameter: ParameterManifest, route: RouteManifest, module: HandlerModule): EmittedParameter {
  const scope = module.scope();
  const emitted = emitParameter(parameter, scope, route.consumes);
  scope.end();
  return emitted;
}

/**
 * The same for a route beside others: where just one parameter is checked, that is done by a function, which routes with the same
 * parameter share. In any other order, something else could be refused first.
 */
export function emitShared(route: RouteManifest, module: HandlerModule): readonly EmittedParameter[] {
  const alone = route.parameters.map((parameter) => emitAlone(parameter, route, module));
  const [checked, ...others] = alone.filter(({ isPlain }) => !isPlain);
  if (checked === undefined || others.length > 0 || !checked.fallible || checked.http)
    return emitParameters(route, module);
  const lines = [...emitBinding([checked], module), `return ${checked.value};`];
  const isAsync = lines.some((line) => /\bawait\b/.test(line));
  const body = lines.map((line) => `  ${line}\n`).join('');
  const name = module.once(
    `read${checked.value.replace(/^\w/, (letter) => letter.toUpperCase())}`,
    `${isAsync ? 'async ' : ''}(event) => {\n${body}}`,
  );
  return route.parameters.map((parameter, position) => {
    if (alone[position] !== checked) return emitParameter(parameter, module, route.consumes);
    const value = `${isAsync ? 'await ' : ''}${name}(event)`;
    return { ...checked, value, fallible: false, statements: [] };
  });
}

/**
 * The statements that give parameters their values.
 *
 * @param answer writes what is returned for a reply, where values that are not valid are answered without an error
 */
export function emitBinding(
  parameters: readonly EmittedParameter[],
  module: HandlerModule,
  answer?: (reply: string) => string,
): string[] {
  const statements = parameters.flatMap((parameter) => parameter.statements);
  if (!parameters.some(({ fallible }) => fallible)) return statements;
  const maxErrors = module.routeManifest.validation?.maxErrors;
  const given = maxErrors === undefined ? 'failures' : `failures, ${maxErrors}`;
  const refusal =
    answer === undefined
      ? `${module.use('runtime', 'refuse')}(${given});`
      : `if (failures.length > 0) return ${answer(`${module.use('runtime', 'invalid')}(${given})`)};`;
  return ['const failures = [];', ...statements, refusal];
}

/** The arguments by position; a parameter that no decorator binds is left undefined. */
export function argumentList(parameters: readonly EmittedParameter[]): string {
  const values: string[] = [];
  for (const { index, value } of parameters) values[index] = value;
  return Array.from(values, (value) => value ?? 'undefined').join(', ');
}
