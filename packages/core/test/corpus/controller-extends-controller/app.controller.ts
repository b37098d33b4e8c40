import { Controller, Get } from '@gatewright/core';
@Controller('/parent')
export class ParentController {
  @Get() get() {
    return 'parent';
  }
  @Get('/help') help() {
    return ' helped';
  }
}
@Controller('/child')
export class ChildController extends ParentController {
  override get() {
    return super.get() + this.help();
  }
}
