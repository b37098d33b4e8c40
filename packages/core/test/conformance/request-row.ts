import type { GatewayRequest } from '../../src/testing/index.js';
import type { DoorName, GatewayOptions } from './doors.js';
import type { Topic } from './topics.js';

/** What a controller sees of a request; a row has only what it is about. */
export interface Seen {
  readonly method?: string;
  readonly path?: string;
  readonly url?: string;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  /** Those that are looked at; null for one that is not there. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly cookies?: Readonly<Record<string, string>>;
  /** Null where there is none. */
  readonly body?: string | null;
  /** In base64; null where there are none. */
  readonly bytes?: string | null;
  readonly auth?: object;
  readonly sourceIp?: string;
  readonly requestId?: string;
  /** Null where there is none. */
  readonly stage?: string | null;
  readonly stageVariables?: Readonly<Record<string, string>>;
  /** What the web-standard request says, from the route `web`. */
  readonly web?: object;
}

/** One request, and what the controller sees of it from every front door. */
export interface RequestRow {
  readonly name: string;
  readonly source: string;
  readonly covers?: readonly Topic[];
  /** Method of `EchoController`. @default 'one' */
  readonly route?: string;
  /** As the client sends it. */
  readonly request: Omit<GatewayRequest, 'method'> & { readonly method?: string };
  /** What the gateways are set to: all of them, or by their names. */
  readonly gateway?: GatewayOptions;
  readonly gateways?: Partial<Readonly<Record<DoorName, GatewayOptions>>>;
  /** @default all of them */
  readonly doors?: readonly DoorName[];
  readonly sees: Seen;
  /** What front doors make different. */
  readonly except?: Partial<Readonly<Record<DoorName, { readonly because: string; readonly sees: Seen }>>>;
}

/** An event typed by hand, as AWS shows it or as one was observed, and what the controller sees. */
export interface EventRow {
  readonly name: string;
  readonly source: string;
  readonly covers?: readonly Topic[];
  /** Method of `EchoController`. @default 'one' */
  readonly route?: string;
  readonly door: DoorName;
  readonly event: object;
  readonly sees: Seen;
}
