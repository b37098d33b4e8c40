import { Controller, Get } from '@gatewright/core';
@Controller('/quoted')
export class QuotedController {
  @Get() 'my-route'() {
    return 'quoted';
  }
  @Get('/7') 7() {
    return 'seven';
  }
}
