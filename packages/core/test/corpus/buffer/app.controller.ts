import { Controller, Get } from '@gatewright/core';
@Controller('/buffer')
export class BufferController {
  @Get() get() {
    return Buffer.from('bytes');
  }
}
