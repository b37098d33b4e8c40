import { Controller, Get } from '@gatewright/core';
import { TheStore, everything } from './index.js';
@Controller('/default')
export default class DefaultController {
  constructor(
    private readonly store: TheStore,
    private readonly same: everything.default,
  ) {}
  @Get() get() {
    return [this.store.read(), this.store === this.same];
  }
}
