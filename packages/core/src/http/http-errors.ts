import { HttpError, type HttpErrorOptions } from './http-error.js';

/** Answers 400. @example `throw new BadRequest('the cursor is not one of ours')` */
export class BadRequest extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(400, detail, options);
  }
}

/** Answers 401. @example `throw new Unauthorized('sign in first')` */
export class Unauthorized extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(401, detail, options);
  }
}

/** Answers 403. @example `throw new Forbidden('only its owner may do this')` */
export class Forbidden extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(403, detail, options);
  }
}

/** Answers 404. @example `throw new NotFound('no todo has the id 7')` */
export class NotFound extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(404, detail, options);
  }
}

/** Answers 405. @example `throw new MethodNotAllowed('use PUT')` */
export class MethodNotAllowed extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(405, detail, options);
  }
}

/** Answers 406. @example `throw new NotAcceptable('only JSON is offered')` */
export class NotAcceptable extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(406, detail, options);
  }
}

/** Answers 409. @example `throw new Conflict('the name is taken')` */
export class Conflict extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(409, detail, options);
  }
}

/** Answers 410. @example `throw new Gone('it was deleted')` */
export class Gone extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(410, detail, options);
  }
}

/** Answers 412. @example `throw new PreconditionFailed('it has changed since')` */
export class PreconditionFailed extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(412, detail, options);
  }
}

/** Answers 413. @example `throw new ContentTooLarge('at most 1 MB')` */
export class ContentTooLarge extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(413, detail, options);
  }
}

/** Answers 415. @example `throw new UnsupportedMediaType('send JSON')` */
export class UnsupportedMediaType extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(415, detail, options);
  }
}

/** Answers 422. @example `throw new UnprocessableContent('the end is before the start')` */
export class UnprocessableContent extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(422, detail, options);
  }
}

/** Answers 429. @example `throw new TooManyRequests('try again in a minute')` */
export class TooManyRequests extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(429, detail, options);
  }
}

/** Answers 500. @example `throw new InternalServerError('the report could not be made')` */
export class InternalServerError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(500, detail, options);
  }
}

/** Answers 501. @example `throw new NotImplemented('not yet')` */
export class NotImplemented extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(501, detail, options);
  }
}

/** Answers 502. @example `throw new BadGateway('the bank did not answer')` */
export class BadGateway extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(502, detail, options);
  }
}

/** Answers 503. @example `throw new ServiceUnavailable('closed for maintenance')` */
export class ServiceUnavailable extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(503, detail, options);
  }
}

/** Answers 504. @example `throw new GatewayTimeout('the bank took too long')` */
export class GatewayTimeout extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(504, detail, options);
  }
}
