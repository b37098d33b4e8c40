import { defaultCorsHeaders, defaultCorsMethods } from '../cors-defaults.js';
import type { CorsOptions } from '../cors-options.js';

/** The OPTIONS method of a path, which answers preflights in the gateway (Fetch, 3.3.2), without a function. */
export function preflight(cors: CorsOptions): object {
  const headers = preflightHeaders(cors);
  const names = [...Object.keys(headers), 'Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials'];
  return {
    responses: {
      204: {
        description: 'Preflight',
        headers: Object.fromEntries(names.map((name) => [name, { schema: { type: 'string' } }])),
      },
    },
    'x-amazon-apigateway-integration': {
      type: 'mock',
      // a body is text for a template even where all media types are binary
      contentHandling: 'CONVERT_TO_TEXT',
      requestTemplates: { 'application/json': '{"statusCode":204}' },
      responses: {
        default: {
          statusCode: 204,
          responseParameters: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [`method.response.header.${name}`, `'${value}'`]),
          ),
          responseTemplates: { 'application/json': originTemplate(cors) },
        },
      },
    },
  };
}

const preflightHeaders = (cors: CorsOptions): Record<string, string> => ({
  'Access-Control-Allow-Methods': (cors.allowMethods ?? defaultCorsMethods).join(','),
  'Access-Control-Allow-Headers': (cors.allowHeaders ?? defaultCorsHeaders).join(','),
  ...(cors.maxAge !== undefined && { 'Access-Control-Max-Age': `${cors.maxAge.toSeconds()}` }),
  ...(!cors.allowOrigins.includes('*') && { Vary: 'Origin' }),
});

/** Names the caller's origin where it is one of those allowed; the empty body is all that is left of the template. */
export function originTemplate({ allowOrigins, allowCredentials = false }: CorsOptions): string {
  const override = (name: string, value: string): string =>
    `#set($context.responseOverride.header.Access-Control-${name} = ${value})`;
  if (allowOrigins.includes('*')) return override('Allow-Origin', '"*"');
  const isAllowed = allowOrigins.map((origin) => `$origin == "${origin}"`).join(' || ');
  return [
    '#set($origin = $input.params().header.get("Origin"))',
    '#if(!$origin)#set($origin = $input.params().header.get("origin"))#end',
    `#if(${isAllowed})${override('Allow-Origin', '$origin')}`,
    `${allowCredentials ? override('Allow-Credentials', '"true"') : ''}#end`,
  ].join('');
}
