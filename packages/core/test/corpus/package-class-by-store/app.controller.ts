import { Controller, Get, Injectable } from '@gatewright/core';
import * as shared from 'shared';
import { Clock } from 'shared';
@Injectable()
class Store {
  constructor(readonly clock: Clock) {}
  now() {
    return this.clock.now();
  }
}
@Controller('/package-store')
export class PackagestoreController {
  constructor(readonly clock: Store) {}
  @Get() get() {
    return this.clock.now();
  }
}
