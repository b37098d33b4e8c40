import { Controller, Get } from '@gatewright/core';
const Mark = (_target: object, _name: string) => {};
class Kind {}
@Controller('/accessor-field')
export class AccessorFieldController {
  @Mark accessor kind: Kind = new Kind();
  @Get() get() {
    return this.kind.constructor.name;
  }
}
