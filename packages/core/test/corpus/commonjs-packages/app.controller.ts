import { Controller, Get } from '@gatewright/core';
import { Client } from 'compiled';
import * as lazy from 'lazy';
import plain from 'plain';
@Controller('/x')
export class CommonJsController {
  private readonly client = new Client();
  @Get() get() {
    return [
      plain('x'),
      plain.version,
      this.client.send(),
      lazy.name,
      lazy.os(),
      lazy.here,
      lazy.load('no-such-package'),
    ];
  }
}
