import { Controller, Get } from '@gatewright/core';
import { needs } from 'needs';
@Controller('/x')
export class MissingController {
  @Get() get() {
    return needs();
  }
}
