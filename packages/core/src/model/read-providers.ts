/** Reads `providers`: for each token how what is injected is made, and what is wrong with them. */
import type { Problem } from '../errors/definition-error.js';
import { isProvider, isToken, makeProvider, type Provider, type Token } from '../metadata/provider.js';
import type { Class } from '../metadata/record.js';
import type { ClassTable } from './class-table.js';
import type { DependencyManifest, ProviderManifest } from './manifest.js';
import { ownedRecords } from './owned-records.js';
import type { ProvidersReading } from './reading.js';
import { refusedScope } from './scope.js';
import type { OwnedRecord, ProviderProperty } from './value-table.js';

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
    const entry = isListed ? makeProvider(element, { useClass: element }) : element;
    const problem = refusedElement(entry, `${name}[${index}]`);
    if (problem !== undefined) {
      refused.push(problem);
      continue;
    }
    const provider = entry as Provider;
    const token = classes.keyOfToken(provider.token as Token);
    refused.push(...refusedProvider(provider, token));
    if (Object.hasOwn(providers, token))
      refused.push({
        code: 'PROVIDER_DUPLICATE',
        message: `${name} provides ${token} twice; keep one`,
      });
    else
      providers[token] = isListed ? { kind: 'class', class: token } : describeProvider(provider, index, place, classes);
  }
  return { owner, providers, refused };
}

function describeProvider(
  provider: Provider,
  index: number,
  place: ProvidersPlace,
  classes: ClassTable,
): ProviderManifest {
  const add = (property: ProviderProperty): string => addValue(provider, { index, property }, place, classes);
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

/** Names what a provider has by its place. */
function addValue(
  provider: Provider,
  value: { readonly index: number; readonly property: ProviderProperty },
  { owner, name, entry }: ProvidersPlace,
  classes: ClassTable,
): string {
  const { index, property } = value;
  const key = `${owner} ${name}[${index}].${property}`;
  const argument = entry?.arguments.findLastIndex((given) => typeof given === 'object') ?? 0;
  const place = entry && {
    class: owner,
    decorator: entry.decorator,
    occurrence: entry.occurrence,
    count: entry.count,
    argument,
    provider: value,
  };
  classes.values.addProvided(key, [provider, property], place);
  return key;
}

const injectOf = ({ inject }: Provider): readonly unknown[] => (Array.isArray(inject) ? inject : []);

const isOptional = (entry: unknown): entry is { readonly token: unknown; readonly optional?: boolean } =>
  typeof entry === 'object' && entry !== null && !isToken(entry) && 'token' in entry;

function describe(entry: unknown, classes: ClassTable): DependencyManifest {
  if (!isOptional(entry)) return { token: tokenKey(entry, classes) };
  return { token: tokenKey(entry.token, classes), ...(entry.optional === true ? { optional: true as const } : {}) };
}

/** Refuses what is no provider at all. */
function refusedElement(element: unknown, where: string): Refusal | undefined {
  if (typeof element === 'object' && element !== null && 'provide' in element)
    return invalid(`${where} is a NestJS provider object; write provide(TOKEN, { useValue: ... })`);
  if (!isProvider(element))
    return invalid(`${where} is ${print(element)}; give provide(TOKEN, { useClass: ... }) or a class`);
  const { token } = element;
  return isToken(token)
    ? undefined
    : invalid(
        `${where} provides ${print(token)}, which is no token${token === undefined ? ' (modules that import each other?)' : ''}; give a class, token('name'), a text or a symbol`,
      );
}

const WAYS = ['useClass', 'useValue', 'useFactory', 'useExisting'] as const;

/** Refuses what cannot be made. */
function refusedProvider(provider: Provider, token: string): Refusal[] {
  const given = WAYS.filter((way) => way in provider);
  const [way] = given;
  const subject = `provide(${token})`;
  const scope = refusedScope(subject, provider.scope);
  if (given.length !== 1)
    return [
      ...scope,
      invalid(
        `${subject} has ${given.length === 0 ? 'none of useClass, useValue, useFactory and useExisting' : given.join(' and ')}; give one`,
      ),
    ];
  if (way === 'useFactory') return [...scope, ...refusedFactory(provider, subject)];
  const value = provider[way as 'useClass'];
  if (way === 'useClass' && typeof value !== 'function')
    return [...scope, invalid(`${subject} has ${print(value)} as useClass; give a class`)];
  if (way === 'useExisting' && !isToken(value))
    return [...scope, invalid(`${subject} has ${print(value)} as useExisting; give a token`)];
  return scope;
}

function refusedFactory(provider: Provider, subject: string): Refusal[] {
  const { useFactory, inject = [] } = provider;
  if (typeof useFactory !== 'function')
    return [invalid(`${subject} has ${print(useFactory)} as useFactory; give a function`)];
  if (!Array.isArray(inject)) return [invalid(`${subject} has ${print(inject)} as inject; give an array of tokens`)];
  const bad = inject.findIndex((entry) => !isToken(isOptional(entry) ? entry.token : entry));
  if (bad >= 0)
    return [
      invalid(
        `${subject} has ${print(inject[bad])} at position ${bad} of inject, which is no token${inject[bad] === undefined ? ' (modules that import each other?)' : ''}; give a class, token('name'), a text or a symbol`,
      ),
    ];
  return inject.length >= useFactory.length
    ? []
    : [
        {
          code: 'PROVIDER_INJECT_COUNT',
          message: `${subject} has a factory of ${useFactory.length} parameter${useFactory.length === 1 ? '' : 's'} and ${inject.length} token${inject.length === 1 ? '' : 's'} in inject; name a token for each parameter, in their order`,
        },
      ];
}

const invalid = (message: string): Refusal => ({ code: 'PROVIDER_INVALID', message });

/** A value as messages show it; what it holds may be a secret. */
const print = (value: unknown): string =>
  value === null || value === undefined
    ? String(value)
    : Array.isArray(value)
      ? 'an array'
      : `a value of type ${typeof value}`;
