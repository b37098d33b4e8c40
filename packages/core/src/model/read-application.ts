import type { Class } from '../metadata/record.js';
import { ClassTable } from './class-table.js';
import { readClassAround } from './read-around.js';
import { readClass } from './read-class.js';
import { readController } from './read-controller.js';
import { readClassProviders, readProviders } from './read-providers.js';
import { readClassUses } from './read-uses.js';
import { readClassValidation } from './read-validation.js';
import type { ApplicationReading, ClassReading, ProvidersReading } from './reading.js';

/** What belongs to an application beside its controllers. */
export interface ApplicationParts {
  /** The class with `@Application`, if there is one. */
  readonly application?: Class | undefined;
  /** Providers that a handler was given. */
  readonly providers?: readonly unknown[] | undefined;
  /** Providers that a handler was given in the place of others. */
  readonly override?: readonly unknown[] | undefined;
}

/** Reads controllers and every class that they lead to; new classes met on the way get a key in the table. */
export function readApplication(
  controllers: readonly Class[],
  classes = new ClassTable(),
  { application, providers = [], override = [] }: ApplicationParts = {},
): ApplicationReading {
  const around = application === undefined ? NOTHING : readClassAround(application, classes);
  const readings = controllers.map((controller) => readController(controller, classes));
  const given = readProviders(providers, { owner: 'createHandler', name: 'providers' }, classes);
  const own = application === undefined ? undefined : readClassProviders(application, 'Application', classes);
  const overrides = readProviders(override, { owner: 'createHandler', name: 'override' }, classes);
  const known: Record<string, ClassReading> = {};
  for (const [key, target] of classes.entries()) known[key] = readClass(target, classes);
  const validation = application === undefined ? undefined : readClassValidation(application);
  const uses = application === undefined ? undefined : readClassUses(application);
  return {
    around,
    ...(uses === undefined ? {} : { uses }),
    ...(validation === undefined ? {} : { validation }),
    providers: own === undefined ? given : joinProviders(own, given),
    overrides,
    controllers: readings,
    classes: known,
    values: classes.values.places(),
  };
}

/** What a handler was given is the application's, too. */
function joinProviders(own: ProvidersReading, given: ProvidersReading): ProvidersReading {
  const twice = Object.keys(given.providers).filter((token) => Object.hasOwn(own.providers, token));
  const message = (token: string) =>
    `createHandler.providers provides ${token}, as ${own.owner} does; write override to put it in its place`;
  return {
    owner: own.owner,
    providers: { ...own.providers, ...given.providers },
    refused: [
      ...own.refused,
      ...given.refused,
      ...twice.map((token) => ({ code: 'PROVIDER_DUPLICATE' as const, message: message(token) })),
    ],
  };
}

const NOTHING = { layers: [], catches: [], refused: [] };
