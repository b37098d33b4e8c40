import { UnsupportedMediaType } from './http-errors.js';

/** The media type of a `Content-Type` (RFC 9110, 8.3.1): in lower case, without parameters. */
export const mediaTypeOf = (contentType: string): string => (contentType.split(';')[0] as string).trim().toLowerCase();

// `image/png` is of the range `image/*`, `application/hal+json` of `*/*+json`
/** Whether a media type is one of a range. */
export function isMediaType(mediaType: string, range: string): boolean {
  const star = range.lastIndexOf('*');
  if (star < 0) return mediaType === range;
  return mediaType.startsWith(range.slice(0, star).replace('*/', '')) && mediaType.endsWith(range.slice(star + 1));
}

/**
 * Passes a body of one of the media types on, and a body that names none; another is answered with 415 and `Accept` (RFC 9110, 15.5.16).
 *
 * Browsers send forms of other sites without asking first as a form or as text/plain only (https://fetch.spec.whatwg.org/#cors-safelisted-request-header).
 */
export function ofType<TBody extends { readonly length: number }>(
  body: TBody | undefined,
  contentType: string | undefined,
  accepted: readonly string[],
): TBody | undefined {
  if (body === undefined || body.length === 0 || contentType === undefined) return body;
  // most clients write the type as it is listed
  if (accepted.includes(contentType)) return body;
  const mediaType = mediaTypeOf(contentType);
  if (accepted.some((range) => isMediaType(mediaType, range))) return body;
  // `*/*+json` is no range that the header could hold
  const accept = accepted.filter((range) => !range.startsWith('*/*+')).join(', ');
  throw new UnsupportedMediaType(`The body must be of type ${accept}.`, { headers: { accept } });
}
