import { Controller, Get } from '@gatewright/core';
import { heavy } from './heavy.js';
@Controller('/x')
export class PrivateController {
  #secret = 2;
  #double() {
    return this.#secret * 2;
  }
  get #both() {
    return [this.#secret, this.#double()];
  }
  set #both([secret]: number[]) {
    this.#secret = secret!;
  }
  #report() {
    return heavy();
  }
  #same(other: PrivateController) {
    return #brand in other && other.#brand();
  }
  #brand() {
    return 'MARK-brand';
  }
  @Get() get() {
    this.#both = [5];
    return this.#both;
  }
  @Get('/report') report() {
    return this.#report();
  }
  @Get('/brand') brand() {
    return this.#same(this);
  }
}
