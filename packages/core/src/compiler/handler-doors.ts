/** What a handler's module asks of its front doors: of one directly, of several the one that recognises the event. */
import type { FrontDoorName } from './options.js';

const RUNTIME = '@gatewright/core/runtime';

/** The order in which an event is tried; REST API events have nothing that tells them from no event at all. */
const DOORS: readonly FrontDoorName[] = ['alb', 'function-url', 'http-api', 'rest-api'];

/** Front doors with one function for every path. */
const ROUTING_DOORS: ReadonlySet<FrontDoorName> = new Set(['function-url', 'alb'] as const);

/** Front doors that can send an answer piece by piece. */
const STREAMING_DOORS: ReadonlySet<FrontDoorName> = new Set(['function-url', 'rest-api'] as const);

/** What functions of several front doors take, where it is not the event and one thing more. */
const PARAMETERS: Readonly<Record<string, string>> = { toResult: 'reply, event', find: 'event, router' };

/** `query` of `http-api` as `httpApiQuery`. */
const doorName = (door: FrontDoorName, name: string): string =>
  `${door.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}${name.replace(/^\w/, (letter) => letter.toUpperCase())}`;

/** The front doors of one handler, and the functions of theirs that it calls. */
export class HandlerDoors {
  /** In the order in which an event is tried; the last one takes what none has recognised. */
  readonly #doors: readonly FrontDoorName[];
  readonly #used = new Set<string>();

  constructor(frontDoors: readonly FrontDoorName[]) {
    this.#doors = DOORS.filter((door) => frontDoors.includes(door));
  }

  /** Whether one of them leaves routing to the handler. */
  get route(): boolean {
    return this.#doors.some((door) => ROUTING_DOORS.has(door));
  }

  /** Whether one of them can send an answer piece by piece. */
  get stream(): boolean {
    return this.#doors.some((door) => STREAMING_DOORS.has(door));
  }

  use(name: string): void {
    this.#used.add(name);
  }

  /** What is imported, as pairs of module and specifier. */
  imports(): (readonly [module: string, specifier: string])[] {
    const used = [...this.#used].flatMap((name) =>
      this.#with(name).map((door) => [door, this.#isOne ? name : `${name} as ${doorName(door, name)}`] as const),
    );
    const recognizers = this.#isOne || used.length === 0 ? [] : this.#doors.slice(0, -1);
    return [
      ...used,
      ...recognizers.map((door) => [door, `recognizes as ${doorName(door, 'recognizes')}`] as const),
    ].map(([door, specifier]) => [`${RUNTIME}/${door}`, specifier]);
  }

  /** With several front doors, what reads an event asks first which one it is from. */
  declarations(): string[] {
    return this.#isOne ? [] : [...this.#used].map((name) => this.#dispatch(name));
  }

  get #isOne(): boolean {
    return this.#doors.length === 1;
  }

  #with(name: string): readonly FrontDoorName[] {
    return name === 'match' ? this.#doors.filter((door) => ROUTING_DOORS.has(door)) : this.#doors;
  }

  #dispatch(name: string): string {
    const parameters = PARAMETERS[name] ?? 'event, other';
    const last = this.#doors.at(-1);
    const choices = this.#with(name).map((door) => {
      const call = `${doorName(door, name)}(${parameters})`;
      return door === last ? call : `${doorName(door, 'recognizes')}(event) ? ${call} : `;
    });
    const rest = this.#with(name).at(-1) === last ? '' : 'undefined';
    return `const ${name} = (${parameters}) => ${choices.join('')}${rest};`;
  }
}
