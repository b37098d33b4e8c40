import { Controller, Get } from '@gatewright/core';
import { CircularService } from './service.js';
@Controller('/circular')
export class CircularController {
  static title = 'circular';
  constructor(private readonly service: CircularService) {}
  @Get() get() {
    return this.service.name();
  }
}
