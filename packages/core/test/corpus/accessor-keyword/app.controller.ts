import { Controller, Get } from '@gatewright/core';
@Controller('/x')
export class AccessorController {
  accessor count = this.start();
  static accessor made = 0;
  accessor #hidden = 'hidden';
  private start() {
    return 40;
  }
  @Get() get() {
    this.count += 2;
    AccessorController.made++;
    return [this.count, AccessorController.made, this.#hidden];
  }
  @Get('/other') other() {
    return 'MARK-other';
  }
}
