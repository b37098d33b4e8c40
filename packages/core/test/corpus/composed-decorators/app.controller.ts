import { Get, Use } from '@gatewright/core';
import { Area, direct, Endpoint, Role, trail } from './decorators.js';
@Area('/area')
export class AreaController {
  @Endpoint('/endpoint') get() {
    return trail.splice(0);
  }
  @Get('/mixed') @Role('outer') @Use(direct) @Role('inner') mixed() {
    return trail.splice(0);
  }
  @Get('/plain') @Use(direct) plain() {
    return trail.splice(0);
  }
}
