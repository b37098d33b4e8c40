import { Controller, Get, Param } from '@gatewright/core';
@Controller('/x')
export class ComputedController {
  @Get('/:name') get(@Param('name', { enum: ['left', 'right'] }) name: 'left' | 'right') { return this[name](); }
  left() { return 'MARK-left'; }
  right() { return 'MARK-right'; }
  @Get('/plain/one') plain() { return 'MARK-plain' + this['left'](); }
}
