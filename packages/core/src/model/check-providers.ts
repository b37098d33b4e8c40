import type { Problem } from '../errors/definition-error.js';
import type { ProviderManifest } from './manifest.js';
import type { ApplicationReading, ControllerReading, DependencyReading, ProvidersReading } from './reading.js';
import { scopeMessage } from './scope.js';
import { placeOf, type SourceFacts } from './source-facts.js';
import { providerOf, rootProvider, type WiringScope } from './wiring.js';
import { scopeOfReading } from './wiring-scope.js';

type Refusal = Pick<Problem, 'code' | 'message'>;

/** The keys of the classes that are made for a controller's routes: its own, and those of middleware. */
export function providerRoots(application: ApplicationReading, controller: ControllerReading): string[] {
  const around = [application.around, controller.around, ...controller.methods.map((method) => method.around)];
  const layers = around.flatMap((level) => level.layers);
  return [...new Set([controller.class, ...layers.flatMap((layer) => (layer.kind === 'class' ? [layer.class] : []))])];
}

/** Checks that everything a controller's routes need can be made, and what `providers` say; each problem once. */
export function checkProviders(
  application: ApplicationReading,
  controller: ControllerReading,
  { roots = providerRoots(application, controller), facts }: { roots?: readonly string[]; facts?: SourceFacts } = {},
): Problem[] {
  const scope = scopeOfReading(application, controller);
  const check = new Check(application, scope, facts);
  for (const root of roots) check.visit(root, rootProvider(scope, root), []);
  const levels = [application.overrides, controller.providers, application.providers];
  return [...levels.flatMap((level) => refusedProviders(level, facts)), ...check.problems];
}

/** What is wrong with providers themselves, whoever needs them. */
export const refusedProviders = ({ owner, refused }: ProvidersReading, facts?: SourceFacts): Problem[] =>
  refused.map((refusal) => located(refusal, owner, placeOf(facts?.classAt(owner))));

const located = ({ code, message }: Refusal, where: string, at: string | undefined): Problem => ({
  code,
  where,
  message,
  ...(at === undefined ? {} : { at }),
});

class Check {
  readonly problems: Problem[] = [];
  readonly #application: ApplicationReading;
  readonly #scope: WiringScope;
  readonly #facts: SourceFacts | undefined;
  readonly #done = new Set<string>();

  constructor(application: ApplicationReading, scope: WiringScope, facts: SourceFacts | undefined) {
    this.#application = application;
    this.#scope = scope;
    this.#facts = facts;
  }

  visit(token: string, provider: ProviderManifest, path: readonly string[]): void {
    if (path.includes(token)) {
      const cycle = [...path.slice(path.indexOf(token)), token].join(' -> ');
      this.#add(token, provider, {
        code: 'PROVIDER_CYCLE',
        message: `needs itself: ${cycle}; move what both need into a third class`,
      });
      return;
    }
    if (this.#done.has(token)) return;
    this.#done.add(token);
    const scope = provider.kind === 'class' ? this.#application.classes[provider.class]?.scope : undefined;
    if (scope !== undefined) this.#add(token, provider, { code: 'PROVIDER_SCOPE', message: scopeMessage(scope) });
    for (const [index, dependency] of this.#dependenciesOf(provider).entries())
      this.#follow(token, provider, { dependency, index, path: [...path, token] });
  }

  #follow(
    token: string,
    provider: ProviderManifest,
    { dependency, index, path }: { dependency: DependencyReading; index: number; path: readonly string[] },
  ): void {
    const found = dependency.token === undefined ? undefined : providerOf(this.#scope, dependency.token);
    if (found !== undefined) this.visit(dependency.token as string, found, path);
    else if (dependency.token === undefined || dependency.optional !== true) {
      const { code, message } = this.#refuse(dependency, provider);
      this.#add(token, provider, { code, message: `${nameOf(provider, dependency, index)} ${message}` });
    }
  }

  /** As the plan has them, with what was refused. */
  #dependenciesOf(provider: ProviderManifest): readonly DependencyReading[] {
    if (provider.kind === 'class') return this.#application.classes[provider.class]?.dependencies ?? [];
    if (provider.kind === 'existing') return [{ token: provider.token }];
    return provider.kind === 'factory' ? provider.inject : [];
  }

  #refuse(dependency: DependencyReading, provider: ProviderManifest): Refusal {
    if (dependency.token === undefined) return REASONS[dependency.reason];
    const { token } = dependency;
    return this.#application.classes[token] === undefined
      ? {
          code: 'PROVIDER_MISSING',
          message: `needs ${token}, which nothing provides; add provide(${token}, ...) to the providers of @Controller or @Application, or ${provider.kind === 'factory' ? 'write { token, optional: true }' : 'write @Optional()'}`,
        }
      : {
          code: 'PROVIDER_NOT_INJECTABLE',
          message: `needs ${token}, which is not marked @Injectable(); write @Injectable() above class ${token}, or provide(${token}, ...)`,
        };
  }

  #add(token: string, provider: ProviderManifest, refusal: Refusal): void {
    const isClass = provider.kind === 'class';
    const at = placeOf(this.#facts?.classAt(isClass ? provider.class : this.#ownerOf(token)));
    this.problems.push(located(refusal, isClass ? provider.class : `provide(${token})`, at));
  }

  /** The class whose decorator has the provider of a token. */
  #ownerOf(token: string): string {
    return Object.hasOwn(this.#scope.own, token) ? this.#scope.controller : this.#application.providers.owner;
  }
}

const nameOf = (provider: ProviderManifest, { property }: DependencyReading, index: number): string => {
  if (provider.kind === 'existing') return 'useExisting';
  if (provider.kind === 'factory') return `parameter ${index} of the factory`;
  return property === undefined ? `constructor parameter ${index}` : `property ${JSON.stringify(property)}`;
};

const REASONS: Readonly<Record<(DependencyReading & { token?: undefined })['reason'], Refusal>> = {
  'no metadata': {
    code: 'TYPE_METADATA_MISSING',
    message:
      'has no known type, because no decorator stands on the class that declares the constructor, or the code was compiled without decorator metadata; write @Inject(UserStore), @Injectable() above that class, or provide it by useFactory',
  },
  'not a class': {
    code: 'PROVIDER_MISSING',
    message:
      'has no class as its type (an interface, a primitive or `import type`); give it a class, or write @Inject(UserStore) or @Inject(TOKEN)',
  },
  'not a token': {
    code: 'PROVIDER_INVALID',
    message: "has @Inject of a value that is no token; give a class, token('name'), a text or a symbol",
  },
};
