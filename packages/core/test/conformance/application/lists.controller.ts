import { Body, Controller, Get, Headers, Param, Post, Query } from '@gatewright/core';
import { Drawing, Wanted } from './forms.js';
import { Level, Order } from './values.js';

/** Takes enums and lists of every kind, and nested DTOs. */
@Controller('/lists')
export class ListsController {
  @Get('/enums')
  enums(
    @Query('order', { enum: Order }) order: Order = Order.Ascending,
    @Query('level', { enum: Level }) level?: Level,
    @Query('size', { enum: ['s', 1, ''] }) size?: string | number,
    @Headers('x-order', { enum: Order }) header?: Order,
  ) {
    return { order, level, size, header };
  }

  @Post('/enums')
  enumBody(@Body('order', { enum: Order }) order: Order, @Body('levels', { enum: Level }) levels: Level[]) {
    return { order, levels };
  }

  @Get('/values')
  values(
    @Query('id', { type: [Number] }) ids?: number[],
    @Query('flag', { type: [Boolean] }) flags?: boolean[],
    @Query('big', { type: [BigInt] }) bigs?: bigint[],
    @Query('day', { type: [Date] }) days?: Date[],
    @Query('text', { type: [String] }) texts?: string[],
    @Query('path', { type: [String], separator: '|' }) paths?: string[],
    @Query('order', { enum: Order }) orders?: Order[],
    @Query('odd', { enum: ['a,b', 'c'] }) odd?: string[],
  ) {
    return { ids, flags, bigs: bigs?.map(String), days, texts, paths, orders, odd };
  }

  @Get('/headers')
  headers(
    @Headers('if-none-match', { type: [String] }) etags?: string[],
    @Headers('x-ids', { type: [Number] }) ids?: number[],
    @Headers('x-words', { type: [String], separator: ' ' }) words?: string[],
  ) {
    return { etags, ids, words };
  }

  @Get('/header-dto')
  headerDto(@Headers() { accept, ids }: Wanted) {
    return { accept, ids };
  }

  @Get('/of/{ids}')
  path(@Param('ids', { type: [Number] }) ids: number[]) {
    return { ids };
  }

  @Post('/drawing')
  drawing(@Body() { main, squares }: Drawing) {
    return { kind: main.kind, area: main.area(), squares: squares?.map((square) => square.area()) };
  }
}
