import { Controller, Get } from '@gatewright/core';
import { Names } from './names.js';
import { place } from './place.js';
import text = Names.text;
@Controller('/alias')
export class AliasController {
  @Get() get() {
    return [text, place];
  }
  @Get('/other') other() {
    return Names.text;
  }
}
