import type { Manifest, RouteManifest } from '../model/manifest.js';
import type { EmitOptions, ValueImport } from './emit-options.js';
import { EmittedProviders } from './emit-providers.js';
import type { RecordedValue } from './find-value.js';
import { HandlerDoors } from './handler-doors.js';
import { HandlerImports, type Library } from './handler-imports.js';
import { instanceName, Names } from './names.js';
import { dtoKey } from './validators/compile-dtos.js';

/** The names that generated code is written with, so that no class or value takes one of them. */
const OWN_NAMES =
  'event context error failures handler body cookies headers pathParameter pathParameters query request toResult bigint bindList bindScalar boolean checkJson ' +
  'checkJsonList coerce date number parseJson propertyOf refuse requireValue string to toArray unknown toProblem toReply toReplyWhenReady bindDto bindDtoList bindCompiled bindCompiledList bindAuthored bindAuthoredList ' +
  'pathValues queryValues headerValues cookieValues caller json form bodyKind Buffer console JSON globalThis ' +
  'oneOf split splitCommas splitHeader toList ofType requestKind parseForm parseMultipart bindFile bindFiles bindSchema claimOf claimText claimList ' +
  'requireClaim requireCaller ' +
  'match method bytes auth recognizes route http reply answer next streamReply toEventStream toOutput toPlainOutput toAnyReply drain runMiddleware httpContext fromMiddy toCaught ' +
  'toAuthorizer authorizedRoute contentType find answers router createRouter refused recorded withoutBody runInContext bodyLimit compress cors deadline etag produces securityHeaders';

/** A handler's module while it is written: its imports and what it declares before the handler. */
export class HandlerModule {
  readonly #options: EmitOptions;
  readonly #names: Names;
  readonly #imports: HandlerImports;
  readonly #values: Map<string, string>;
  readonly #providers: EmittedProviders;
  readonly #declarations: string[];
  readonly #data: Map<string, string>;
  readonly #locals: string[] = [];
  readonly #read = new Set<string>();
  readonly #untakenReads: string[] = [];
  readonly routeManifest: RouteManifest;
  #routeName: string | undefined;
  /** The route that this is a part of. */
  #whole: HandlerModule | undefined;
  #namesRoute = false;

  /** @param shared the module that the code of this route is part of, where it has several */
  constructor(route: RouteManifest, options: EmitOptions, shared?: HandlerModule) {
    this.routeManifest = route;
    this.#options = options;
    this.#names = shared ? shared.#names : new Names(OWN_NAMES.split(' '));
    this.#imports = shared ? shared.#imports : new HandlerImports(this.#names, new HandlerDoors(options.frontDoors));
    this.#values = shared ? shared.#values : new Map();
    this.#providers = shared ? shared.#providers : new EmittedProviders(this);
    this.#declarations = shared ? shared.#declarations : [];
    this.#data = shared ? shared.#data : new Map();
  }

  get manifest(): Manifest {
    return this.#options.manifest;
  }

  /** Imports a primitive. */
  use(library: Library, name: string): string {
    return this.#imports.use(library, name);
  }

  /** A call of the front door that reads something of the event. */
  read(name: string): string {
    const needsRoute = name === 'request' || (this.routes && name === 'pathParameters');
    return `${this.use('door', name)}(event${needsRoute ? `, ${this.route()}` : ''})`;
  }

  /** Whether one of the front doors leaves routing to the handler. */
  get routes(): boolean {
    return this.#imports.doors.route;
  }

  /** Whether the answer is sent piece by piece by a front door that can. */
  get streams(): boolean {
    const { together = [this.routeManifest] } = this.#options;
    return this.#imports.doors.stream && together.some(({ streams }) => streams !== undefined);
  }

  /** Whether the routes of one function are written together, so that what is sent is left to what they share. */
  get isTogether(): boolean {
    return this.#options.together !== undefined;
  }

  /** The route's template, for what needs to know it at run time; with its id, where middleware may ask for it. */
  route(isNamed = false): string {
    if (this.#options.isAuthorizer) return `${this.use('runtime', 'authorizedRoute')}(event)`;
    if (this.#whole !== undefined) return this.#whole.route(isNamed);
    this.#namesRoute ||= isNamed;
    this.#routeName ??= this.isTogether ? this.claim(`${instanceName(this.routeManifest.controller)}Route`) : 'route';
    return this.#routeName;
  }

  get #routeDeclaration(): string[] {
    if (this.#routeName === undefined) return [];
    const { id, method, path } = this.routeManifest;
    const template = this.#namesRoute ? { id, method, path } : { method, path };
    return [`const ${this.#routeName} = ${JSON.stringify(template)};`];
  }

  /** Imports a class. */
  class(key: string): string {
    // the class of the application is none of the manifest's
    return this.#imports.authored(this.manifest.classes[key]?.name ?? key, this.#options.importOf(key));
  }

  /** Whether the handler does without class-validator and class-transformer. */
  get isCompiled(): boolean {
    return this.#options.dtos !== undefined;
  }

  /** Imports the compiled functions of a DTO; undefined where the libraries make and validate it. */
  dto(key: string): { readonly local: string; readonly isEager: boolean } | undefined {
    const { dtos } = this.#options;
    const compiled = dtos?.compiled[dtoKey(key, this.routeManifest.validation)];
    if (dtos === undefined || compiled === undefined) return undefined;
    return {
      ...compiled,
      local: this.#imports.authored(compiled.local, { module: dtos.specifier, export: compiled.local }),
    };
  }

  /** Imports a value that a decorator or a provider was given. */
  value(key: string, wish?: string): string {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const from = this.#options.importOfValue(key);
    const argument = `${instanceName(/@(\w+)/.exec(key)?.[1] as string)}Argument`;
    const local =
      'place' in from
        ? this.constant(wish ?? argument, this.#readRecord(from))
        : this.#importValue(from, argument, wish);
    this.#values.set(key, local);
    return local;
  }

  #readRecord({ class: key, place, access = '' }: RecordedValue): string {
    return `${this.use('runtime', 'recorded')}(${this.class(key)}, ${JSON.stringify(place)})${access}`;
  }

  #importValue(from: ValueImport, argument: string, wish: string | undefined): string {
    const name = from.name ?? wish;
    const whole = this.#imports.authored(name === undefined || from.access !== undefined ? argument : name, from);
    return from.access === undefined ? whole : this.constant(name ?? 'provided', `${whole}${from.access}`);
  }

  /** Makes a class once, after what it needs; where something else is provided for it, that. */
  construct(key: string): string {
    return this.#providers.declare(this.#options.controller, key);
  }

  /** Adds a statement after what has been declared. */
  statement(code: string): void {
    this.#declarations.push(code);
  }

  /** Declares a constant of the module. */
  constant(wish: string, expression: string): string {
    const name = this.#names.claim(wish);
    this.#declarations.push(`const ${name} = ${expression};`);
    return name;
  }

  /** Declares plain data once, however often it is asked for. */
  data(wish: string, value: unknown): string {
    return this.once(wish, JSON.stringify(value));
  }

  /** Declares a constant that is the same wherever it is written. */
  once(wish: string, expression: string): string {
    const known = this.#data.get(`${wish} ${expression}`);
    if (known !== undefined) return known;
    const name = this.constant(wish, expression);
    this.#data.set(`${wish} ${expression}`, name);
    return name;
  }

  /** A name of the module. */
  claim(wish: string): string {
    return this.#names.claim(wish);
  }

  /** A name for a value inside the handler, or inside a route's part of it. */
  local(wish: string): string {
    const name = this.#names.claim(wish);
    this.#locals.push(name);
    return name;
  }

  /** A part of a route that reads the event on its own. */
  scope(): HandlerModule {
    const part = new HandlerModule(this.routeManifest, this.#options, this);
    part.#whole = this;
    return part;
  }

  /** Ends a route's part: what comes after may use the names inside it again. */
  end(): void {
    this.#names.release(this.#locals);
    this.#declarations.push(...this.#routeDeclaration);
  }

  /** The name of all values of a place, which are read once. */
  values(place: ValuesPlace): string {
    const { name, reader } = READS[place];
    return this.readOnce(name, () => this.read(reader));
  }

  /** Gives something read of the event a name, where it has none yet. */
  readOnce(name: string, expression: () => string): string {
    if (!this.#read.has(name)) {
      this.#read.add(name);
      const statement = `const ${name} = ${expression()};`;
      this.#untakenReads.push(statement);
    }
    return name;
  }

  /** The statements that read what has been asked for since the last time. */
  takeReads(): string[] {
    return this.#untakenReads.splice(0);
  }

  imports(): string[] {
    return this.#imports.lines();
  }

  declarations(): readonly string[] {
    return [...this.#imports.doors.declarations(), ...this.#routeDeclaration, ...this.#declarations];
  }
}

/** How all values of a place are read, and the name they get. */
const READS = {
  path: { name: 'pathValues', reader: 'pathParameters' },
  query: { name: 'queryValues', reader: 'query' },
  header: { name: 'headerValues', reader: 'headers' },
  cookie: { name: 'cookieValues', reader: 'cookies' },
  auth: { name: 'caller', reader: 'auth' },
} as const;

/** A place whose values are read once for all parameters. */
export type ValuesPlace = keyof typeof READS;
