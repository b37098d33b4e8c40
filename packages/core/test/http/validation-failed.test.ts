import { TO_REPLY } from '../../src/http/reply.js';
import { invalid, refuse, ValidationFailed } from '../../src/http/validation-failed.js';

const failures = [
  { in: 'query', path: 'limit', message: 'limit must be a number', constraint: 'number' },
  { in: 'body', path: 'address.city', message: 'city must be a string', constraint: 'isString' },
] as const;

describe('ValidationFailed', () => {
  it('answers 400 with every failure', () => {
    const error = new ValidationFailed(failures);
    expect(error.failures).toBe(failures);
    expect(JSON.parse(String(error[TO_REPLY]().body))).toEqual({
      title: 'Bad Request',
      status: 400,
      detail: 'The request is not valid.',
      errors: failures,
    });
  });
});

describe('refuse', () => {
  it('throws all failures in one error, and nothing where there is none', () => {
    expect(() => refuse(failures)).toThrow(expect.objectContaining({ status: 400, failures }));
    expect(() => refuse([])).not.toThrow();
  });
});

describe('invalid', () => {
  it('is what the error is answered with, byte for byte', () => {
    const many = Array.from({ length: 101 }, () => failures[0]);
    expect(invalid(failures)).toEqual(new ValidationFailed(failures)[TO_REPLY]());
    expect(invalid(many)).toEqual(new ValidationFailed(many.slice(0, 100))[TO_REPLY]());
    expect(invalid(failures, 1)).toEqual(new ValidationFailed(failures.slice(0, 1))[TO_REPLY]());
  });

  it('says what is to be escaped, and what is no text, as JSON does', () => {
    const texts = ['"', '\\', '\n', '\0', '\x7f', 'é', '\u2028', '😀', '\ud800', '~ !#[]', '', undefined, null, 7, {}];
    for (const text of texts)
      for (const member of ['path', 'message', 'constraint']) {
        if (typeof text !== 'string' && member !== 'message') continue;
        const odd = [{ ...failures[0], [member]: text }];
        expect(invalid(odd)).toEqual(new ValidationFailed(odd)[TO_REPLY]());
      }
  });
});
