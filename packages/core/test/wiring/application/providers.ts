import { TextEncoder } from 'node:util';
import { type Provider, provide } from '@gatewright/core';
import { made } from './journal.js';
import { loadSettings } from './settings.js';
import { CachedStore, Client, Store, UnmarkedClock } from './stores.js';
import { NOW, QUEUE, SETTINGS, type Settings, TABLE_NAME } from './tokens.js';
import { unusedLibrary } from './unused.js';

export const storeProviders = [
  provide(Store, { useClass: CachedStore }),
  provide(TABLE_NAME, {
    useFactory: (settings: Settings) => `todos-${settings.limit}`,
    inject: [SETTINGS],
  }),
] as const;

/** Its calls of `provide` stand in a function: they have no values of their own in the module. */
export const namedQueue = (name: string): Provider =>
  provide(QUEUE, { useFactory: (client: Client) => ({ name, of: client.settings.region }), inject: [Client] });

const clockOptions = { useFactory: (clock: UnmarkedClock) => () => clock.now(), inject: [UnmarkedClock] as const };

export const providers = [
  ...storeProviders,
  provide(SETTINGS, { useFactory: loadSettings }),
  provide(NOW, clockOptions),
  UnmarkedClock,
  provide('origin', { useValue: 'https://shop.example' }),
  provide('alias', { useExisting: Client }),
  provide('unset', { useValue: process.env.GATEWRIGHT_UNSET_VARIABLE }),
  provide('encoder', { useClass: TextEncoder }),
  provide('shorthand', {
    async useFactory(origin: string) {
      made('shorthand');
      return { origin, self: this === undefined };
    },
    inject: ['origin'],
  }),
  provide('optional', {
    useFactory: (first?: string, second?: string) => ({ first: first ?? 'none', second: second ?? 'none' }),
    inject: [
      { token: 'missing', optional: true },
      { token: 'origin', optional: true },
    ],
  }),
  provide('unused', { useFactory: () => unusedLibrary() }),
];
