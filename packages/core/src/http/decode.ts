import { parse } from 'cookie';

/** The body as text; undefined when there is none or it is empty. */
export const decodeBody = (body: unknown, isBase64Encoded: unknown): string | undefined =>
  isBase64Encoded ? decodeBytes(body, true)?.toString() : typeof body === 'string' && body !== '' ? body : undefined;

/** The body as bytes; undefined when there is none or it is empty. */
export const decodeBytes = (body: unknown, isBase64Encoded: unknown): Buffer | undefined =>
  typeof body === 'string' && body !== '' ? Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') : undefined;

/** Decodes percent-encoding (RFC 3986, 2.1); text that is not valid percent-encoding is left as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Decodes a name or value of a query string (WHATWG URL, application/x-www-form-urlencoded parsing); invalid escapes are left. */
export const decodeQuery = (text: string): string =>
  new URLSearchParams(`=${text.replaceAll('&', '%26')}`).get('') as string;

/** Cookies of a `Cookie` header (RFC 6265, 5.4); the first of a name wins. */
export const decodeCookies = (header: string | undefined): Readonly<Record<string, string | undefined>> =>
  parse(header ?? '');
