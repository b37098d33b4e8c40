import { Controller, Get } from '@gatewright/core';
const REVERSE = Symbol('reverse');
const key = 'comp' + 'uted';
@Controller('/symbols')
export class SymbolsController {
  async *numbers(to: number) {
    for (let n = 0; n < to; n++) yield n;
  }
  *[Symbol.iterator]() {
    yield* this.letters();
  }
  letters() {
    return ['a', 'b'];
  }
  [REVERSE](list: number[]) {
    return this.reversed(list);
  }
  reversed(list: number[]) {
    return [...list].reverse();
  }
  [key]() {
    return 'computed';
  }
  'quoted-name'() {
    return 'quoted';
  }
  @Get() async get() {
    const all: number[] = [];
    for await (const n of this.numbers(3)) all.push(n);
    return [this[REVERSE](all), [...this], (this as any).computed(), this['quoted-name']()];
  }
}
