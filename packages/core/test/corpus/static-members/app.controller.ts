import { Controller, Get } from '@gatewright/core';
import { registry } from './registry.js';
@Controller('/x')
export class StaticController {
  static #count = 0;
  static readonly names = new Map<string, number>();
  static {
    this.names.set('one', this.#next());
    registry.push('block');
  }
  static {
    this.names.set('two', StaticController.#next());
  }
  static #next() {
    return ++this.#count;
  }
  static of(name: string) {
    return this.names.get(name);
  }
  static get size() {
    return this.names.size;
  }
  @Get() get() {
    return { two: StaticController.of('two'), size: (this.constructor as typeof StaticController).size, registry };
  }
  @Get('/other') other() {
    return 'MARK-other';
  }
}
