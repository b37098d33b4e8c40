import { Controller, Get, HttpError } from '@gatewright/core';
import { PaymentRequired } from './errors.js';
@Controller('/errors')
export class ErrorsController {
  @Get() get() {
    try {
      throw new PaymentRequired(7);
    } catch (error) {
      if (error instanceof HttpError) throw error;
      return 'no';
    }
  }
}
