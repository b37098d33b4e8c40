import { Controller, Get } from '@gatewright/core';
import { Users } from '#domain/user';
import { text } from '@text';
@Controller('/x')
export class AliasedController {
  constructor(private readonly users: Users) {}
  @Get() get() {
    return [this.users.names(), text];
  }
}
