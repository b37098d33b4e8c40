import { Body, Controller, Get, Post } from '@gatewright/core';
import { Prices } from '@shop/domain';
import { Order } from '@shop/domain/dto';
@Controller('/orders') export class OrdersController {
  constructor(private readonly prices: Prices) {}
  @Post() create(@Body() order: Order) { return [this.prices.gross(order.net), order instanceof Order]; }
  @Get() get() { return this.prices.gross(2); }
}
