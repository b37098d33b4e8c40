import type { ReplySource, RequestSource } from '@gatewright/core/compiler';

/** A value that a mapping takes from elsewhere. */
export type Source = RequestSource | ReplySource;

// here, because loading the compiler for it would take longer than a synth
/** Whether a value of a mapping stands for one that is taken from elsewhere. */
export const isSource = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && '$from' in value;

/** The sources in a value, whatever it is nested in. */
export function sourcesOf(value: unknown): Source[] {
  if (isSource(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sourcesOf) : [];
}
