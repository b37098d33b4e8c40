import type { Mapped } from '@gatewright/core/compiler';
import { type Chunk, jsonLiteral } from './chunk.js';
import { isSource, type Source } from './source.js';
import type { SourceVariables } from './sources.js';

/** What documents are written with. */
export interface DocumentOptions {
  readonly variables: SourceVariables;
  /** ARN and name of the resource. */
  readonly resource?: { readonly arn: string; readonly name: string };
}

/** A value as JSON. */
export function jsonChunks(value: Mapped<Source>, options: DocumentOptions): Chunk[] {
  if (isSource(value)) return sourceChunks(value, options);
  if (typeof value !== 'object' || value === null) return [jsonLiteral(value)];
  if (Array.isArray(value))
    return enclose(
      '[]',
      (value as Mapped<Source>[]).map((item) => jsonChunks(item, options)),
    );
  const members = Object.entries(value as Record<string, Mapped<Source>>);
  return enclose(
    '{}',
    members.map(([name, member]) => [`${jsonLiteral(name)}:`, ...jsonChunks(member, options)]),
  );
}

/** A value as text: a text or a source as it is, all else as JSON. */
export function textChunks(value: Mapped<Source>, options: DocumentOptions): Chunk[] {
  if (typeof value === 'string') return [value];
  if (!isSource(value)) return jsonChunks(value, options);
  return value.$from === 'resource' ? [resourceOf(value, options)] : [{ variable: options.variables.textOf(value) }];
}

/** Puts chunks between brackets, with commas. */
export const enclose = ([open, close]: string, items: readonly (readonly Chunk[])[]): Chunk[] => [
  open as string,
  ...items.flatMap((item, index) => (index === 0 ? item : [',', ...item])),
  close as string,
];

function sourceChunks(source: Source, options: DocumentOptions): Chunk[] {
  if (source.$from === 'resource') return ['"', resourceOf(source, options), '"'];
  return source.type === 'string'
    ? ['"', { variable: options.variables.escapedOf(source) }, '"']
    : [{ variable: options.variables.textOf(source) }];
}

/** The ARN or the name of the resource. */
export const resourceOf = ({ name }: Source, { resource }: DocumentOptions): Chunk => ({
  resource: (name === 'arn' ? resource?.arn : resource?.name) ?? '',
});
