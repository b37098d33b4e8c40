import { Body, Controller, Get, Post, Query } from '@gatewright/core';
const LIMIT = 20;
@Controller('/x')
export class DefaultsController {
  readonly most = 5;
  @Get('/all') all(@Query() limit = LIMIT) {
    return limit;
  }
  @Get('/named') named(@Query('limit') limit = this.most) {
    return limit;
  }
  @Post('/body') body(@Body() input = {}) {
    return input;
  }
}
