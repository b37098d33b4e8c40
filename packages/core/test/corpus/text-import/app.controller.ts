import { Controller, Get } from '@gatewright/core';
import page from './page.html' with { type: 'text' };
import query from './query.sql?raw';
import source from './page.html?raw';
@Controller('/x')
export class TextController {
  @Get() get() {
    return { page, query, same: source === page };
  }
  @Get('/other') other() {
    return 'other';
  }
}
