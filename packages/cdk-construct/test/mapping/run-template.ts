/**
 * Runs mapping templates as API Gateway does: `$input`, `$util` and `$context` of its reference, and the methods of Java's strings and
 * maps that templates call. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
import velocity from 'velocityjs';

/** A request, or a service's reply in `body`. */
export interface TemplateInput {
  readonly body?: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly context?: Readonly<Record<string, unknown>>;
}

export interface TemplateResult {
  readonly text: string;
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
}

export function runTemplate(template: string, input: TemplateInput): TemplateResult {
  const { body = '', path = {}, query = {}, headers = {}, context = {} } = input;
  const responseOverride: { status?: number; header: Record<string, string> } = { header: {} };
  const text = velocity.render(
    template,
    {
      input: {
        body,
        path: (jsonPath: string) => select(body, jsonPath) ?? '',
        json: (jsonPath: string) => JSON.stringify(select(body, jsonPath) ?? ''),
        params: () => ({ path, querystring: query, header: headers }),
      },
      util: {
        escapeJavaScript,
        urlEncode: (value: unknown) => new URLSearchParams({ v: String(value) }).toString().slice(2),
        base64Encode: (value: unknown) => Buffer.from(String(value)).toString('base64'),
      },
      context: { ...nested(context), responseOverride },
    },
    undefined,
    { customMethodHandlers: JAVA },
  );
  const { status, header } = responseOverride;
  return { text, headers: header, ...(status === undefined ? {} : { status }) };
}

/** `$.a.b[0]`. */
function select(body: string, jsonPath: string): unknown {
  const names = [...jsonPath.matchAll(/\.(\w+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? index ?? '');
  return names.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
    JSON.parse(body),
  );
}

/** `authorizer.claims.sub` of a flat record. */
function nested(context: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(context)) {
    const parts = name.split('.');
    const last = parts.pop() as string;
    const parent = parts.reduce((object, part) => {
      object[part] ??= {};
      return object[part] as Record<string, unknown>;
    }, root);
    parent[last] = value;
  }
  return root;
}

const SHORT: Readonly<Record<string, string>> = { '\b': '\\b', '\n': '\\n', '\t': '\\t', '\f': '\\f', '\r': '\\r' };

/** As commons-lang's StringEscapeUtils: quotes of both kinds, backslashes and slashes; what is not ASCII as UTF-16. */
const escapeJavaScript = (value: unknown): string =>
  String(value).replaceAll(/[\s\S]/g, (character) => {
    const short = SHORT[character];
    if (short !== undefined) return short;
    if (/["'\\/]/.test(character)) return `\\${character}`;
    return /[ -~]/.test(character)
      ? character
      : `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });

type Handler = (value: string, ...parameters: string[]) => unknown;

const STRING: Readonly<Record<string, Handler>> = {
  matches: (value, pattern = '') => new RegExp(`^(?:${pattern})$`).test(value),
  // the first argument is a regular expression, as Java has it
  replaceAll: (value, pattern = '', replacement = '') => value.replace(new RegExp(pattern, 'g'), () => replacement),
  contains: (value, part = '') => value.includes(part),
};

const JAVA = [
  ...Object.entries(STRING).map(([uid, run]) => ({
    uid,
    match: ({ property, context }: { property: string; context: unknown }) =>
      property === uid && typeof context === 'string',
    resolve: ({ context, params }: { context: string; params: string[] }) => run(context, ...params),
  })),
  {
    uid: 'containsKey',
    match: ({ property, context }: { property: string; context: unknown }) =>
      property === 'containsKey' && typeof context === 'object' && context !== null,
    resolve: ({ context, params }: { context: object; params: string[] }) =>
      Object.hasOwn(context, params[0] as string),
  },
];
