/** @jsxImportSource tiny */
import { Controller, Get } from '@gatewright/core';
import { Page } from './page.js';
@Controller('/jsx')
export class JsxController {
  @Get() get() {
    return <Page name="x" />;
  }
  @Get('/other') other() {
    return <Page name="y" />;
  }
}
