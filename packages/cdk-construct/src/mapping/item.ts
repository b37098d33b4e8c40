import type { AttributeShape, ItemShape } from '@gatewright/core/compiler';
import { escapeJson, jsonLiteral } from './chunk.js';

/** A template that answers an item of DynamoDB's as plain JSON; what it has not, or has as another type, is null. */
export const itemTemplate = (reference: string, shape: ItemShape, depth = 0): string => {
  const members = Object.entries(shape).map(
    ([name, attribute]) => `${jsonLiteral(name)}:${attributeTemplate(`${reference}.${name}`, attribute, depth)}`,
  );
  return `{${members.join(',')}}`;
};

function attributeTemplate(reference: string, shape: AttributeShape, depth: number): string {
  const [type, value] = valueTemplate(reference, shape, depth);
  return `#if(${reference}.containsKey('${type}'))${value}#{else}null#end`;
}

function valueTemplate(
  reference: string,
  shape: AttributeShape,
  depth: number,
): readonly [type: string, value: string] {
  if (shape === 'string') return ['S', `"${escapeJson(`${reference}.S`)}"`];
  if (shape === 'number') return ['N', `${reference}.N`];
  if (shape === 'boolean') return ['BOOL', `${reference}.BOOL`];
  const element = `$e${depth}`;
  if (shape === 'strings') return ['SS', each(`${reference}.SS`, element, `"${escapeJson(element)}"`)];
  if (isList(shape)) return ['L', each(`${reference}.L`, element, attributeTemplate(element, shape[0], depth + 1))];
  return ['M', itemTemplate(`${reference}.M`, shape, depth)];
}

const isList = (shape: AttributeShape): shape is readonly [AttributeShape] => Array.isArray(shape);

/** All elements with commas between them. */
export const each = (list: string, element: string, template: string): string =>
  `[#foreach(${element} in ${list})${template}#if($foreach.hasNext),#end#end]`;
