import { HttpError, NotFound } from '@gatewright/core';
export class PaymentRequired extends HttpError {
  constructor(readonly owed: number) {
    super(402, 'pay first', { extensions: { owed } });
  }
}
export class UserNotFound extends NotFound {
  override readonly name = 'UserNotFound';
}
