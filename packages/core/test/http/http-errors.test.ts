import { jest } from '@jest/globals';
import { HttpError } from '../../src/http/http-error.js';
import * as errors from '../../src/http/http-errors.js';
import { TO_REPLY } from '../../src/http/reply.js';
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

  // errors from 500 on are logged
  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('answers its status, with the reason phrase that it is named for', () => {
    const error = new HttpErrorClass();
    expect(error).toBeInstanceOf(HttpError);
    expect(JSON.parse(String(error[TO_REPLY]().body))).toMatchObject({ status, title: STATUS_TITLES[status] });
    expect(STATUS_TITLES[status]?.replaceAll(' ', '')).toBe(name);
  });

  it('passes detail and options on', () => {
    const error = new HttpErrorClass('why', { extensions: { code: 7 }, headers: { 'x-a': 'b' } });
    const { headers, body } = error[TO_REPLY]();
    expect(JSON.parse(String(body))).toMatchObject({ detail: 'why', code: 7 });
    expect(headers).toMatchObject({ 'x-a': 'b' });
  });
});
