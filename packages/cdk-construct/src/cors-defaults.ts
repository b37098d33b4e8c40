import type { CorsAnswers } from '@gatewright/core/compiler';
import type { CorsOptions } from './cors-options.js';

/** Named one by one, because `*` is no wildcard where credentials are sent (Fetch, 3.3.4). */
export const defaultCorsMethods = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS'];

/** What a JSON API is sent. */
export const defaultCorsHeaders = ['authorization', 'content-type'];

/** The part that handlers put on their answers, behind a gateway that does not. */
export const corsAnswers = ({ allowOrigins, allowCredentials, exposeHeaders }: CorsOptions): CorsAnswers => ({
  origin: allowOrigins,
  ...(allowCredentials && { credentials: true }),
  ...(exposeHeaders && { exposedHeaders: exposeHeaders }),
});
