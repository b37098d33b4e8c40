import { parse } from 'cookie';

/** The body as text; undefined when there is none. */
export const decodeBody = (
  body: string | null | undefined,
  isBase64Encoded: boolean | undefined,
): string | undefined => (body && isBase64Encoded ? Buffer.from(body, 'base64').toString() : (body ?? undefined));

/** Decodes percent-encoding (RFC 3986, 2.1); text that is not valid percent-encoding is left as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Cookies of a `Cookie` header (RFC 6265, 5.4); the first of a name wins. */
export const decodeCookies = (header: string | undefined): Readonly<Record<string, string | undefined>> =>
  parse(header ?? '');
