import type { Values } from './front-door.js';
import { collect } from './values.js';

/** A form that was sent: its text fields and files by name, neither with a prototype, so that any name is safe. */
export interface Form {
  readonly fields: Values;
  readonly files: Readonly<Record<string, readonly File[]>>;
}

/** Parses an application/x-www-form-urlencoded body (https://url.spec.whatwg.org/#urlencoded-parsing); a missing one is undefined. */
export const parseForm = (text: string | undefined): Form | undefined =>
  text === undefined || text === ''
    ? undefined
    : // URLSearchParams drops a first `?`; one that was sent belongs to the first name
      { fields: collect(new URLSearchParams(`?${text}`)), files: {} };
