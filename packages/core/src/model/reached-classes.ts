import { dependenciesOf, providerOf, rootProvider, type WiringScope } from './wiring.js';

/**
 * The keys of the classes whose code runs for what is made of roots; what cannot be made is left out. Of a value and of what a factory
 * returns, that is the class they are provided for.
 */
export function reachedClasses(scope: WiringScope, roots: readonly string[]): string[] {
  const reached = new Set<string>();
  const visited = new Set<string>();
  const visit = (token: string, provider = providerOf(scope, token)): void => {
    if (visited.has(token) || provider === undefined) return;
    visited.add(token);
    const key = provider.kind === 'class' ? provider.class : token;
    if (provider.kind !== 'existing' && scope.classes[key] !== undefined) reached.add(key);
    for (const dependency of dependenciesOf(scope, provider))
      if (dependency.token !== undefined) visit(dependency.token);
  };
  for (const root of roots) visit(root, rootProvider(scope, root));
  return [...reached];
}
