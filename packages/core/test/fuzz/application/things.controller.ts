import {
  All,
  Auth,
  Body,
  type Auth as Caller,
  Catch,
  Consumes,
  Controller,
  Cookie,
  Delete,
  Get,
  Headers,
  type HttpRequest,
  Options,
  Param,
  Post,
  Put,
  Query,
  Req,
  Sse,
  UploadedFile,
  UploadedFiles,
} from '@gatewright/core';
import { Filter, Form, Item, Place } from './inputs.js';

/** A route for each kind of parameter and answer. */
@Controller('/things')
export class ThingsController {
  @Get('/scalars/{id}')
  scalars(
    @Param('id') id: number,
    @Query('text') text?: string,
    @Query('count') count?: number,
    @Query('flag') flag?: boolean,
    @Query('big') big?: bigint,
    @Query('day') day?: Date,
    @Headers('x-count') header?: number,
    @Cookie('session') session?: string,
    @Query('sort', { enum: ['up', 'down'] }) sort?: string,
  ) {
    return { id, text, count, flag, big, day, header, session, sort };
  }

  @Get('/lists/{path+}')
  lists(
    @Param('path') path: string,
    @Query('tag', { type: [String] }) tags?: string[],
    @Query('id', { type: [Number] }) ids?: number[],
    @Headers('x-list', { type: [String] }) list?: string[],
    @Cookie(Object) cookies?: object,
    @Query('word', { type: [String], separator: '|' }) words?: string[],
  ) {
    return { path, tags, ids, list, cookies: { ...cookies }, words };
  }

  @Get('/pages/{zone}/{number}')
  pages(@Param() place: Place, @Query() filter: Filter, @Headers(Object) headers: object) {
    return { place, filter, names: Object.keys(headers).length };
  }

  @Post()
  create(@Body() item: Item) {
    return item;
  }

  @Post('/list')
  createAll(@Body([Item]) items: Item[]) {
    return { count: items.length };
  }

  @Put('/parts')
  parts(
    @Body('name') name: string,
    @Body('count') count: number,
    @Body('ok') ok: boolean,
    @Body('tags', { type: [String] }) tags: string[],
    @Body('item', { required: false }) item?: Item,
  ) {
    return { name, count, ok, tags, item };
  }

  @Put('/any')
  any(@Body(Object) body: unknown) {
    return { body };
  }

  @Post('/forms')
  @Consumes('application/x-www-form-urlencoded')
  form(@Body() form: Form) {
    return form;
  }

  @Post('/uploads')
  async upload(
    @UploadedFile('file') file: File,
    @UploadedFiles('more', { required: false }) more?: File[],
    @Body('title', { required: false }) title?: string,
  ) {
    return { title, size: (await file.arrayBuffer()).byteLength, name: file.name, more: more?.length };
  }

  @Put('/text')
  text(@Body() text: string) {
    return text;
  }

  @Put('/bytes')
  bytes(@Body() bytes: Uint8Array) {
    return bytes;
  }

  @Get('/callers/claim')
  claim(@Auth('sub', { required: true }) sub: string, @Auth('groups', { type: [String] }) groups?: string[]) {
    return { sub, groups };
  }

  @Get('/callers')
  caller(@Auth() auth: Caller) {
    return auth;
  }

  @All('/echo/{id}')
  async echo(@Req() request: HttpRequest) {
    const { event, toWebRequest, bytes, ...rest } = request;
    return { ...rest, length: bytes?.length };
  }

  @All('/web/{id}')
  async web(@Req() request: HttpRequest) {
    const web = request.toWebRequest();
    return new Response(await web.arrayBuffer(), { status: 200, headers: { 'x-url': encodeURI(web.url) } });
  }

  @Delete('/{id}')
  @Catch('Missing', 404)
  remove(@Param('id') id: string): void {
    throw Object.assign(new Error(`${id} is missing`), { name: 'Missing' });
  }

  @Options('/{id}')
  options(@Param('id') _id: string): void {}

  @Get('/streams')
  async *stream(@Query('text') text?: string): AsyncGenerator<string> {
    yield 'begin';
    yield text ?? 'none';
  }

  @Sse('/events')
  async *events(@Query('text') text?: string) {
    yield { data: text, id: 1 };
    yield text;
  }
}
