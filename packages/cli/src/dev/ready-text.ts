import type { RouteManifest } from '../gateway/deployment.js';
import { byPath } from '../route-order.js';
import { textTable } from '../text-table.js';

/** The routes as an indented table: method, path, route id. */
export const routeTable = (routes: readonly RouteManifest[]): string =>
  textTable(byPath(routes).map(({ method, path, id }) => [`  ${method}`, path, id]));

/**
 * What is shown when the local gateway is ready: address, routes, and commands to try.
 *
 * @param url the gateway's address, without a slash at the end
 * @param examples arguments of curl; `{url}` stands for the address
 */
export const readyText = (url: string, routes: readonly RouteManifest[], examples = plainGets(routes)): string => {
  const commands = examples.map((example) => `  curl ${example.replaceAll('{url}', url)}`);
  const parts = [`Local gateway on ${url}`, routeTable(routes), ...(commands.length > 0 ? [commands.join('\n')] : [])];
  return `${parts.join('\n\n')}\n`;
};

/** GET routes that answer without anything from the caller; what a body or an id must be, only the author knows. */
const plainGets = (routes: readonly RouteManifest[]): readonly string[] =>
  byPath(routes)
    .filter(({ method, path, parameters }) => {
      const needsNothing = !path.includes('{') && !parameters.some(({ required }) => required);
      return method === 'GET' && needsNothing;
    })
    .slice(0, 3)
    .map(({ path }) => `{url}${path}`);
