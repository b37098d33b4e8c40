/** A body as it is described: text, bytes, or an object that is sent as JSON. */
export type BodyContent = string | Uint8Array | object;

/** Reads a described body into bytes and the content type that `fetch` would send with it. */
export const readBody = (
  content: BodyContent | undefined,
): { readonly body?: Buffer; readonly contentType?: string } => {
  if (content === undefined || content === '') return {};
  if (content instanceof Uint8Array) return content.length === 0 ? {} : { body: Buffer.from(content) };
  if (typeof content === 'string') return { body: Buffer.from(content), contentType: 'text/plain;charset=UTF-8' };
  return { body: Buffer.from(JSON.stringify(content)), contentType: 'application/json' };
};

/**
 * The media types that an HTTP API hands over as text. Measured on live gateways, not documented: everything else is
 * base64, also a form (`application/x-www-form-urlencoded`), `+json` types, and a body without a content type.
 */
const TEXT_TYPE = /^(?:text\/[^;\s]+|application\/(?:json|xml|javascript))$/;

/** Whether an HTTP API hands over a body of this content type as text; any charset but UTF-8 makes it base64. */
export const isTextForHttpApi = (contentType: string | undefined): boolean => {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return TEXT_TYPE.test(type.trim()) && (charset === undefined || /^charset="?utf-8"?$/.test(charset));
};

/**
 * Whether a load balancer hands over a body as text: no content coding, and one of these types. The rest is base64.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html#receive-event-from-load-balancer
 */
export const isTextForAlb = (contentType: string | undefined, contentEncoding: string | undefined): boolean =>
  contentEncoding === undefined && TEXT_TYPE.test((contentType ?? '').toLowerCase().split(';')[0]?.trim() ?? '');

/** Whether a REST API with these binary media types (`image/png`, `image/*`, any) hands over such a body as base64. */
export const isBinaryForRestApi = (contentType: string | undefined, binaryMediaTypes: readonly string[]): boolean => {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const family = `${type.split('/')[0]}/*`;
  return binaryMediaTypes.some((binary) => binary === '*/*' || [type, family].includes(binary.toLowerCase()));
};
