import { Controller, Get } from '@gatewright/core';
import { run } from 'addon';
@Controller('/x')
export class AddonController {
  @Get() get() {
    return run();
  }
}
