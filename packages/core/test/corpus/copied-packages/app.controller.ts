import { Controller, Get } from '@gatewright/core';
import { run } from 'addon';
import { other } from 'other';
@Controller('/x')
export class CopiedController {
  @Get() get() {
    return [run(), other()];
  }
  @Get('/one') one() {
    return run();
  }
}
