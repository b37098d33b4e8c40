import { Controller, Get } from '@gatewright/core';
import { aliased } from '@alias/aliased';
import { modern } from './modern.mjs';
import common from './common.cjs';
import { plain } from './plain.js';
@Controller('/files')
export class FilesController {
  @Get() get() {
    return [aliased, modern, common.common, plain];
  }
}
