import { setTimeout } from 'node:timers/promises';
import { made } from './journal.js';
import type { Settings } from './tokens.js';

export async function loadSettings(): Promise<Settings> {
  await setTimeout(1);
  made('settings');
  return { region: 'eu-central-1', limit: 3 };
}
