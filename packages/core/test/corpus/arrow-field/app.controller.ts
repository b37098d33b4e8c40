import { Controller, Get } from '@gatewright/core';
@Controller('/arrow')
export class ArrowController {
  private readonly run = async () => this.work('arrow');
  work(by: string) {
    return 'worked by ' + by;
  }
  @Get() get() {
    return this.run();
  }
}
