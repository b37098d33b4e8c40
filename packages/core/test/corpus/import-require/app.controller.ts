import { Controller, Get } from '@gatewright/core';
import Common = require('./common.cjs');
@Controller('/x')
export class RequireController {
  @Get() get() {
    return new Common().text;
  }
}
