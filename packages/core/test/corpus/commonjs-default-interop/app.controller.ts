import { Controller, Get } from '@gatewright/core';
import Client from 'compiled';
const client = new Client();
@Controller('/x')
export class InteropController {
  @Get() get() {
    return client.send();
  }
}
