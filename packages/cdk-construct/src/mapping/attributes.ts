import type { Mapped, RequestSource } from '@gatewright/core/compiler';
import { type Chunk, jsonLiteral } from './chunk.js';
import { type DocumentOptions, enclose, resourceOf } from './document.js';
import { isSource } from './source.js';

/** DynamoDB's attribute values by the type of a source: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html */
const ATTRIBUTE_TYPES = { string: 'S', number: 'N', boolean: 'BOOL' } as const;

/** Attributes by name. */
export const attributesChunks = (attributes: Readonly<Record<string, Mapped>>, options: DocumentOptions): Chunk[] =>
  enclose(
    '{}',
    Object.entries(attributes).map(([name, value]) => [`${jsonLiteral(name)}:`, ...attributeChunks(value, options)]),
  );

function attributeChunks(value: Mapped, options: DocumentOptions): Chunk[] {
  if (isSource(value)) return sourceAttribute(value, options);
  if (value === null) return ['{"NULL":true}'];
  if (typeof value === 'string') return [`{"S":${jsonLiteral(value)}}`];
  if (typeof value === 'number') return [`{"N":"${value}"}`];
  if (typeof value === 'boolean') return [`{"BOOL":${value}}`];
  if (Array.isArray(value))
    return [
      '{"L":',
      ...enclose(
        '[]',
        (value as Mapped[]).map((item) => attributeChunks(item, options)),
      ),
      '}',
    ];
  return ['{"M":', ...attributesChunks(value as Readonly<Record<string, Mapped>>, options), '}'];
}

function sourceAttribute(source: RequestSource, options: DocumentOptions): Chunk[] {
  if (source.$from === 'resource') return ['{"S":"', resourceOf(source, options), '"}'];
  const { variables } = options;
  // JSON, which would need to be read to know its types, is refused while it is planned
  const type = ATTRIBUTE_TYPES[source.type as keyof typeof ATTRIBUTE_TYPES];
  if (type === 'BOOL') return ['{"BOOL":', { variable: variables.textOf(source) }, '}'];
  return [`{"${type}":"`, { variable: variables.escapedOf(source) }, '"}'];
}
