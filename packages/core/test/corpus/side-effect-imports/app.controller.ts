import './effects/first.js';
import './effects/second.js';
import 'patch';
import { Controller, Get } from '@gatewright/core';
import { used } from 'pure';
@Controller('/x')
export class EffectsController {
  @Get() get() {
    return (globalThis as any).effects.sort();
  }
  @Get('/pure') pure() {
    return used;
  }
}
