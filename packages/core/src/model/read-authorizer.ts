import type { DecoratorRecord } from '../metadata/record.js';
import type { AuthorizerReading } from './reading.js';

/** A name is part of ids and of names that AWS allows. */
const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** The longest time that API Gateway keeps an answer. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const LONGEST = 3600;

/** Reads what `@Authorizer` says among the records of a method; undefined where there is none. */
export function readAuthorizer(member: string, records: readonly DecoratorRecord[]): AuthorizerReading | undefined {
  const found = records.find(({ decorator }) => decorator === 'Authorizer');
  if (found === undefined) return undefined;
  const [name = member, options = {}] = found.arguments;
  const { cacheFor = 0, ...others } = (options ?? {}) as { readonly cacheFor?: unknown };
  const refused: string[] = [];
  if (typeof name !== 'string' || !NAME.test(name) || name === 'iam')
    refused.push(
      `@Authorizer has ${JSON.stringify(name)} as its name; write @Authorizer('users'), with letters, digits, - and _; iam stands for AWS credentials`,
    );
  const isTime = Number.isInteger(cacheFor) && (cacheFor as number) >= 0 && (cacheFor as number) <= LONGEST;
  if (!isTime || Object.keys(others).length > 0)
    refused.push(
      `@Authorizer was given other options than it has; write @Authorizer('users', { cacheFor: 300 }), whole seconds up to ${LONGEST}`,
    );
  return { name: String(name), cacheFor: isTime ? (cacheFor as number) : 0, refused };
}
