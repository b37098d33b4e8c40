import { Controller, Get } from '@gatewright/core';
import data from './data.json' with { type: 'json' };
import other from './data.json';
@Controller('/json')
export class JsonController {
  @Get() get() {
    return { ...data, same: other.nested.text };
  }
}
