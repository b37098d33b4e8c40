import { Controller, Get, Injectable } from '@gatewright/core';
@Injectable()
@Controller('/inner')
export class InnerController {
  @Get() get() {
    return 'inner ' + this.help();
  }
  @Get('/unused') unused() {
    return 'MARK-unused';
  }
  help() {
    return 'help';
  }
}
@Controller('/outer')
export class OuterController {
  constructor(private readonly inner: InnerController) {}
  @Get() get() {
    return this.inner.get() + this.inner.unused();
  }
}
