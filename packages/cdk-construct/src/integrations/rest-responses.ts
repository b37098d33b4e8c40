import type { AwsServiceIntegration } from '@gatewright/core/compiler';
import { write } from '../mapping/chunk.js';
import { jsonChunks } from '../mapping/document.js';
import { each, itemTemplate } from '../mapping/item.js';
import { readSources } from '../mapping/sources.js';
import { answerHeader, type RestResponse } from './rest-integration.js';

/** The answers to what a service replies, by the pattern of its status; errors are problem details (RFC 9457). */
export function restResponses(
  integration: AwsServiceIntegration,
  corsTemplate: string,
): Readonly<Record<string, RestResponse>> {
  const [service] = integration.action.split(':');
  if (service === 's3') return s3Responses(integration, corsTemplate);
  const success = {
    statusCode: `${integration.reply.statusCode ?? 200}`,
    ...TEXT,
    responseTemplates: { 'application/json': `${corsTemplate}${successTemplate(integration)}` },
  };
  const isForm = !integration.general && (service === 'sqs' || service === 'sns');
  if (!isForm)
    return {
      default: success,
      '4\\d{2}': problem(500, `${corsTemplate}${faultTemplate}`, true),
      '5\\d{2}': problem(502, corsTemplate),
    };
  return {
    default: success,
    // what is sent is refused with 400, all else is the gateway's own mistake
    '400': problem(400, corsTemplate),
    '4(0[1-9]|[1-9]\\d)': problem(500, corsTemplate),
    '5\\d{2}': problem(502, corsTemplate),
  };
}

const TEXT = { contentHandling: 'CONVERT_TO_TEXT' } as const;

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  409: 'Conflict',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

const problemText = (status: number): string => JSON.stringify({ title: TITLES[status], status });

/** An answer with a problem; a template that is complete writes its own. */
const problem = (status: number, template: string, isComplete = false): RestResponse => ({
  statusCode: `${status}`,
  ...TEXT,
  responseParameters: { [answerHeader('Content-Type')]: "'application/problem+json'" },
  responseTemplates: { 'application/json': isComplete ? template : `${template}${problemText(status)}` },
});

/** Parts of the names of errors that JSON services give, and the status of each; what is unknown is no fault of the caller. */
const FAULTS: readonly (readonly [status: number, names: readonly string[]])[] = [
  [400, ['Validation', 'Serialization', 'InvalidExecutionInput', 'InvalidName', 'InvalidArgument', 'InvalidParameter']],
  [409, ['ConditionalCheckFailed', 'AlreadyExists', 'TransactionConflict']],
  [503, ['Throttl', 'ThroughputExceeded', 'LimitExceeded']],
];

const overrideStatus = (status: number): string => `#set($context.responseOverride.status = ${status})`;

const overrideProblem = (status: number): string =>
  `${overrideStatus(status)}#set($context.responseOverride.header.Content-Type = "application/problem+json")${problemText(status)}`;

const faultTemplate: string = [
  `#set($fault = $input.path('$.__type'))#set($fault = "$!fault")`,
  ...FAULTS.map(([status, names], index) => {
    const isOne = names.map((name) => `$fault.contains('${name}')`).join(' || ');
    return `#${index === 0 ? 'if' : 'elseif'}(${isOne})${overrideStatus(status)}${problemText(status)}`;
  }),
  `#{else}${problemText(500)}#end`,
].join('');

/** The answer to a call that succeeded; some replies tell of a failure all the same. */
function successTemplate({ action, reply: { item, body } }: AwsServiceIntegration): string {
  if (item !== undefined && action === 'dynamodb:Query')
    return `#set($items = $input.path('$.Items'))${each('$items', '$item', itemTemplate('$item', item))}`;
  if (item !== undefined)
    return `#set($item = $input.path('$.Item'))#set($text = "$!item")#if($text == '')${overrideProblem(404)}#{else}${itemTemplate('$item', item)}#end`;
  const variables = readSources(body);
  const answer = body === undefined ? '' : `${variables.prelude}${write(jsonChunks(body, { variables }))}`;
  const failed = FAILED[action];
  return failed === undefined ? answer : `${failed}${overrideProblem(502)}#{else}${answer}#end`;
}

/** How replies with a status of success tell that nothing was done. */
const FAILED: Readonly<Record<string, string>> = {
  'events:PutEvents': `#set($failed = $input.path('$.FailedEntryCount'))#if("$!failed" != '0')`,
  'states:StartSyncExecution': `#set($state = $input.path('$.status'))#if("$!state" != 'SUCCEEDED')`,
};

/** A role that may not list a bucket is told 403 where there is no object; S3's errors are XML and stay inside. */
function s3Responses({ action }: AwsServiceIntegration, corsTemplate: string): Record<string, RestResponse> {
  const errors = {
    '4(0[0-25-9]|[1-9]\\d)': problem(500, corsTemplate),
    '5\\d{2}': problem(502, corsTemplate),
  };
  if (action === 's3:PutObject')
    return {
      default: { statusCode: '204', ...TEXT, responseTemplates: { 'application/json': corsTemplate } },
      '40[34]': problem(500, corsTemplate),
      ...errors,
    };
  const headers = ['Cache-Control', 'Content-Type', 'ETag', 'Last-Modified'].map((name) => [
    answerHeader(name),
    `integration.response.header.${name}`,
  ]);
  return {
    // without a template the object is passed on as it is
    default: { statusCode: '200', responseParameters: Object.fromEntries(headers) },
    '40[34]': problem(404, corsTemplate),
    ...errors,
  };
}
