import type { ArgumentManifest, LayerManifest } from '../model/manifest.js';
import type { HandlerModule } from './handler-module.js';

/** Declares what runs around a method as an array, outermost first; returns its name. */
export const emitLayers = (layers: readonly LayerManifest[], module: HandlerModule): string =>
  module.once('layers', `[${layers.map((layer) => emitLayer(layer, module)).join(', ')}]`);

function emitLayer(layer: LayerManifest, module: HandlerModule): string {
  switch (layer.kind) {
    case 'function':
      return module.value(layer.value);
    case 'middy':
      return `${module.use('runtime', 'fromMiddy')}(${emitStack(layer.values, module)}, ${module.use('door', 'toResult')})`;
    case 'class':
      return `(context, next) => ${module.construct(layer.class)}.use(context, next)`;
    default: {
      const options = layer.options === undefined ? '' : emitArgument(layer.options, module);
      return `${module.use('runtime', layer.kind)}(${options})`;
    }
  }
}

const emitStack = (keys: readonly string[], module: HandlerModule): string => {
  const values = keys.map((key) => module.value(key));
  return values.length === 1 ? (values[0] as string) : `[${values.join(', ')}]`;
};

/** An argument of a decorator. */
export const emitArgument = (argument: ArgumentManifest, module: HandlerModule): string =>
  'json' in argument ? JSON.stringify(argument.json) : module.value(argument.value);
