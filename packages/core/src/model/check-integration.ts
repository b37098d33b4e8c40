import type { Problem } from '../errors/definition-error.js';
import { checkMapping, isPlain } from './check-mapping.js';
import type { AwsServiceIntegration, DirectIntegration, HttpProxyIntegration, MockIntegration } from './integration.js';
import type { PathTemplate } from './path-template.js';
import type { IntegrationReading, MethodReading } from './reading.js';
import type { MethodFact } from './source-facts.js';

type Refusal = Pick<Problem, 'code' | 'message'>;

/** Refuses an integration that the gateway could not carry out, and what stands beside it without an effect. */
export function checkIntegration(method: MethodReading, template: PathTemplate, fact?: MethodFact): Refusal[] {
  const [first, second] = method.integrations ?? [];
  if (first === undefined) return [];
  if (second !== undefined)
    return [
      {
        code: 'INTEGRATION_REPEATED',
        message: `has @${first.decorator} and @${second.decorator}; keep one, and give the other a route of its own`,
      },
    ];
  const invalid = KINDS[first.integration.type](first.integration as never, template);
  return [
    ...invalid.map((message) => ({ code: 'INTEGRATION_INVALID' as const, message: `@${first.decorator} ${message}` })),
    ...checkMethod(first, method, fact),
  ];
}

/** The method is a declaration only. */
function checkMethod({ decorator, beside }: IntegrationReading, method: MethodReading, fact?: MethodFact): Refusal[] {
  const refused = (message: string): Refusal => ({ code: 'INTEGRATION_NOT_RUN', message });
  const isRun = method.parameters.length > 0 || method.arity > 0;
  return [
    ...(fact !== undefined && !fact.isEmpty
      ? [
          refused(
            `has code, which is never run because of @${decorator}; write an empty body {}, or remove @${decorator}`,
          ),
        ]
      : []),
    ...(isRun
      ? [
          refused(
            `has parameters, which nothing is passed to because of @${decorator}; take values with fromPath() and its like`,
          ),
        ]
      : []),
    ...beside.map((other) =>
      refused(
        `has @${other}, which has no effect because @${decorator} answers without a function; remove one of them`,
      ),
    ),
  ];
}

const KINDS: {
  readonly [TType in DirectIntegration['type']]: (
    integration: Extract<DirectIntegration, { readonly type: TType }>,
    template: PathTemplate,
  ) => string[];
} = { 'http-proxy': checkProxy, mock: checkMock, 'aws-service': checkService };

function checkProxy({ target, headers }: HttpProxyIntegration, template: PathTemplate): string[] {
  const path = target.url ?? target.path;
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name as string);
  const unknown = names.filter((name) => !template.parameters.includes(name));
  return [
    ...(target.url === undefined || /^https?:\/\/[^/{}]+(\/|$)/.test(target.url)
      ? []
      : [`was given the address ${JSON.stringify(target.url)}; write it like https://host/path/{id}`]),
    ...(target.url === undefined && path !== '' && !path.startsWith('/')
      ? [`was given the path ${JSON.stringify(path)}; begin it with a slash`]
      : []),
    ...unknown.map((name) => `has {${name}} in its address, which is not in the route's path; add it there`),
    ...checkHeaders(headers),
    ...checkMapping(headers, { template, places: REQUEST }),
  ];
}

function checkMock({ statusCode, headers, body }: MockIntegration): string[] {
  return [
    ...checkStatus(statusCode),
    ...checkHeaders(headers),
    ...(body === undefined || isPlain(body)
      ? []
      : ['has a body that is no JSON; give texts, numbers, arrays, objects']),
  ];
}

function checkService(
  { action, resource, parameters, reply }: AwsServiceIntegration,
  template: PathTemplate,
): string[] {
  return [
    ...(/^[a-z][a-z\d-]*:[A-Za-z]+$/.test(action)
      ? []
      : [`was given the action ${JSON.stringify(action)}; write it like dynamodb and UpdateItem`]),
    ...(typeof resource === 'string' && resource !== ''
      ? []
      : ["names no resource; give the name that the construct's resources have for it"]),
    ...checkStatus(reply.statusCode ?? 200),
    ...(/^[\w!.*()/-]*$/.test(typeof parameters.Prefix === 'string' ? parameters.Prefix : '')
      ? []
      : [`has the prefix ${JSON.stringify(parameters.Prefix)}; use letters, digits, slashes, hyphens`]),
    ...checkMapping(parameters, { template, places: REQUEST }),
    ...checkMapping(reply.body ?? null, { template, places: REPLY }),
    ...attributesOf(reply.item ?? {})
      .filter((name) => !/^[A-Za-z_]\w*$/.test(name))
      .map(
        (name) =>
          `returns the attribute ${JSON.stringify(name)}, which a mapping template cannot name; use a Lambda function`,
      ),
  ];
}

const REQUEST = ['path', 'query', 'header', 'body', 'context', 'resource'] as const;
const REPLY = ['reply'] as const;

const checkStatus = (status: number): string[] =>
  Number.isInteger(status) && status >= 200 && status <= 599
    ? []
    : [`has the status ${String(status)}; give a whole number from 200 to 599`];

/** A header name is a token (RFC 9110, 5.6.2); a static value stands in quotes where the gateway takes it. */
const checkHeaders = (headers: HttpProxyIntegration['headers']): string[] =>
  Object.entries(headers).flatMap(([name, value]) => [
    ...(/^[\w-]+$/.test(name) ? [] : [`has the header ${JSON.stringify(name)}; use letters, digits and hyphens`]),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    ...(typeof value === 'string' && /['$\u0000-\u001f\u007f-\uffff]/.test(value)
      ? [
          `has the header ${name} with the value ${JSON.stringify(value)}; leave out quotes, dollar signs, control and non-ASCII characters`,
        ]
      : []),
  ]);

function attributesOf(shape: unknown): string[] {
  if (Array.isArray(shape)) return shape.flatMap(attributesOf);
  if (typeof shape !== 'object' || shape === null) return [];
  return Object.entries(shape).flatMap(([name, inner]) => [name, ...attributesOf(inner)]);
}
