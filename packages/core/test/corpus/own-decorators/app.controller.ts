import { Controller, Get, Query } from '@gatewright/core';
import { Note, noted, Sealed, Twice } from './mine.js';
@Sealed @Controller('/mine') export class MineController {
  declare readonly sealed: string;
  @Get() @Twice get(@Query('q') @Note('on ') q?: string) { return q! + this.sealed + noted; }
  label() { return 'label'; }
}
