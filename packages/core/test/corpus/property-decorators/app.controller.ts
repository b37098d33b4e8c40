import { Controller, Get, Injectable } from '@gatewright/core';
import { Env, Memo, seen, Tagged } from './mine.js';
@Injectable() class Clock { ticks = 0; tick() { return ++this.ticks; } }
@Controller('/x')
export class PropertiesController {
  @Env('STAGE') declare readonly stage: string;
  constructor(@Tagged('clock') private readonly clock: Clock) {}
  @Memo get once() { return this.clock.tick(); }
  @Get() get() { return [this.stage, this.once, this.once, seen]; }
  @Get('/other') other() { return 'MARK-other'; }
}
