import { Controller, Get } from '@gatewright/core';
const tag = (strings: TemplateStringsArray, ...values: unknown[]) => strings.raw.join('|') + values.length;
@Controller('/template')
export class TemplateController {
  @Get() get() {
    return { text: `@Get() class { ${[1, 2].map((n) => `n${n}`)} } // import x from "y"`, tagged: tag`a\n${1}b${2}` };
  }
}
