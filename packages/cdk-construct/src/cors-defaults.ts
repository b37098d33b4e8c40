/** Named one by one, because `*` is no wildcard where credentials are sent (Fetch, 3.3.4). */
export const defaultCorsMethods = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS'];

/** What a JSON API is sent. */
export const defaultCorsHeaders = ['authorization', 'content-type'];
