import { Controller, Get } from '@gatewright/core';
export function createStatus(name: string, path: string, text: string) {
  @Controller(path)
  class StatusController {
    @Get() get() {
      return text;
    }
    @Get('/other') other() {
      return 'MARK-other';
    }
  }
  Object.defineProperty(StatusController, 'name', { value: name });
  return StatusController;
}
