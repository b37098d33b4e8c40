import { Controller, Get } from '@gatewright/core';

@Controller('/hello')
export class HelloController {
  @Get() hello() {
    return { hello: 'world' };
  }
}
