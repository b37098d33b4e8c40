import type { Problem } from '../errors/definition-error.js';
import type { AroundReading } from './reading.js';
import { providerOf, type WiringScope } from './wiring.js';

type Refusal = Pick<Problem, 'code' | 'message'>;

/** Refuses what cannot run around a method. */
export function checkAround(levels: readonly AroundReading[], scope: WiringScope): Refusal[] {
  const refused = levels.flatMap((level) =>
    level.refused.map((message) => ({ code: 'MIDDLEWARE_INVALID' as const, message })),
  );
  const classes = levels
    .flatMap(({ layers }) => layers)
    .flatMap((layer) => (layer.kind === 'class' ? [layer.class] : []))
    .filter((key) => providerOf(scope, key) === undefined);
  return [
    ...refused,
    ...[...new Set(classes)].map((key) => ({
      code: 'PROVIDER_NOT_INJECTABLE' as const,
      message: `@Use was given ${key}, which is not marked @Injectable(); write @Injectable() above class ${key}`,
    })),
  ];
}
