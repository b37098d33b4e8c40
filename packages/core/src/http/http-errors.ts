import { type HttpErrorOptions, ProblemError } from './http-error.js';

/** Answers 400. @example `throw new BadRequest('the cursor is not one of ours')` */
export class BadRequest extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(400, 'Bad Request', detail, options);
  }
}

/** Answers 401. @example `throw new Unauthorized('sign in first')` */
export class Unauthorized extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(401, 'Unauthorized', detail, options);
  }
}

/** Answers 403. @example `throw new Forbidden('only its owner may do this')` */
export class Forbidden extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(403, 'Forbidden', detail, options);
  }
}

/** Answers 404. @example `throw new NotFound('no todo has the id 7')` */
export class NotFound extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(404, 'Not Found', detail, options);
  }
}

/** Answers 405. @example `throw new MethodNotAllowed('use PUT')` */
export class MethodNotAllowed extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(405, 'Method Not Allowed', detail, options);
  }
}

/** Answers 406. @example `throw new NotAcceptable('only JSON is offered')` */
export class NotAcceptable extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(406, 'Not Acceptable', detail, options);
  }
}

/** Answers 409. @example `throw new Conflict('the name is taken')` */
export class Conflict extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(409, 'Conflict', detail, options);
  }
}

/** Answers 410. @example `throw new Gone('it was deleted')` */
export class Gone extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(410, 'Gone', detail, options);
  }
}

/** Answers 412. @example `throw new PreconditionFailed('it has changed since')` */
export class PreconditionFailed extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(412, 'Precondition Failed', detail, options);
  }
}

/** Answers 413. @example `throw new ContentTooLarge('at most 1 MB')` */
export class ContentTooLarge extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(413, 'Content Too Large', detail, options);
  }
}

/** Answers 415. @example `throw new UnsupportedMediaType('send JSON')` */
export class UnsupportedMediaType extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(415, 'Unsupported Media Type', detail, options);
  }
}

/** Answers 422. @example `throw new UnprocessableContent('the end is before the start')` */
export class UnprocessableContent extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(422, 'Unprocessable Content', detail, options);
  }
}

/** Answers 429. @example `throw new TooManyRequests('try again in a minute')` */
export class TooManyRequests extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(429, 'Too Many Requests', detail, options);
  }
}

/** Answers 500. @example `throw new InternalServerError('the report could not be made')` */
export class InternalServerError extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(500, 'Internal Server Error', detail, options);
  }
}

/** Answers 501. @example `throw new NotImplemented('not yet')` */
export class NotImplemented extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(501, 'Not Implemented', detail, options);
  }
}

/** Answers 502. @example `throw new BadGateway('the bank did not answer')` */
export class BadGateway extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(502, 'Bad Gateway', detail, options);
  }
}

/** Answers 503. @example `throw new ServiceUnavailable('closed for maintenance')` */
export class ServiceUnavailable extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(503, 'Service Unavailable', detail, options);
  }
}

/** Answers 504. @example `throw new GatewayTimeout('the bank took too long')` */
export class GatewayTimeout extends ProblemError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(504, 'Gateway Timeout', detail, options);
  }
}
