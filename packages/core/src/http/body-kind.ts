import { isMediaType, mediaTypeOf } from './media-type.js';

/** How a body is parsed into values. */
export type BodyKind = 'json' | 'form' | 'multipart';

/** The media types of each kind. */
const KINDS: readonly (readonly [range: string, kind: BodyKind])[] = [
  ['application/json', 'json'],
  ['*/*+json', 'json'],
  ['application/x-www-form-urlencoded', 'form'],
  ['multipart/form-data', 'multipart'],
];

/** How a body of a media type is parsed; undefined where it is not. */
export const kindOf = (mediaType: string): BodyKind | undefined =>
  KINDS.find(([range]) => isMediaType(mediaType, range))?.[1];

/** How a request's body is parsed by a route that takes several media types, of which the first stands for none named. */
export const requestKind = (contentType: string | undefined, accepted: readonly string[]): BodyKind | undefined =>
  kindOf(mediaTypeOf(contentType ?? '')) ?? kindOf(accepted[0] as string);
