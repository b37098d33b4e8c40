import { Controller, Get } from '@gatewright/core';
const Loud = <T extends new (...values: any[]) => object>(Target: T) =>
  class LouderController extends Target {
    loud = 'LOUD';
  };
@Loud
@Controller('/replaced')
export class LoudController {
  @Get() get() {
    return 'quiet';
  }
}
export namespace Api {
  export namespace V1 {
    @Controller('/inner')
    export class InnerController {
      @Get() get() {
        return 'inner';
      }
    }
  }
}
@Controller('/hidden')
class HiddenController {
  @Get() get() {
    return 'hidden';
  }
}
