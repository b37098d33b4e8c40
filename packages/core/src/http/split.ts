import type { RawValue } from './scalar.js';

/** The values of a name, each split into the elements it holds. */
export const split = (raw: RawValue, separator: string): readonly string[] | undefined =>
  raw === undefined ? undefined : [raw].flat().flatMap((text) => text.split(separator));

/** The values of a name, each split at its commas. */
export const splitCommas = (raw: RawValue): readonly string[] | undefined => split(raw, ',');

/** An element of a list: anything but a comma, where text in double quotes may have commas. */
const ELEMENT = /(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g;

/** The elements of a header's list (RFC 9110, 5.6.1): without the white space around them, empty ones left out. */
export const splitHeader = (raw: RawValue): readonly string[] | undefined =>
  raw === undefined
    ? undefined
    : [raw]
        .flat()
        .flatMap((text) => text.match(ELEMENT) ?? [])
        .map((element) => element.trim())
        .filter((element) => element !== '');
