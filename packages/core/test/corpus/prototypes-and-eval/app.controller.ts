import { Controller, Get } from '@gatewright/core';
@Controller('/block')
export class BlockController {
  static calls: (() => string)[] = [];
  static {
    const prototype = this.prototype;
    this.calls.push(() => prototype.helper());
  }
  helper() {
    return 'helper';
  }
  @Get() get() {
    return BlockController.calls.map((call) => call());
  }
}
@Controller('/constructor')
export class ConstructorController {
  static readonly kind = 'kind';
  helper() {
    return 'helper';
  }
  @Get('/prototype') prototype() {
    return (this.constructor as typeof ConstructorController).prototype.helper();
  }
  @Get('/made') made() {
    return new (this.constructor as typeof ConstructorController)().helper();
  }
  @Get('/taken') taken() {
    const { constructor } = this;
    return constructor.prototype.helper();
  }
  @Get('/kind') kind() {
    return (this.constructor as typeof ConstructorController).kind + this.constructor.name;
  }
  @Get('/other') other() {
    return 'MARK-other';
  }
}
@Controller('/eval')
export class EvalController {
  helper() {
    return 'helper';
  }
  @Get() get() {
    return eval('this.helper()');
  }
}
