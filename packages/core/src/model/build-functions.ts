import type { Problem } from '../errors/definition-error.js';
import type { AuthorizerManifest, FunctionManifest, Packaging, RouteManifest } from './manifest.js';
import { shareLambda } from './share-lambda.js';

/** A route and the packaging that it is to have. */
export interface PackagedRoute {
  readonly route: RouteManifest;
  readonly packaging: Packaging;
}

/** The functions of an application, and what is wrong with them. */
export interface BuiltFunctions {
  /** Sorted by id. */
  readonly functions: readonly FunctionManifest[];
  readonly problems: readonly Problem[];
}

/** The id of the function that a route is packed into. */
const FUNCTION_ID: Readonly<Record<Packaging, (route: RouteManifest) => string>> = {
  route: ({ id }) => id,
  controller: ({ controller }) => controller,
  app: () => 'app',
};

/** Builds the functions that answer an application's routes, and one for each authorizer. */
export function buildFunctions(
  packaged: readonly PackagedRoute[],
  authorizers: readonly AuthorizerManifest[] = [],
): BuiltFunctions {
  const groups = new Map<string, PackagedRoute[]>();
  for (const entry of packaged) {
    const key = `${entry.packaging} ${FUNCTION_ID[entry.packaging](entry.route)}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const problems: Problem[] = [];
  const functions = [...groups.values()].map((entries): FunctionManifest => {
    const { route, packaging } = entries[0] as PackagedRoute;
    const id = FUNCTION_ID[packaging](route);
    const routes = entries.map((entry) => entry.route);
    const { lambda, conflicts } = shareLambda(routes);
    problems.push(...conflicts.map((conflict) => differing(`function ${id} (packaging '${packaging}')`, conflict)));
    return { id, packaging, routes: routes.map((each) => each.id).sort(compare), lambda };
  });
  for (const { id, name, lambda } of authorizers)
    functions.push({ id, packaging: 'route', routes: [], authorizer: name, lambda });
  functions.sort((left, right) => compare(left.id, right.id));
  return { functions, problems: [...problems, ...checkNames(functions)] };
}

const differing = (where: string, conflict: string): Problem => ({
  code: 'LAMBDA_OPTIONS_DIFFER',
  where,
  message: `answers routes whose @Lambda differs in what one function has once: ${conflict}; give them the same, or write @Packaging('route') above the method that differs`,
});

/** An id is the name of a folder, and many file systems do not tell `App` from `app`. */
function checkNames(functions: readonly FunctionManifest[]): Problem[] {
  const first = new Map<string, string>();
  return functions.flatMap(({ id, packaging }): Problem[] => {
    const other = first.get(id.toLowerCase());
    first.set(id.toLowerCase(), other ?? id);
    if (other === undefined) return [];
    const message = `has the name of the function ${other}, but for the case of letters; rename the controller or its method`;
    return [{ code: 'FUNCTION_NAME_DUPLICATE', where: `function ${id} (packaging '${packaging}')`, message }];
  });
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
