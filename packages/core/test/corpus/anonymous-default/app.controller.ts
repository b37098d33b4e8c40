import { Controller, Get } from '@gatewright/core';
@Controller('/x')
export default class {
  @Get() get() {
    return 'x';
  }
}
