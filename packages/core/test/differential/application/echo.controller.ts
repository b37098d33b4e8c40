import { All, Controller, type HttpRequest, Req } from '@gatewright/core';
import { bodyText, exchange, lists, ownHeaders } from '../seen.js';

/** Shows what a controller sees, and answers what it is told to. */
@Controller('/')
export class EchoController {
  @All('/echo/{id}')
  echo(@Req() request: HttpRequest) {
    return show(request);
  }

  @All('/files/{path+}')
  files(@Req() request: HttpRequest) {
    return show(request);
  }

  @All('/{any+}')
  any(@Req() request: HttpRequest) {
    return show(request);
  }

  @All('/reply')
  reply() {
    return exchange.answer();
  }
}

function show(request: HttpRequest): string {
  const { query, headers, cookies } = request;
  exchange.seen = {
    method: request.method,
    path: request.path,
    pathParameters: { ...request.pathParameters },
    query: lists(Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))),
    headers: ownHeaders(Object.entries(headers)),
    cookies: { ...cookies } as Record<string, string>,
    body: bodyText(request.bytes),
    ip: request.sourceIp,
  };
  return 'ok';
}
