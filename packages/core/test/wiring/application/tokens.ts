import { token } from '@gatewright/core';

export interface Settings {
  readonly region: string;
  readonly limit: number;
}

export const SETTINGS = token<Settings>('SETTINGS');
export const TABLE_NAME = token<string>('TABLE_NAME');
export const NOW = token<() => string>('NOW');
export const TRACER = token<{ trace(): string }>('TRACER');
export const QUEUE = Symbol('queue');
