import type { HttpRequest } from '@gatewright/core';

/** What parameters say of the same request, which must be what the request itself says. */
export interface Given {
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: object;
  readonly headers: object;
  readonly cookies: object;
}

/** Everything that a controller can see of a request, as JSON can hold it. */
export function echo(request: HttpRequest, given: Given) {
  const { method, path, url, pathParameters, query, headers, cookies, body, bytes } = request;
  const { auth, sourceIp, requestId, stage, stageVariables } = request;
  return {
    method,
    path,
    url,
    pathParameters,
    query,
    headers,
    cookies,
    body: body ?? null,
    bytes: bytes === undefined ? null : Buffer.from(bytes).toString('base64'),
    auth,
    sourceIp,
    requestId,
    stage: stage ?? null,
    stageVariables,
    given,
  };
}
