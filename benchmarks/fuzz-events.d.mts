/** A route and an event for it. */
export interface FuzzEvent {
  readonly id: string;
  readonly event: unknown;
}

export const REQUESTS: readonly (readonly [id: string, path: string, request: object])[];
export function validEvents(door: string, builders: object): FuzzEvent[];
export class Fuzzer {
  constructor(options: {
    readonly seed: number;
    readonly valid: readonly FuzzEvent[];
    readonly recorded?: readonly unknown[];
  });
  next(): FuzzEvent;
}
export function wrongResult(door: string, result: unknown, event: unknown): string | undefined;
