import { Controller, Get } from '@gatewright/core';
@Controller('/text-export')
class TextExportController {
  @Get() get() {
    return 'text';
  }
}
export { TextExportController as 'my controller' };
