import { escapeJson } from './chunk.js';
import { type Source, sourcesOf } from './source.js';

/** The variables that a template has for the sources of what it maps. */
export interface SourceVariables {
  /** Sets them; without a line break, which would be a part of what is sent. */
  readonly prelude: string;
  /** The variable with a source's value as text; of JSON, where it is JSON. */
  readonly textOf: (source: Source) => string;
  /** The variable with what is in the quotes of a JSON text. */
  readonly escapedOf: (source: Source) => string;
}

/** Names the sources in values and reads each once; what is missing is an empty text. */
export function readSources(...values: readonly unknown[]): SourceVariables {
  const sources = [...new Map(sourcesOf(values).map((source) => [keyOf(source), source])).values()].filter(
    ({ $from }) => $from !== 'resource',
  );
  const names = new Map(sources.map((source, index) => [keyOf(source), `${index}`]));
  const indexOf = (source: Source): string => names.get(keyOf(source)) as string;
  return {
    prelude: sources.map((source) => readSource(source, `v${indexOf(source)}`, `j${indexOf(source)}`)).join(''),
    textOf: (source) => `v${indexOf(source)}`,
    escapedOf: (source) => `j${indexOf(source)}`,
  };
}

const keyOf = ({ $from, name, type }: Source): string => JSON.stringify([$from, name, type]);

function readSource(source: Source, text: string, escaped: string): string {
  // the quiet reference in a text makes a text of anything, an empty one of nothing
  const asText = `#set($${text} = "$!${text}")`;
  const asJson = `#set($${escaped} = ${escapeJson(`$${text}`)})`;
  return `${READ[source.$from](text, source)}${asText}${TYPES[source.type](text)}${asJson}`;
}

const set = (variable: string, value: string): string => `#set($${variable} = ${value})`;

const readBody = (variable: string, { name, type }: Source): string => {
  if (type === 'json') return set(variable, `$input.json('${name ?? '$'}')`);
  return set(variable, name === undefined ? '$input.body' : `$input.path('${name}')`);
};

const READ: Readonly<Record<Source['$from'], (variable: string, source: Source) => string>> = {
  path: (variable, { name }) => set(variable, `$input.params().path.get('${name}')`),
  query: (variable, { name }) => set(variable, `$input.params().querystring.get('${name}')`),
  // names come as the caller wrote them
  header: (variable, { name }) =>
    `${set(variable, "''")}#foreach($name in $input.params().header.keySet())#if($name.toLowerCase() == '${name?.toLowerCase()}')${set(variable, '$input.params().header.get($name)')}#end#end`,
  context: (variable, { name }) => set(variable, `$context.${name}`),
  body: readBody,
  reply: readBody,
  // its value is known when the template is written
  resource: () => '',
};

const orNull = (variable: string): string => `#if($${variable} == '')${set(variable, "'null'")}#end`;

/** A JSON number (RFC 8259, section 6). */
const NUMBER = '-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?';

/** What stands in JSON without quotes has to be what it says it is. */
const TYPES: Readonly<Record<Source['type'], (variable: string) => string>> = {
  string: () => '',
  number: (variable) => `#if(!$${variable}.matches('${NUMBER}'))${set(variable, "'null'")}#end`,
  boolean: (variable) => `#if($${variable} != 'true')${set(variable, "'false'")}#end`,
  json: orNull,
  jsonText: orNull,
};
