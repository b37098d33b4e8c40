import { Controller, Get } from '@gatewright/core';
import render from 'templates';
@Controller('/x')
export class TemplatesController {
  @Get() get() {
    return render('hello').trim();
  }
  @Get('/other') other() {
    return 'other';
  }
}
