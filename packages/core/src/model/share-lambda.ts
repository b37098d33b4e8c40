import type { LambdaOptions, RouteManifest } from './manifest.js';

/** The options of one function for several routes. */
export interface SharedLambda {
  readonly lambda: LambdaOptions;
  /** What routes ask for differently: `architecture is "arm64" for UsersController.list and "x86_64" for UsersController.create`. */
  readonly conflicts: readonly string[];
}

/** What routes ask of an option, by the id of each route. */
type Asked = readonly (readonly [route: string, value: unknown])[];

/** How a value is made of what routes ask for; undefined leaves the option out. */
type Share = (option: string, asked: Asked, conflicts: string[]) => unknown;

/** As much as the route that needs most. */
const largest: Share = (_option, asked) => {
  const values = asked.flatMap(([, value]) => (value === undefined ? [] : [value as number]));
  return values.length === 0 ? undefined : Math.max(...values);
};

/** What all routes ask for, those that do not ask included: a limit that one asks for would limit the others. */
const same: Share = (option, asked, conflicts) => {
  const [first] = asked;
  const other = asked.find(([, value]) => value !== first?.[1]);
  if (first === undefined || other === undefined) return first?.[1];
  const values = [first, other].map(([route, value]) => `${JSON.stringify(value) ?? 'not set'} for ${route}`);
  conflicts.push(`${option} is ${values.join(' and ')}`);
  return undefined;
};

/** What all routes ask for that ask. */
const sameOfThoseGiven: Share = (option, asked, conflicts) =>
  same(
    option,
    asked.filter(([, value]) => value !== undefined),
    conflicts,
  );

/** All variables; routes may read the same one. */
const variables: Share = (option, asked, conflicts) => {
  const environments = asked.map(([route, value]) => [route, value as LambdaOptions['environment']] as const);
  const names = new Set(environments.flatMap(([, environment]) => Object.keys(environment ?? {})));
  const shared = [...names].map((name) => {
    const values = environments.map(([route, environment]) => [route, environment?.[name]] as const);
    return [name, sameOfThoseGiven(`${option}.${name}`, values, conflicts)];
  });
  return environments.some(([, environment]) => environment !== undefined) ? Object.fromEntries(shared) : undefined;
};

/** A description tells of a route; that of a function is one that all have. */
const sameOrNone: Share = (option, asked) => same(option, asked, []);

const SHARES: Readonly<Record<keyof LambdaOptions, Share>> = {
  memorySize: largest,
  timeout: largest,
  environment: variables,
  architecture: sameOfThoseGiven,
  ephemeralStorageSize: largest,
  reservedConcurrentExecutions: same,
  provisionedConcurrentExecutions: largest,
  tracing: sameOfThoseGiven,
  logLevel: sameOfThoseGiven,
  logRetentionDays: largest,
  description: sameOrNone,
};

/** Makes one function's options of those of its routes. */
export function shareLambda(routes: readonly Pick<RouteManifest, 'id' | 'lambda'>[]): SharedLambda {
  const conflicts: string[] = [];
  const options = Object.entries(SHARES).map(([option, share]) => {
    const asked = routes.map(({ id, lambda }) => [id, lambda[option as keyof LambdaOptions]] as const);
    return [option, share(option, asked, conflicts)] as const;
  });
  return { lambda: Object.fromEntries(options.filter(([, value]) => value !== undefined)), conflicts };
}
