import {
  Controller,
  Cookie,
  Ctx,
  Get,
  Headers,
  type HttpRequest,
  Param,
  Query,
  Req,
  type Values,
} from '@gatewright/core';
import { PageQuery, PersonPath } from './values.js';

/** Takes values of every kind from every place, and answers with what arrived. */
@Controller('values')
export class ValuesController {
  @Get('/path/:text')
  path(@Param('text') text: string) {
    return { text };
  }

  @Get('/typed/{count}/{flag}/{big}/{day}')
  typedPath(
    @Param('count') count: number,
    @Param('flag') flag: boolean,
    @Param('big') big: bigint,
    @Param('day') day: Date,
  ) {
    return { count, flag, big: `${big} ${typeof big}`, day: day instanceof Date ? day.toISOString() : day };
  }

  @Get('/dto/{id}/{name}')
  pathDto(@Param() path: PersonPath) {
    return { path, isPersonPath: path instanceof PersonPath };
  }

  @Get('/all/{first}/{rest+}')
  allPath(@Param(Object) path: Record<string, string>) {
    return { ...path };
  }

  @Get('/query')
  query(
    @Query('text') text?: string,
    @Query('count') count?: number,
    @Query('flag', { type: Boolean }) flag = false,
    @Query('big') big?: bigint,
    @Query('day') day?: Date,
    @Query('limit', { type: Number }) limit = 20,
  ) {
    return { text, count, flag, big: big?.toString(), day: day?.toISOString(), limit };
  }

  @Get('/required')
  required(
    @Query('q', { required: true }) q: string,
    @Headers('X-Token', { required: true }) token: string,
    @Cookie('session', { required: true }) session: string,
  ) {
    return { q, token, session };
  }

  @Get('/lists')
  lists(@Query('tag', { type: [String] }) tags?: string[], @Query('id', { type: [Number] }) ids?: number[]) {
    return { tags, ids };
  }

  @Get('/page')
  page(@Query() page: PageQuery) {
    return { page, isPageQuery: page instanceof PageQuery };
  }

  @Get('/raw-query')
  rawQuery(@Query(Object) query: Record<string, string>) {
    return { ...query };
  }

  @Get('/headers')
  headers(
    @Headers('x-name') name?: string,
    @Headers('X-COUNT') count?: number,
    @Headers(Object) all: Record<string, string> = {},
  ) {
    return { name, count, accept: all.accept, cookie: all.cookie };
  }

  @Get('/constructor-header')
  constructorHeader(@Headers('constructor') value?: string) {
    return { value };
  }

  @Get('/cookies')
  cookies(@Cookie('a') a?: string, @Cookie('n') n?: number, @Cookie(Object) all: Record<string, string> = {}) {
    return { a, n, all: { ...all } };
  }

  @Get('/request/{id}')
  request(@Req() request: HttpRequest, @Req('method') method: string, @Req('query') query: Values) {
    const { path, pathParameters, cookies, body, sourceIp, headers } = request;
    return {
      method,
      path,
      pathParameters: { ...pathParameters },
      cookies: { ...cookies },
      body,
      sourceIp,
      host: headers.host,
      query: { ...query },
    };
  }

  @Get('/context')
  context(@Ctx('awsRequestId') requestId: string, @Ctx() context: { readonly functionName: string }) {
    return { requestId, functionName: context.functionName };
  }
}
