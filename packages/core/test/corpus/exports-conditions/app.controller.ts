import { createRequire } from 'node:module';
import { Controller, Get } from '@gatewright/core';
import { field } from 'browser-field';
import { kind } from 'traps';
import { one } from 'traps/deep/one.js';
import { kind as order } from 'traps/order';
import { kind as required } from 'traps-cjs';
@Controller('/x')
export class ConditionsController {
  @Get() get() {
    return { kind, order, required, one, field, require: typeof createRequire };
  }
}
