import { Controller, Get } from '@gatewright/core';
const here = __dirname;
@Controller('/place')
export class PlaceController {
  @Get() get() {
    return { starts: __filename.startsWith(here), name: __filename.slice(here.length + 1) };
  }
}
