import { Controller, Get } from '@gatewright/core';
import { heavy } from './heavy.js';
@Controller('/x')
export class FieldsController {
  private readonly first = this.compute(2);
  private readonly second = this.first * 2;
  readonly bound = this.render.bind(this);
  private readonly later = () => this.compute(this.second);
  private compute(n: number) {
    return n + 1;
  }
  private render(text: string) {
    return `<${text}${this.first}>`;
  }
  private report() {
    return heavy();
  }
  @Get() get() {
    return [this.second, this.bound('a'), this.later()];
  }
  @Get('/report') all() {
    return this.report();
  }
}
