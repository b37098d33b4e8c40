import { checkLambda, checkResponse } from '../../src/model/check-options.js';
import type { LambdaOptions } from '../../src/model/manifest.js';

const messagesOf = (options: object) => checkLambda(options as LambdaOptions).map(({ message }) => message);

describe('checkLambda', () => {
  it('accepts what Lambda accepts, to the ends of each range', () => {
    expect(checkLambda(undefined)).toEqual([]);
    expect(
      checkLambda({
        memorySize: 128,
        timeout: 1,
        ephemeralStorageSize: 512,
        reservedConcurrentExecutions: 0,
        architecture: 'arm64',
        description: '',
        environment: {},
      }),
    ).toEqual([]);
    expect(
      checkLambda({
        memorySize: 10240,
        timeout: 900,
        ephemeralStorageSize: 10240,
        reservedConcurrentExecutions: 1_000_000,
        provisionedConcurrentExecutions: 1,
        logLevel: 'WARN',
        logRetentionDays: 90,
        tracing: false,
        architecture: 'x86_64',
        description: 'x'.repeat(256),
        environment: { A: '', B: 'b' },
      }),
    ).toEqual([]);
  });

  it('takes undefined for not given', () => {
    expect(messagesOf({ timeout: undefined, unknown: undefined })).toEqual([]);
  });

  it.each([
    [{ memorySize: 127 }, "@Lambda's memorySize is 127; give a whole number of MB from 128 to 10240"],
    [{ memorySize: 10241 }, "@Lambda's memorySize is 10241; give a whole number of MB from 128 to 10240"],
    [{ memorySize: 128.5 }, "@Lambda's memorySize is 128.5; give a whole number of MB from 128 to 10240"],
    [{ memorySize: '512' }, '@Lambda\'s memorySize is "512"; give a whole number of MB from 128 to 10240'],
    [{ memorySize: 512n }, "@Lambda's memorySize is 512; give a whole number of MB from 128 to 10240"],
    [{ timeout: 0 }, "@Lambda's timeout is 0; give a whole number of seconds from 1 to 900"],
    [{ timeout: Number.NaN }, "@Lambda's timeout is NaN; give a whole number of seconds from 1 to 900"],
    [
      { ephemeralStorageSize: 511 },
      "@Lambda's ephemeralStorageSize is 511; give a whole number of MB from 512 to 10240",
    ],
    [
      { reservedConcurrentExecutions: -1 },
      "@Lambda's reservedConcurrentExecutions is -1; give a whole number of executions from 0 to 1000000",
    ],
    [{ architecture: 'arm' }, "@Lambda's architecture is \"arm\"; give 'arm64' or 'x86_64'"],
    [
      { provisionedConcurrentExecutions: 0 },
      "@Lambda's provisionedConcurrentExecutions is 0; give a whole number of executions from 1 to 1000000",
    ],
    [
      { logLevel: 'debug' },
      "@Lambda's logLevel is \"debug\"; give 'TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR' or 'FATAL'",
    ],
    [{ logRetentionDays: 8 }, expect.stringContaining('logRetentionDays is 8; give 1, 3, 5, 7, 14,')],
    [{ tracing: 'on' }, '@Lambda\'s tracing is "on"; give true or false'],
    [{ description: 5 }, "@Lambda's description is 5; give a string of at most 256 characters"],
    [{ environment: null }, "@Lambda's environment is null; give an object of strings"],
    [{ environment: 'A=1' }, '@Lambda\'s environment is "A=1"; give an object of strings'],
    [{ environment: ['A'] }, '@Lambda\'s environment is ["A"]; give an object of strings'],
    [{ environment: { A: 1n } }, '@Lambda\'s environment is {"A":"1"}; give an object of strings'],
    [{ environment: { A: 1 } }, '@Lambda\'s environment is {"A":1}; give an object of strings'],
  ])('refuses %p', (options, message) => {
    expect(checkLambda(options as unknown as LambdaOptions)).toEqual([{ code: 'LAMBDA_OPTION_INVALID', message }]);
  });

  it.each(['memory', 'constructor', '__proto__'])('refuses the unknown option %s', (name) => {
    expect(messagesOf(Object.fromEntries([[name, 1]]))).toEqual([
      `@Lambda has no option "${name}"; use one of architecture, description, environment, ephemeralStorageSize, logLevel, logRetentionDays, memorySize, provisionedConcurrentExecutions, reservedConcurrentExecutions, timeout, tracing`,
    ]);
  });

  it('refuses a description that is too long', () => {
    expect(messagesOf({ description: 'x'.repeat(257) })).toHaveLength(1);
  });

  it('refuses all at once', () => {
    expect(messagesOf({ timeout: 0, memorySize: 1, nonsense: 1 })).toHaveLength(3);
  });
});

describe('checkResponse', () => {
  const base = {
    name: 'list',
    declaredBy: 'A',
    arity: 0,
    routes: [],
    parameters: [],
    around: { layers: [], catches: [], refused: [] },
  };
  const check = (statusCode: unknown, headers: readonly (readonly [unknown, unknown])[] = []) =>
    checkResponse({ ...base, statusCode, headers });

  it.each([undefined, 200, 204, 404, 599])('accepts the status %p', (status) => {
    expect(check(status)).toEqual([]);
  });

  it.each([
    [199, '@HttpCode(199) is not a status; give a whole number from 200 to 599'],
    [600, '@HttpCode(600) is not a status; give a whole number from 200 to 599'],
    [200.5, '@HttpCode(200.5) is not a status; give a whole number from 200 to 599'],
    ['201', '@HttpCode("201") is not a status; give a whole number from 200 to 599'],
    [null, '@HttpCode(null) is not a status; give a whole number from 200 to 599'],
    [Number.NaN, '@HttpCode(NaN) is not a status; give a whole number from 200 to 599'],
    [201n, '@HttpCode(201) is not a status; give a whole number from 200 to 599'],
  ])('refuses the status %p', (status, message) => {
    expect(check(status)).toEqual([{ code: 'HTTP_CODE_INVALID', message }]);
  });

  it.each([
    ['cache-control', 'no-store'],
    ["x!#$%&'*+.^_`|~-9", ''],
    ['x-tab', 'a\tb'],
    ['x-text', 'é, "quoted"; ok'],
  ])('accepts the header %j: %j', (name, value) => {
    expect(check(200, [[name, value]])).toEqual([]);
  });

  it.each<[unknown, unknown, string]>([
    ['', 'v', '@Header("", ...) is not a header name; use letters, digits and hyphens'],
    ['x y', 'v', '@Header("x y", ...) is not a header name; use letters, digits and hyphens'],
    ['x:', 'v', '@Header("x:", ...) is not a header name; use letters, digits and hyphens'],
    ['x\r\ny', 'v', '@Header("x\\r\\ny", ...) is not a header name; use letters, digits and hyphens'],
    ['é', 'v', '@Header("é", ...) is not a header name; use letters, digits and hyphens'],
    [5, 'v', '@Header(5, ...) is not a header name; use letters, digits and hyphens'],
    [undefined, 'v', '@Header(undefined, ...) is not a header name; use letters, digits and hyphens'],
    [
      'x',
      'a\r\nset-cookie: b',
      '@Header(\'x\', "a\\r\\nset-cookie: b") has no valid value; give a string without line breaks or control characters',
    ],
    [
      'x',
      'a\nb',
      '@Header(\'x\', "a\\nb") has no valid value; give a string without line breaks or control characters',
    ],
    [
      'x',
      'a\u0000',
      '@Header(\'x\', "a\\u0000") has no valid value; give a string without line breaks or control characters',
    ],
    [
      'x',
      'a\u007f',
      '@Header(\'x\', "a\u007f") has no valid value; give a string without line breaks or control characters',
    ],
    [
      'Set-Cookie',
      'a=1',
      `@Header("Set-Cookie", ...) sends everybody one cookie, as it is written; return reply(status, body, { 'set-cookie': cookie(name, value) })`,
    ],
    ['x', 5, "@Header('x', 5) has no valid value; give a string without line breaks or control characters"],
    [
      'x',
      undefined,
      "@Header('x', undefined) has no valid value; give a string without line breaks or control characters",
    ],
  ])('refuses the header %j: %j', (name, value, message) => {
    expect(check(200, [[name, value]])).toEqual([{ code: 'HEADER_INVALID', message }]);
  });

  it('refuses all at once', () => {
    expect(
      check(0, [
        ['', ''],
        ['x', '\n'],
      ]).map(({ code }) => code),
    ).toEqual(['HTTP_CODE_INVALID', 'HEADER_INVALID', 'HEADER_INVALID']);
  });
});
