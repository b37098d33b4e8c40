import { Controller, Get } from '@gatewright/core';
import { nightly } from './jobs.js';
@Controller('/reports')
export class ReportsController {
  @Get() get() {
    return nightly();
  }
  summary() {
    return 'summary ';
  }
  closing() {
    return 'closing';
  }
}
const shared = () => new LocalController().help();
@Controller('/local')
export class LocalController {
  @Get() get() {
    return shared();
  }
  help() {
    return 'help';
  }
}
