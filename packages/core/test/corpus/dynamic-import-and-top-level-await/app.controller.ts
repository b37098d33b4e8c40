import { Controller, Get } from '@gatewright/core';
import { now } from './now.js';
const own = await Promise.resolve('own');
@Controller('/await')
export class AwaitController {
  @Get() async get() {
    const { default: later } = await import('./later.js');
    return [now, own, await later()];
  }
}
