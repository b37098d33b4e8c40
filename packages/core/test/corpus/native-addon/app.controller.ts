import { Controller, Get } from '@gatewright/core';
import { run } from 'wrapper';
@Controller('/x')
export class AddonController {
  @Get() get() {
    return run();
  }
}
