import { Controller, Get } from '@gatewright/core';
type Constructor<T = object> = new (...args: any[]) => T;
const Stamped = <TBase extends Constructor>(Base: TBase) =>
  class extends Base {
    stamp() {
      return 'stamped ' + this.subject();
    }
    subject() {
      return 'base';
    }
  };
const Counted = <TBase extends Constructor>(Base: TBase) => {
  abstract class Counting extends Base {
    count = 3;
    @Get('/count') counted() {
      return this.count;
    }
  }
  return Counting;
};
class Empty {}
@Controller('/mixins')
export class MixinController extends Stamped(Counted(Empty)) {
  @Get() get() {
    return { stamp: this.stamp(), count: this.counted() };
  }
  override subject() {
    return 'own';
  }
}
