import type { Problem } from '../errors/definition-error.js';
import type { LambdaOptions, Packaging } from './manifest.js';
import type { MethodReading } from './reading.js';

type Refusal = Pick<Problem, 'code' | 'message'>;

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const LOG_RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** What each `@Lambda` option may be; ranges are Lambda's (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). */
const LAMBDA_OPTIONS: Readonly<
  Record<keyof LambdaOptions, { readonly expected: string; allows(value: unknown): boolean }>
> = {
  memorySize: wholeNumber(128, 10240, 'MB'),
  timeout: wholeNumber(1, 900, 'seconds'),
  ephemeralStorageSize: wholeNumber(512, 10240, 'MB'),
  reservedConcurrentExecutions: wholeNumber(0, 1_000_000, 'executions'),
  provisionedConcurrentExecutions: wholeNumber(1, 1_000_000, 'executions'),
  architecture: oneOf(['arm64', 'x86_64']),
  logLevel: oneOf(['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL']),
  logRetentionDays: oneOf(LOG_RETENTION_DAYS),
  tracing: oneOf([true, false]),
  description: {
    expected: 'a string of at most 256 characters',
    allows: (value) => typeof value === 'string' && value.length <= 256,
  },
  environment: { expected: 'an object of strings', allows: isStrings },
};

function wholeNumber(minimum: number, maximum: number, unit: string) {
  return {
    expected: `a whole number of ${unit} from ${minimum} to ${maximum}`,
    allows: (value: unknown) => Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum,
  };
}

function oneOf(values: readonly unknown[]) {
  const names = values.map((value) => (typeof value === 'string' ? `'${value}'` : String(value)));
  return {
    expected: `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`,
    allows: (value: unknown) => values.includes(value),
  };
}

function isStrings(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((entry) => typeof entry === 'string')
  );
}

/** Prints a value for a message; JSON has neither NaN nor bigint. */
function print(value: unknown): string {
  if (typeof value !== 'object' && typeof value !== 'string') return String(value);
  return JSON.stringify(value, (_, entry: unknown) => (typeof entry === 'bigint' ? String(entry) : entry));
}

/** Refuses options that Lambda would refuse at deployment. */
export function checkLambda(options: LambdaOptions | undefined): Refusal[] {
  return Object.entries(options ?? {}).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const option = Object.hasOwn(LAMBDA_OPTIONS, name) ? LAMBDA_OPTIONS[name as keyof LambdaOptions] : undefined;
    if (option === undefined) {
      const known = Object.keys(LAMBDA_OPTIONS).sort().join(', ');
      return [
        { code: 'LAMBDA_OPTION_INVALID' as const, message: `@Lambda has no option "${name}"; use one of ${known}` },
      ];
    }
    if (option.allows(value)) return [];
    return [
      {
        code: 'LAMBDA_OPTION_INVALID' as const,
        message: `@Lambda's ${name} is ${print(value)}; give ${option.expected}`,
      },
    ];
  });
}

export const PACKAGINGS: readonly Packaging[] = ['route', 'controller', 'app'];

/** Refuses a packaging that is none. */
export const checkPackaging = (packaging: unknown): Refusal[] =>
  packaging === undefined || PACKAGINGS.includes(packaging as Packaging)
    ? []
    : [
        {
          code: 'PACKAGING_INVALID',
          message: `@Packaging was given ${print(packaging)}; give 'route', 'controller' or 'app'`,
        },
      ];

/** A header name is a token (RFC 9110, 5.6.2). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
/** A header value has no control characters but the tab (RFC 9110, 5.5). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/** Refuses a status or header that no HTTP response can have. */
export function checkResponse({ statusCode, headers }: MethodReading): Refusal[] {
  const problems: Refusal[] = [];
  if (
    statusCode !== undefined &&
    !(Number.isInteger(statusCode) && (statusCode as number) >= 200 && (statusCode as number) <= 599)
  )
    problems.push({
      code: 'HTTP_CODE_INVALID',
      message: `@HttpCode(${print(statusCode)}) is not a status; give a whole number from 200 to 599`,
    });
  for (const [name, value] of headers) {
    if (typeof name !== 'string' || !TOKEN.test(name))
      problems.push({
        code: 'HEADER_INVALID',
        message: `@Header(${print(name)}, ...) is not a header name; use letters, digits and hyphens`,
      });
    else if (name.toLowerCase() === 'set-cookie')
      problems.push({
        code: 'HEADER_INVALID',
        message: `@Header(${print(name)}, ...) sends everybody one cookie, as it is written; return reply(status, body, { 'set-cookie': cookie(name, value) })`,
      });
    else if (typeof value !== 'string' || CONTROL.test(value))
      problems.push({
        code: 'HEADER_INVALID',
        message: `@Header('${name}', ${print(value)}) has no valid value; give a string without line breaks or control characters`,
      });
  }
  return problems;
}
