import { Controller, Get } from '@gatewright/core';
import compiled from 'compiled';
const { default: Client } = compiled;
const client = new Client();
@Controller('/x')
export class DefaultController {
  @Get() get() {
    return client.send();
  }
}
