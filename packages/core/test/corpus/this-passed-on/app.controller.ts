import { Controller, Get } from '@gatewright/core';
const callHelp = (target: { help(): string }) => target.help();
@Controller('/x')
export class PassedController {
  readonly name = 'n';
  help() {
    return 'MARK-help';
  }
  @Get('/passed') passed() {
    return callHelp(this);
  }
  @Get('/destructured') destructured() {
    const { help, name } = this;
    return name + help();
  }
  @Get('/spread') spread() {
    return { ...this };
  }
  @Get('/kept') kept() {
    const self = this;
    return [1].map(function () {
      return self.help();
    });
  }
}
