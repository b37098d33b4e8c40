import { Controller, Get } from '@gatewright/core';
import { Loud } from './mine.js';
@Controller('/replaced')
@Loud
export class LoudController {
  declare loud: string;
  @Get() get() {
    return this.help();
  }
  help() {
    return this.loud;
  }
}
