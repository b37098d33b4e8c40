import type { RouteManifest } from '@gatewright/core/compiler';

/** What a function does with resources: what any of its routes does, sorted by the resource's name. */
export function planUses(routes: readonly Pick<RouteManifest, 'uses'>[]): Readonly<Record<string, readonly string[]>> {
  const names = [...new Set(routes.flatMap(({ uses }) => Object.keys(uses ?? {})))].sort();
  return Object.fromEntries(
    names.map((name) => [name, [...new Set(routes.flatMap(({ uses }) => uses?.[name] ?? []))].sort()] as const),
  );
}

/** Whether a function is granted anything, which its role gets a policy for. */
export const isGranted = (uses: Readonly<Record<string, readonly string[]>>): boolean =>
  Object.values(uses).some((access) => access.length > 0);
