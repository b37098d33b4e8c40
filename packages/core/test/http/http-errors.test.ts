import { HttpError } from '../../src/http/http-error.js';
import * as errors from '../../src/http/http-errors.js';
import { PROBLEM } from '../../src/http/problem.js';
import { STATUS_TITLES } from '../../src/http/status-title.js';

const STATUSES: Readonly<Record<keyof typeof errors, number>> = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  Conflict: 409,
  Gone: 410,
  PreconditionFailed: 412,
  ContentTooLarge: 413,
  UnsupportedMediaType: 415,
  UnprocessableContent: 422,
  TooManyRequests: 429,
  InternalServerError: 500,
  NotImplemented: 501,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
};

describe.each(Object.entries(errors))('%s', (name, HttpErrorClass) => {
  const status = STATUSES[name as keyof typeof errors];

  it('answers its status, with the reason phrase that it is named for', () => {
    const error = new HttpErrorClass();
    expect(error).toBeInstanceOf(HttpError);
    expect(error[PROBLEM].details).toMatchObject({ status, title: STATUS_TITLES[status] });
    expect(STATUS_TITLES[status]?.replaceAll(' ', '')).toBe(name);
  });

  it('passes detail and options on', () => {
    const error = new HttpErrorClass('why', { extensions: { code: 7 }, headers: { 'x-a': 'b' } });
    expect(error[PROBLEM]).toMatchObject({ details: { detail: 'why', code: 7 }, headers: { 'x-a': 'b' } });
  });
});
