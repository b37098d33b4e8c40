import type { Problem } from '../errors/definition-error.js';
import type { RouteManifest } from './manifest.js';
import type { GuardReading } from './reading.js';

/** What counts for a route: the method's, else the controller's, of each kind. */
export function mergeGuards(
  method: GuardReading | undefined,
  controller: GuardReading | undefined,
): Pick<RouteManifest, 'authorization' | 'apiKey' | 'throttle'> {
  const { refused: _, ...merged } = { refused: [], ...controller, ...method };
  return merged;
}

/** Refuses what no gateway understands. */
export const checkGuard = (levels: readonly (GuardReading | undefined)[]): Pick<Problem, 'code' | 'message'>[] =>
  levels.flatMap((level) =>
    (level?.refused ?? []).map((message) => ({ code: 'AUTHORIZATION_INVALID' as const, message })),
  );
