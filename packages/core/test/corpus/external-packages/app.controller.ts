import { Controller, Get } from '@gatewright/core';
import { client } from '@cloud/client';
import { sub } from '@cloud/client/sub';
@Controller('/x')
export class ProvidedController {
  @Get() get() {
    return [client, sub];
  }
  @Get('/other') other() {
    return 'other';
  }
}
