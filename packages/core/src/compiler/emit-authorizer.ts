/** Emits the module of an authorizer's handler: what binds its parameters; what the gateway is told is the runtime's to write. */
import type { AuthorizerManifest, RouteManifest } from '../model/manifest.js';
import { emitModule, indent } from './emit.js';
import type { EmitOptions } from './emit-options.js';
import { argumentList, emitBinding, emitParameters } from './emit-parameters.js';
import { HandlerModule } from './handler-module.js';
import { access } from './names.js';

/** The gateways that ask authorizers. */
const ASKING: EmitOptions['frontDoors'] = ['http-api', 'rest-api'];

/** Emits the module of an authorizer's handler. */
export function emitAuthorizer(
  route: RouteManifest,
  { name, cacheFor }: AuthorizerManifest,
  options: EmitOptions,
): string {
  const asking = ASKING.filter((door) => options.frontDoors.includes(door));
  const frontDoors = asking.length === 0 ? ASKING : asking;
  const module = new HandlerModule(route, { ...options, frontDoors, isAuthorizer: true });
  const controller = module.construct(options.controller);
  const parameters = emitParameters(route, module);
  const settings = JSON.stringify({ name, isCached: cacheFor !== undefined });
  const lines = [
    ...emitBinding(parameters, module),
    `return ${access(controller, route.controllerMethod)}(${argumentList(parameters)});`,
  ];
  return emitModule(`${route.id} (authorizer "${name}")`, module, [
    `export const handler = ${module.use('runtime', 'toAuthorizer')}(${settings}, async (event, context) => {`,
    ...indent(lines),
    '});',
  ]);
}
