import { All, Controller, Cookie, Get, Headers, type HttpRequest, Param, Query, Req } from '@gatewright/core';
import { echo } from './echo.js';

type Texts = Record<string, string>;

/** Answers with the whole request: once by itself, once by parameters. */
@Controller('/echo')
export class EchoController {
  @All('/one/{id}')
  one(
    @Req() request: HttpRequest,
    @Param(Object) pathParameters: Texts,
    @Query(Object) query: Texts,
    @Headers(Object) headers: Texts,
    @Cookie(Object) cookies: Texts,
  ) {
    return echo(request, { pathParameters, query, headers, cookies });
  }

  /** Declared after the route whose parameter could take `me`. */
  @Get('/one/me')
  me() {
    return { route: 'me' };
  }

  @All('/two/{first}/and/{second}')
  two(
    @Req() request: HttpRequest,
    @Param(Object) pathParameters: Texts,
    @Query(Object) query: Texts,
    @Headers(Object) headers: Texts,
    @Cookie(Object) cookies: Texts,
  ) {
    return echo(request, { pathParameters, query, headers, cookies });
  }

  @All('/files/{rest+}')
  files(
    @Req() request: HttpRequest,
    @Param(Object) pathParameters: Texts,
    @Query(Object) query: Texts,
    @Headers(Object) headers: Texts,
    @Cookie(Object) cookies: Texts,
  ) {
    return echo(request, { pathParameters, query, headers, cookies });
  }

  @All()
  root(
    @Req() request: HttpRequest,
    @Param(Object) pathParameters: Texts,
    @Query(Object) query: Texts,
    @Headers(Object) headers: Texts,
    @Cookie(Object) cookies: Texts,
  ) {
    return echo(request, { pathParameters, query, headers, cookies });
  }

  @Get('/only-get/{id}')
  onlyGet(@Param('id') id: string) {
    return { id };
  }

  @All('/web/{id}')
  async web(@Req() request: HttpRequest) {
    const web = request.toWebRequest();
    const { url, method, headers } = web;
    const hasBody = web.body !== null;
    return {
      web: {
        url,
        method,
        type: headers.get('content-type'),
        note: headers.get('x-note'),
        hasBody,
        text: await web.text(),
      },
    };
  }
}
