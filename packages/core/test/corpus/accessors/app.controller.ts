import { Controller, Get } from '@gatewright/core';
import { heavy } from './heavy.js';
@Controller('/x')
export class AccessorsController {
  private stored = 1;
  get value() {
    return this.stored + this.step();
  }
  set value(next: number) {
    this.stored = next * this.factor;
  }
  get factor() {
    return 10;
  }
  get report() {
    return heavy() + this.reporting();
  }
  private step() {
    return 1;
  }
  private reporting() {
    return 'MARK-reporting';
  }
  @Get() get() {
    this.value = 4;
    return this.value;
  }
  @Get('/report') all() {
    return this.report;
  }
}
