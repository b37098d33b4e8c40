import { Controller, Get } from '@gatewright/core';
import { left } from 'left';
@Controller('/x')
export class PnpmController {
  @Get() get() {
    return left();
  }
}
