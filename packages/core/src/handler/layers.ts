/** What runs around a controller method, from the model to functions. */

import type { MiddlewareClass } from '../decorators/middleware.js';
import * as door from '../http/any-door.js';
import type { Catch } from '../http/catch.js';
import type { Middleware } from '../http/context.js';
import { bodyLimit } from '../http/middleware/body-limit.js';
import { compress } from '../http/middleware/compress.js';
import { cors } from '../http/middleware/cors.js';
import { deadline } from '../http/middleware/deadline.js';
import { etag } from '../http/middleware/etag.js';
import { produces } from '../http/middleware/produces.js';
import { securityHeaders } from '../http/middleware/security-headers.js';
import { fromMiddy, type MiddyMiddleware } from '../http/middy.js';
import type { ClassTable } from '../model/class-table.js';
import type { ArgumentManifest, BuiltInLayer, CatchManifest, LayerManifest } from '../model/manifest.js';
import type { Instances } from './instances.js';

const BUILT_IN: Readonly<Record<BuiltInLayer, (options: never) => Middleware>> = {
  bodyLimit,
  compress,
  cors,
  deadline,
  etag,
  produces,
  securityHeaders,
};

/** Reads middleware, outermost first. */
export const readLayers = (
  layers: readonly LayerManifest[],
  instances: Instances,
  classes: ClassTable,
): readonly Middleware[] =>
  layers.map((layer) => {
    switch (layer.kind) {
      case 'function':
        return classes.values.get(layer.value) as Middleware;
      case 'middy':
        return fromMiddy(
          layer.values.map((key) => classes.values.get(key) as MiddyMiddleware),
          door.toResult,
        );
      case 'class': {
        const instance = instances.of(layer.class) as MiddlewareClass;
        return (context, next) => instance.use(context, next);
      }
      default:
        return BUILT_IN[layer.kind](readArgument(layer.options, classes) as never);
    }
  });

/** Reads error mappings, the innermost level first. */
export const readCatches = (
  levels: readonly (readonly CatchManifest[])[],
  classes: ClassTable,
): readonly (readonly Catch[])[] =>
  levels.map((level) =>
    level.map(
      ({ errors, answer }) => [readArgument(errors, classes), readArgument(answer, classes)] as unknown as Catch,
    ),
  );

/** An argument of a decorator. */
const readArgument = (argument: ArgumentManifest | undefined, classes: ClassTable): unknown =>
  argument === undefined ? undefined : 'json' in argument ? argument.json : classes.values.get(argument.value);
