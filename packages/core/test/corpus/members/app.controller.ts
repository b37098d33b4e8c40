import { Controller, Get } from '@gatewright/core';
@Controller('/members')
export class MembersController {
  static #made = 0;
  static readonly kind: string = MembersController.name;
  static {
    this.#made += 40;
  }
  #secret = 2;
  private readonly double = (n: number) => n * this.#secret;
  get secret() {
    return this.#hidden() + this.helper();
  }
  set secret(value: number) {
    this.#secret = value;
  }
  #hidden() {
    return this.#secret;
  }
  private helper() {
    return 0;
  }
  static made() {
    return MembersController.#made;
  }
  @Get() get() {
    this.secret = 5;
    return {
      secret: this.secret,
      double: this.double(4),
      made: MembersController.made(),
      kind: MembersController.kind,
    };
  }
  @Get('/other') other() {
    return this.secret;
  }
}
