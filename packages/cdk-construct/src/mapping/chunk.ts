/**
 * What a mapping template is made of before it is written: text, and variables of the template. Values of a request never become part
 * of a template's code; each is escaped for the place that it stands in, however deep that is nested.
 */

/** Text as it is; a variable of the template; or an ARN or a name, which needs no escaping anywhere and may be a token, which must not be. */
export type Chunk = string | { readonly variable: string } | { readonly resource: string };

/** How chunks are written into something that surrounds them. */
export interface Encoding {
  readonly text: (text: string) => string;
  /** A reference for a reference. */
  readonly reference: (reference: string) => string;
}

/**
 * Into a JSON text. `escapeJavaScript` escapes apostrophes too, which JSON does not know:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export const IN_JSON_TEXT: Encoding = {
  text: (text) => jsonLiteral(text).slice(1, -1),
  reference: (reference) => escapeJson(reference),
};

/** Into a value of a form (application/x-www-form-urlencoded). */
export const IN_FORM: Encoding = {
  text: (text) => encodeURIComponent(text),
  reference: (reference) => `$util.urlEncode(${reference})`,
};

/** The reference of a value, escaped for a JSON text. */
export const escapeJson = (reference: string): string => `$util.escapeJavaScript(${reference}).replaceAll("\\\\'","'")`;

/** Writes chunks as a part of a template, through encodings from the innermost on. */
export const write = (chunks: readonly Chunk[], ...encodings: readonly Encoding[]): string =>
  chunks
    .map((chunk) => {
      if (typeof chunk === 'string') return encodings.reduce((text, encoding) => encoding.text(text), chunk);
      if ('resource' in chunk) return chunk.resource;
      return encodings.reduce((reference, encoding) => encoding.reference(reference), `\${${chunk.variable}}`);
    })
    .join('');

/** JSON in which nothing means anything to the template language; these characters stand in texts only. */
export const jsonLiteral = (value: unknown): string =>
  JSON.stringify(value).replaceAll('\\\\', '\\u005c').replaceAll(/[$#']/g, unicodeEscape);

const unicodeEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Text as a template that writes it, whatever is in it. */
export const textLiteral = (text: string): string =>
  `$util.urlDecode('${encodeURIComponent(text).replaceAll("'", '%27')}')`;

/** Sets a variable to chunks of JSON. */
export function setJson(name: string, chunks: readonly Chunk[]): string {
  const literals = chunks.map((chunk, index) =>
    typeof chunk === 'string' ? `#set($${name}${index} = '${chunk}')` : '',
  );
  const parts = chunks.map((chunk, index) => (typeof chunk === 'string' ? { variable: `${name}${index}` } : chunk));
  return `${literals.join('')}#set($${name} = "${write(parts)}")`;
}
