import type { Problem } from '../errors/definition-error.js';
import { type BuiltAuthorizer, buildAuthorizer, checkAuthorizerNames } from '../model/build-authorizer.js';
import { buildFunctions } from '../model/build-functions.js';
import { type BuiltRoute, buildRoute } from '../model/build-route.js';
import { checkDuplicates } from '../model/check-duplicates.js';
import { PACKAGINGS } from '../model/check-options.js';
import { checkProviders } from '../model/check-providers.js';
import { asRoute } from '../model/handled-routes.js';
import {
  type AuthorizerManifest,
  type ClassManifest,
  type ControllerManifest,
  MANIFEST_VERSION,
  type Manifest,
  type Packaging,
  type ProvidersManifest,
  type RouteManifest,
  type SourceLocation,
  type TypeModel,
} from '../model/manifest.js';
import type { ClassReading, ProvidersReading, TypeReading } from '../model/reading.js';
import { placeOf, type SourceFacts } from '../model/source-facts.js';
import type { Collected } from './collect.js';
import { relativePath } from './project-files.js';
import { buildSchemas } from './schemas/build-schemas.js';

/** A manifest with everything that was wrong on the way; it is of use only when nothing was. */
export interface BuiltManifest {
  readonly manifest: Manifest;
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
}

/** Joins what decorators recorded with what the source says, and checks it. */
export function buildManifest(
  root: string,
  collected: Collected,
  facts: SourceFacts,
  packaging: Packaging = 'route',
): BuiltManifest {
  const { application } = collected;
  const built = application.controllers.flatMap((controller) =>
    controller.methods.map((method) => buildRoute(application, controller, method, facts)),
  );
  const packaged = built
    .map((entry) => ({ route: describeRoute(entry), packaging: entry.packaging ?? packaging }))
    .sort((left, right) => compare(left.route.id, right.route.id));
  const { routes, schemas } = buildSchemas(
    packaged.map(({ route }) => route),
    { dtos: collected.dtos, standard: collected.schemas },
  );
  const asked = application.controllers.flatMap((controller) =>
    controller.authorizers.map((method) => buildAuthorizer(application, controller, method, facts)),
  );
  const authorizers = asked.map(describeAuthorizer).sort((left, right) => compare(left.name, right.name));
  // a packaging that is none is refused with its route
  const functions = buildFunctions(
    packaged.filter(({ route, packaging: own }) => route.integration.type === 'lambda' && PACKAGINGS.includes(own)),
    authorizers,
  );
  const controllers = describeControllers(root, collected, facts);
  const problems = [
    ...checkApplication(root, collected),
    ...checkControllers(collected, facts),
    ...built.flatMap((route) => route.problems),
    ...checkDuplicates(built),
    ...asked.flatMap((authorizer) => authorizer.problems),
    ...checkAuthorizerNames(asked),
    ...functions.problems,
  ];
  return {
    manifest: {
      version: MANIFEST_VERSION,
      controllers,
      routes,
      ...(authorizers.length === 0 ? {} : { authorizers }),
      functions: functions.functions,
      ...describeProviders(application.providers),
      classes: describeClasses(collected, facts, [...routes, ...authorizers.map(asRoute)]),
      ...(Object.keys(schemas).length === 0 ? {} : { schemas }),
    },
    problems: unique(problems),
    warnings: [...built, ...asked].flatMap((each) => each.warnings),
  };
}

/** Every key that a reading holds is that of a class that was read. */
const classOf = ({ application }: Collected, key: string): ClassReading => application.classes[key] as ClassReading;

/** What a package declares has no place in the project. */
const UNKNOWN_PLACE: SourceLocation = { file: '', line: 1, column: 1 };

function describeRoute({ route, fact, integration }: BuiltRoute): RouteManifest {
  const { summary, description, deprecated } = fact ?? {};
  const streams = route.streams ?? (fact?.answers === 'stream' ? 'stream' : undefined);
  return {
    ...route,
    returns: fact?.returns ?? { kind: 'unknown' },
    answers: fact?.answers === 'value' ? 'value' : 'any',
    ...(streams === undefined ? {} : { streams }),
    integration: integration ?? { type: 'lambda' },
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    ...(deprecated === undefined ? {} : { deprecated }),
    source: fact?.source ?? UNKNOWN_PLACE,
  };
}

const describeAuthorizer = ({ authorizer, fact }: BuiltAuthorizer): AuthorizerManifest => ({
  ...authorizer,
  source: fact?.source ?? UNKNOWN_PLACE,
});

function describeControllers(root: string, collected: Collected, facts: SourceFacts): ControllerManifest[] {
  return collected.application.controllers
    .map((controller) => {
      const place = collected.exports[controller.class] as Collected['exports'][string];
      return {
        name: classOf(collected, controller.class).name,
        class: controller.class,
        path: String(controller.path),
        module: relativePath(root, place.module),
        export: place.export,
        ...describeProviders(controller.providers),
        source: facts.classAt(controller.class) ?? UNKNOWN_PLACE,
      };
    })
    .sort((left, right) => compare(left.name, right.name));
}

/** Providers, sorted by token. */
function describeProviders({ providers }: ProvidersReading): { readonly providers?: ProvidersManifest } {
  const entries = Object.entries(providers).sort(([left], [right]) => compare(left, right));
  return entries.length === 0 ? {} : { providers: Object.fromEntries(entries) };
}

/** The classes that routes, controllers and providers lead to. */
function describeClasses(
  collected: Collected,
  facts: SourceFacts,
  routes: readonly RouteManifest[],
): Record<string, ClassManifest> {
  const keys = new Set<string>();
  const addType = (type: TypeModel | TypeReading): void => {
    if (type.kind === 'class') addClass(type.class);
    else if (type.kind === 'array' && type.items !== undefined) addType(type.items);
  };
  const addClass = (key: string): void => {
    const reading = collected.application.classes[key];
    // a token need not be a class
    if (keys.has(key) || reading === undefined) return;
    keys.add(key);
    for (const { token } of reading.dependencies) if (token !== undefined) addClass(token);
    for (const type of Object.values(reading.properties)) addType(type);
  };
  const { controllers, providers } = collected.application;
  for (const controller of controllers) addClass(controller.class);
  for (const level of [providers, ...controllers.map((controller) => controller.providers)])
    for (const [token, provider] of Object.entries(level.providers)) {
      for (const key of [token, ...(provider.kind === 'class' ? [provider.class] : [])]) addClass(key);
      if (provider.kind === 'factory') for (const dependency of provider.inject) addClass(dependency.token);
      if (provider.kind === 'existing') addClass(provider.token);
    }
  for (const { parameters, returns, output, layers } of routes) {
    for (const { type } of [...parameters, { type: returns }, { type: output ?? returns }]) addType(type);
    for (const layer of layers) if (layer.kind === 'class') addClass(layer.class);
  }
  return Object.fromEntries(
    [...keys].sort(compare).map((key) => [key, describeClass(classOf(collected, key), facts.classAt(key))]),
  );
}

function describeClass(reading: ClassReading, source: SourceLocation | undefined): ClassManifest {
  const properties = Object.entries(reading.properties).map(([name, type]) => [name, describeType(type)] as const);
  // what has no token was refused
  const dependencies = reading.dependencies.flatMap((dependency) =>
    dependency.token === undefined ? [] : [dependency],
  );
  return {
    name: reading.name,
    source: source ?? UNKNOWN_PLACE,
    properties: Object.fromEntries(properties),
    ...(reading.injectable ? { injectable: true as const } : {}),
    ...(dependencies.length === 0 ? {} : { dependencies }),
  };
}

const describeType = (type: TypeReading): TypeModel => {
  if (type.kind === 'object' || type.kind === 'missing') return { kind: 'unknown' };
  if (type.kind === 'array') return { kind: 'array', items: type.items ?? { kind: 'unknown' } };
  return type;
};

/** A method's name is part of its route's id, and that is the name of a folder. */
const FILE_NAME = /^[\p{ID_Continue}$-]+$/u;

function checkControllers(collected: Collected, facts: SourceFacts): Problem[] {
  const { application } = collected;
  const problems: Problem[] = [];
  const names = new Map<string, string>();
  for (const controller of application.controllers) {
    const { name } = classOf(collected, controller.class);
    const at = placeOf(facts.classAt(controller.class));
    const add = (code: Problem['code'], message: string): void => {
      problems.push({ code, where: name, message, ...(at === undefined ? {} : { at }) });
    };
    if (controller.methods.length + controller.authorizers.length === 0)
      add('ROUTE_MISSING', 'is a controller without routes; write @Get(), @Post() or another above a method');
    for (const method of [...controller.methods, ...controller.authorizers])
      if (!FILE_NAME.test(method.name))
        add(
          'DECORATOR_TARGET',
          `has a route on the method ${JSON.stringify(method.name)}, whose name cannot be that of a folder; rename it`,
        );
    for (const misplaced of controller.misplaced)
      add(
        'DECORATOR_TARGET',
        `has ${misplaced}, where it means nothing; move it to an instance method or a parameter of one`,
      );
    if (names.has(name))
      add(
        'CONTROLLER_NAME_DUPLICATE',
        `has the same name as the controller at ${names.get(name)}; rename one, since route ids are made from it`,
      );
    else names.set(name, at ?? 'another file');
    problems.push(...checkProviders(application, controller, { facts }));
  }
  return problems;
}

/** Refuses a module without one `@Application` class. */
function checkApplication(root: string, { applications }: Collected): Problem[] {
  if (applications === undefined || applications.classes.length === 1) return [];
  const { file, classes } = applications;
  const found = classes.length === 0 ? 'exports no class with @Application' : `exports ${classes.join(' and ')}`;
  const message = `${found}; export one class with @Application()`;
  return [{ code: 'APPLICATION_MISSING', where: relativePath(root, file), message }];
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function unique(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...seen.values()];
}

/** Orders problems by file, then line, then column. */
export function bySource(left: Problem, right: Problem): number {
  const [leftFile = '', leftLine = '0', leftColumn = '0'] = left.at?.split(':') ?? [];
  const [rightFile = '', rightLine = '0', rightColumn = '0'] = right.at?.split(':') ?? [];
  return (
    compare(leftFile, rightFile) || Number(leftLine) - Number(rightLine) || Number(leftColumn) - Number(rightColumn)
  );
}
