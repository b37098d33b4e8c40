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
@Controller('/package-namespace')
export class PackagenamespaceController {
  constructor(readonly clock: shared.Clock) {}
  @Get() get() {
    return this.clock.now();
  }
}
