/** What a function's thread is started with. */
export interface ThreadStart {
  /** `file:` URL of the module that exports `handler`. */
  readonly entry: string;
}

/** One invocation, on its way to the thread. */
export interface InvokeMessage {
  /** The event as JSON. */
  readonly event: string;
  readonly awsRequestId: string;
  /** When the function times out, in milliseconds since 1970. */
  readonly deadline: number;
}

/** What the thread answers: `ready` once, then one `result` or `failure` for each invocation. */
export type ThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly payload: string }
  | { readonly kind: 'failure'; readonly report: string };
