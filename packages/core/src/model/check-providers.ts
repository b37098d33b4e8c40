import type { Problem } from '../errors/definition-error.js';
import type { ApplicationReading, ControllerReading, DependencyReading } from './reading.js';
import { placeOf, type SourceFacts } from './source-facts.js';

/** The keys of the classes that are made for a controller's routes: its own, and those of middleware. */
export function providerRoots(application: ApplicationReading, controller: ControllerReading): string[] {
  const around = [application.around, controller.around, ...controller.methods.map((method) => method.around)];
  const layers = around.flatMap((level) => level.layers);
  return [...new Set([controller.class, ...layers.flatMap((layer) => (layer.kind === 'class' ? [layer.class] : []))])];
}

/** Checks that everything a class needs in its constructor can be made; each problem once. */
export function checkProviders(application: ApplicationReading, root: string, facts?: SourceFacts): Problem[] {
  const problems: Problem[] = [];
  const done = new Set<string>();
  const visit = (key: string, path: readonly string[]): void => {
    if (path.includes(key)) {
      const cycle = [...path.slice(path.indexOf(key)), key];
      problems.push(
        problem(
          key,
          facts,
          'PROVIDER_CYCLE',
          `needs itself: ${cycle.join(' -> ')}; move what both need into a third class`,
        ),
      );
      return;
    }
    if (done.has(key)) return;
    done.add(key);
    const reading = application.classes[key];
    for (const [index, dependency] of (reading?.dependencies ?? []).entries()) {
      const refusal = checkDependency(application, dependency);
      if (refusal !== undefined)
        problems.push(problem(key, facts, refusal.code, `constructor parameter ${index} ${refusal.message}`));
      else visit(dependency.class as string, [...path, key]);
    }
  };
  visit(root, []);
  return problems;
}

function checkDependency(
  application: ApplicationReading,
  dependency: DependencyReading,
): Pick<Problem, 'code' | 'message'> | undefined {
  if (dependency.class === undefined)
    return dependency.reason === 'no metadata'
      ? {
          code: 'TYPE_METADATA_MISSING',
          message:
            'has no known type, because no decorator stands on the class that declares the constructor, or the code was compiled without decorator metadata; write @Inject(UserStore), or @Injectable() above that class',
        }
      : {
          code: 'PROVIDER_MISSING',
          message:
            'has no class as its type (an interface, a primitive or `import type`); give it a class, or write @Inject(UserStore)',
        };
  const provider = application.classes[dependency.class];
  if (provider?.injectable) return undefined;
  return {
    code: 'PROVIDER_NOT_INJECTABLE',
    message: `needs ${dependency.class}, which is not marked @Injectable(); write @Injectable() above class ${dependency.class}`,
  };
}

function problem(key: string, facts: SourceFacts | undefined, code: Problem['code'], message: string): Problem {
  const at = placeOf(facts?.classAt(key));
  return { code, where: key, message, ...(at === undefined ? {} : { at }) };
}
