import { Controller, Get } from '@gatewright/core';
import { Base } from './base.js';
@Controller('/x')
export class ThisController extends Base {
  @Get('/title') get() {
    return this.title() + this.own();
  }
  @Get('/other') other() {
    return this.unused() + 'MARK-other';
  }
  protected override title() {
    return 'own ' + super.title();
  }
  private own() {
    return ' MARK-own';
  }
  private never() {
    return 'MARK-never';
  }
}
