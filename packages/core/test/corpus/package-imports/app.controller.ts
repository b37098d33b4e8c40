import { Controller, Get } from '@gatewright/core';
import { text } from '#lib/text';
import { stage } from '#stage';
@Controller('/x')
export class ImportsController {
  @Get() get() {
    return [text, stage];
  }
}
