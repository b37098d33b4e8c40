/** Reads `providers`: for each token how what is injected is made, and what is wrong with them. */
import type { Problem } from '../errors/definition-error.js';
import { isProvider, isToken, makeProvider, type Provider, type Token } from '../metadata/provider.js';
import type { Class } from '../metadata/record.js';
import type { ClassTable } from './class-table.js';
import type { DependencyManifest, ProviderManifest } from './manifest.js';
import { ownedRecords } from './owned-records.js';
import type { ProvidersReading } from './reading.js';
import { invalid, isOptional, print, refusedElement, refusedProvider } from './refuse-provider.js';
import { refusedScope } from './scope.js';
import type { OwnedRecord, ProviderProperty, ValuePlace } from './value-table.js';

type Refusal = Pick<Problem, 'code' | 'message'>;

/** Where providers stand. */
interface ProvidersPlace {
  /** `TodosController`, or `createHandler`. */
  readonly owner: string;
  /** `@Controller.providers`, or `override`. */
  readonly name: string;
  /** The decorator whose options they are. */
  readonly entry?: OwnedRecord;
}

/** Reads the `providers` in the options of a class's own decorator. */
export function readClassProviders(target: Class, decorator: string, classes: ClassTable): ProvidersReading {
  const entry = ownedRecords(target).findLast((record) => record.decorator === decorator);
  const owner = classes.keyOf(target);
  const options = entry?.arguments.findLast((argument) => typeof argument === 'object' && argument !== null);
  const { providers, scope } = (options ?? {}) as { readonly providers?: unknown; readonly scope?: unknown };
  const place = { owner, name: `@${decorator}.providers`, ...(entry === undefined ? {} : { entry }) };
  const reading = readProviders(providers ?? [], place, classes);
  return { ...reading, refused: [...refusedScope(`@${decorator}`, scope), ...reading.refused] };
}

/** Reads a list of providers. */
export function readProviders(list: unknown, place: ProvidersPlace, classes: ClassTable): ProvidersReading {
  const providers: Record<string, ProviderManifest> = {};
  const refused: Refusal[] = [];
  const { owner, name } = place;
  const elements: readonly unknown[] = Array.isArray(list) ? list : [];
  if (!Array.isArray(list)) refused.push(invalid(`${name} is ${print(list)}; give an array of provide(...)`));
  for (const [index, element] of elements.entries()) {
    const isListed = typeof element === 'function';
    // a class in the list stands for itself, and is imported like any other
    const provider = isListed ? makeProvider(element, { useClass: element }) : element;
    const problem = refusedElement(provider, `${name}[${index}]`);
    if (problem !== undefined) refused.push(problem);
    if (problem !== undefined || !isProvider(provider)) continue;
    const token = classes.keyOfToken(provider.token as Token);
    const isTwice = Object.hasOwn(providers, token);
    refused.push(...refusedProvider(provider, token), ...(isTwice ? [duplicate(name, token)] : []));
    if (!isTwice)
      providers[token] = isListed
        ? { kind: 'class', class: token }
        : describeProvider(provider, { ...place, index }, classes);
  }
  return { owner, providers, refused };
}

const duplicate = (name: string, token: string): Refusal => ({
  code: 'PROVIDER_DUPLICATE',
  message: `${name} provides ${token} twice; keep one`,
});

/** Where one provider stands. */
interface ProviderPlace extends ProvidersPlace {
  /** Its position in the list, from 0. */
  readonly index: number;
}

function describeProvider(provider: Provider, place: ProviderPlace, classes: ClassTable): ProviderManifest {
  const add = (property: ProviderProperty): string => {
    const key = `${place.owner} ${place.name}[${place.index}].${property}`;
    classes.values.addProvided(key, [provider, property], valuePlace(place, property));
    return key;
  };
  if ('useExisting' in provider) return { kind: 'existing', token: tokenKey(provider.useExisting, classes) };
  if ('useClass' in provider) {
    add('useClass');
    return { kind: 'class', class: tokenKey(provider.useClass, classes) };
  }
  if ('useFactory' in provider)
    return {
      kind: 'factory',
      value: add('useFactory'),
      inject: injectOf(provider).map((entry) => describe(entry, classes)),
    };
  return { kind: 'value', value: add('useValue') };
}

/** What was refused has no key that anything could need. */
const tokenKey = (token: unknown, classes: ClassTable): string => (isToken(token) ? classes.keyOfToken(token) : '');

/** Where a property of a provider stands; nowhere where a handler was given it. */
function valuePlace({ owner, index, entry }: ProviderPlace, property: ProviderProperty): ValuePlace | undefined {
  if (entry === undefined) return undefined;
  const { decorator, occurrence, count } = entry;
  const argument = entry.arguments.findLastIndex((given) => typeof given === 'object');
  return { class: owner, decorator, occurrence, count, argument, provider: { index, property } };
}

const injectOf = ({ inject }: Provider): readonly unknown[] => (Array.isArray(inject) ? inject : []);

function describe(entry: unknown, classes: ClassTable): DependencyManifest {
  if (!isOptional(entry)) return { token: tokenKey(entry, classes) };
  return { token: tokenKey(entry.token, classes), ...(entry.optional === true ? { optional: true as const } : {}) };
}
