import type { Mapped } from '@gatewright/core/compiler';
import { isSource, type Source, sourcesOf } from './source.js';

/**
 * A value as an HTTP API's parameter mapping; undefined where that cannot say it. One mapping is one value or one text, and a dollar sign
 * would begin a variable. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
 */
export function httpMapping(
  value: Mapped,
  resource?: { readonly arn: string; readonly name: string },
): string | undefined {
  if (isSource(value)) {
    const { $from: place, name = '' } = value;
    if (place === 'resource') return name === 'arn' ? (resource?.arn ?? '') : (resource?.name ?? '');
    return PLACES[place](name);
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return sourcesOf(value).length > 0 || text.includes('$') ? undefined : text;
}

const PLACES: Readonly<Record<Exclude<Source['$from'], 'resource'>, (name: string) => string>> = {
  path: (name) => `$request.path.${name}`,
  query: (name) => `$request.querystring.${name}`,
  header: (name) => `$request.header.${name}`,
  body: (name) => `$request.body${name.slice(1)}`,
  context: (name) => `$context.${name}`,
  // only what is answered is made of replies
  reply: () => '',
};
