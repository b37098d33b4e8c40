import type { Duration } from 'aws-cdk-lib';

/** Which scripts of other origins may call the API (Fetch, 3.3: the CORS protocol). */
export interface CorsOptions {
  /** Origins, for example `https://app.example.com`, or `*` for all. */
  readonly allowOrigins: readonly string[];
  /**
   * Methods that scripts may use.
   * @default - all
   */
  readonly allowMethods?: readonly string[];
  /**
   * Headers that requests may have beside the safelisted ones.
   * @default ['authorization', 'content-type']
   */
  readonly allowHeaders?: readonly string[];
  /**
   * Headers of answers that scripts may read beside the safelisted ones.
   * @default [] none
   */
  readonly exposeHeaders?: readonly string[];
  /**
   * Whether cookies and other credentials are sent; not with the origin `*`.
   * @default false
   */
  readonly allowCredentials?: boolean;
  /**
   * How long a browser keeps the answer to a preflight.
   * @default - 5 seconds, to the browser
   */
  readonly maxAge?: Duration;
}
