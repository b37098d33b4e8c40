/** The files that a tsconfig is made of: itself, what it extends, what it refers to. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Expression, ObjectExpression } from '@oxc-project/types';
import { parseSync } from 'rolldown/utils';

/** Absolute paths, itself first; undefined where one cannot be read or found, so that nobody can tell. */
export function tsconfigFiles(file: string, known: string[] = []): string[] | undefined {
  if (known.includes(file)) return known;
  known.push(file);
  const config = readConfig(file);
  if (config === undefined) return undefined;
  for (const next of [...texts(property(config, 'extends')), ...references(config)]) {
    const found = findConfig(next, file);
    if (found === undefined || tsconfigFiles(found, known) === undefined) return undefined;
  }
  return known;
}

/** JSON with comments and trailing commas is an expression of the language. */
function readConfig(file: string): ObjectExpression | undefined {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const { program, errors } = parseSync('tsconfig.js', `(${text}\n)`);
  const statement = program.body[0];
  if (errors.length > 0 || statement?.type !== 'ExpressionStatement') return undefined;
  const expression =
    statement.expression.type === 'ParenthesizedExpression' ? statement.expression.expression : statement.expression;
  return expression.type === 'ObjectExpression' ? expression : undefined;
}

function property(config: ObjectExpression, name: string): Expression | undefined {
  for (const entry of config.properties)
    if (entry.type === 'Property' && entry.key.type === 'Literal' && entry.key.value === name) return entry.value;
  return undefined;
}

const elements = (value: Expression | undefined): Expression[] =>
  value?.type === 'ArrayExpression' ? (value.elements as Expression[]) : value === undefined ? [] : [value];

const texts = (value: Expression | undefined): string[] =>
  elements(value).flatMap((element) => (element.type === 'Literal' ? String(element.value) : []));

const references = (config: ObjectExpression): string[] =>
  elements(property(config, 'references')).flatMap((element) =>
    // unlike what is extended, never a package
    element.type === 'ObjectExpression' ? texts(property(element, 'path')).map(fromHere) : [],
  );

const fromHere = (name: string): string => (path.isAbsolute(name) || name.startsWith('.') ? name : `./${name}`);

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() === true;

function findConfig(name: string, from: string): string | undefined {
  if (name.startsWith('.') || path.isAbsolute(name)) {
    const file = path.resolve(path.dirname(from), name);
    return [file, `${file}.json`, path.join(file, 'tsconfig.json')].find(isFile);
  }
  const { resolve } = createRequire(from);
  for (const candidate of [name, `${name}.json`, `${name}/tsconfig.json`])
    try {
      const found = resolve(candidate);
      if (found.endsWith('.json') && existsSync(found)) return found;
    } catch {
      // the next one
    }
  return undefined;
}
