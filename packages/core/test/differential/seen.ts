/** What a controller or a peer's handler saw of a request, in one form for all. */
export interface Seen {
  readonly method: string;
  /** Without stage, each segment decoded once. */
  readonly path: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  /** Every value, in order. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** By lower-case name, without those that front doors add; cookies apart. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** Text if it is UTF-8, else `base64:...`; empty without one. */
  readonly body: string;
  /** Undefined where the peer does not tell. */
  readonly ip?: string | undefined;
}

/** What the application and the test share; the compiled application is a bundle of its own. */
export interface Exchange {
  seen?: Seen | undefined;
  /** Makes what the controller method returns. */
  answer: () => unknown;
}

const shared = globalThis as { gatewrightExchange?: Exchange };
shared.gatewrightExchange ??= { answer: () => 'ok' };
export const exchange: Exchange = shared.gatewrightExchange;

/** Headers that the front doors write. */
const ADDED = /^(host|content-length|cookie|x-amzn-trace-id|x-forwarded-(for|port|proto))$/;

export const ownHeaders = (headers: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries(
    // front doors join with a comma, others with a comma and a blank; both mean the same (RFC 9110, 5.6.1.2)
    [...headers].filter(([name]) => !ADDED.test(name)).map(([name, value]) => [name, value.replaceAll(', ', ',')]),
  );

/** Lists of values by name. */
export function lists(pairs: Iterable<readonly [string, string]>): Record<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries(values);
}

export function bodyText(bytes: Uint8Array | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return `base64:${Buffer.from(bytes as Uint8Array).toString('base64')}`;
  }
}

/** Decodes each segment of a path once. */
export const decodeSegments = (path: string): string => path.split('/').map(decodeOnce).join('/');

export function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
