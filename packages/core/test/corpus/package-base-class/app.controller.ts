import { Controller, Get } from '@gatewright/core';
import { Base } from 'shared';
@Controller('/package-base')
export class PackageBaseController extends Base {
  @Get() get() {
    return this.run();
  }
  hook() {
    return 'hook';
  }
}
