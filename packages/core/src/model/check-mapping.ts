import { isSource, type ReplySource, type RequestSource, sourcesOf } from './integration.js';
import type { PathTemplate } from './path-template.js';

/** What a mapping may take values from. */
export interface MappingScope {
  readonly template: PathTemplate;
  readonly places: readonly (RequestSource | ReplySource)['$from'][];
}

/** Refuses what is no JSON with sources in it, and sources of what is not there. */
export const checkMapping = (value: unknown, scope: MappingScope): string[] => [
  ...(isPlain(value)
    ? []
    : ['has a value that is no JSON; give texts, numbers, arrays, objects, or fromBody() and its like']),
  ...sourcesOf(value).flatMap((source) => checkSource(source, scope)),
];

/** Whether JSON can hold a value. */
export function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== 'object') return false;
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
}

/** `$.a.b[0].c`: what HTTP and REST APIs both read. */
const JSON_PATH = /^\$((\.[A-Za-z_]\w*)|(\[\d+\]))*$/;
const NAME = /^[\w.-]+$/;
const TYPES = ['string', 'number', 'boolean', 'json', 'jsonText'];
/** Types of what is JSON already, and where it is. */
const JSON_PLACES: Readonly<Record<string, readonly string[]>> = { json: ['body', 'reply'], jsonText: ['reply'] };

/** What stands in a mapping is code to the gateway, so that nothing but names gets there. */
function checkSource(source: RequestSource | ReplySource, { template, places }: MappingScope): string[] {
  const { $from: place, name, type } = source;
  const call = `from${place[0]?.toUpperCase()}${place.slice(1)}(${JSON.stringify(name) ?? ''})`;
  if (!isSource(source) || !places.includes(place))
    return [`has ${call} where it has no value; ${USES[places[0] === 'reply' ? 'reply' : 'request']}`];
  const problems = [
    TYPES.includes(type) ? undefined : `has ${call} of the type ${JSON.stringify(type)}; use ${TYPES.join(', ')}`,
    JSON_PLACES[type]?.includes(place) === false
      ? `has ${call} as JSON, which only a body holds; use string`
      : undefined,
    CHECKS[place](name, template) ? undefined : `has ${call}, ${EXPECTED[place]}`,
  ];
  return problems.filter((problem) => problem !== undefined);
}

const USES = {
  request: 'take it from the request, with fromBody() and its like',
  reply: 'take it from the reply, with fromReply()',
};

const isName = (name: string | undefined): boolean => name !== undefined && NAME.test(name);

const CHECKS: Readonly<
  Record<(RequestSource | ReplySource)['$from'], (name: string | undefined, template: PathTemplate) => boolean>
> = {
  path: (name, { parameters }) => name !== undefined && parameters.includes(name),
  query: isName,
  header: isName,
  context: isName,
  body: (name) => name === undefined || JSON_PATH.test(name),
  reply: (name) => name !== undefined && JSON_PATH.test(name),
  resource: (name) => name === 'arn' || name === 'name',
};

const EXPECTED: Readonly<Record<(RequestSource | ReplySource)['$from'], string>> = {
  path: "which is not in the route's path; add it there",
  query: 'which is no name; use letters, digits, hyphens, dots',
  header: 'which is no name; use letters, digits, hyphens',
  context: 'which is no variable; write it like requestId',
  body: 'which is no JSON path; write it like $.a.b or $.items[0].id',
  reply: 'which is no JSON path; write it like $.a.b or $.items[0].id',
  resource: "which is none of its attributes; use 'arn' or 'name'",
};
