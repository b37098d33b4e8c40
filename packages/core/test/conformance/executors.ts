/** The handlers of every route: reflective, compiled for one front door, compiled for all. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../../src/compiler/index.js';
import type { FrontDoorName } from '../../src/compiler/options.js';
import { createHandler } from '../../src/index.js';
import type { Class } from '../../src/metadata/record.js';
import type { RouteManifest } from '../../src/model/manifest.js';
import { AuthController } from './application/auth.controller.js';
import { BodiesController } from './application/bodies.controller.js';
import { FormsController } from './application/forms.controller.js';
import { ListsController } from './application/lists.controller.js';
import { RepliesController } from './application/replies.controller.js';
import { SchemasController } from './application/schemas.controller.js';
import { ValuesController } from './application/values.controller.js';
import { WiringController } from './application/wiring.controller.js';
import { AnswersController } from './controllers/answers.controller.js';
import { EchoController } from './controllers/echo.controller.js';
import { FailuresController } from './controllers/failures.controller.js';
import { NegotiationController } from './controllers/negotiation.controller.js';
import { StreamsController } from './controllers/streams.controller.js';
import { Shop } from './wrapped/application.js';
import { WrappedController } from './wrapped/wrapped.controller.js';

export type Executor = 'reflective' | 'own' | 'all' | 'app-reflective' | 'app-own' | 'app-all';

/** What answers: by reading decorators, compiled for the event's front door alone, compiled for all of them. */
export const EXECUTORS: readonly Executor[] = ['reflective', 'own', 'all'];

/** The same with all of an application's routes in one function. */
export const APP_EXECUTORS: readonly Executor[] = ['app-reflective', 'app-own', 'app-all'];

/** A handler of any front door, called as Lambda calls it. */
export type Handler = (event: unknown, context: unknown) => Promise<unknown>;

interface Application {
  /** Folder below this one. */
  readonly folder: string;
  readonly controllers: readonly Class[];
  readonly application?: { readonly module: string; readonly class: Class };
}

const APPLICATIONS: readonly Application[] = [
  {
    folder: 'application',
    controllers: [
      AuthController,
      BodiesController,
      FormsController,
      ListsController,
      RepliesController,
      SchemasController,
      ValuesController,
      WiringController,
    ],
  },
  {
    folder: 'controllers',
    controllers: [AnswersController, EchoController, FailuresController, NegotiationController, StreamsController],
  },
  { folder: 'wrapped', controllers: [WrappedController], application: { module: 'application.ts', class: Shop } },
];

const FRONT_DOORS: readonly FrontDoorName[] = ['http-api', 'rest-api', 'function-url', 'alb'];
const BUILDS: readonly (readonly FrontDoorName[])[] = [...FRONT_DOORS.map((door) => [door]), FRONT_DOORS];

/** All handlers there are. */
export class Handlers {
  readonly routes = new Map<string, RouteManifest>();
  readonly #handlers = new Map<string, Handler>();
  #folder = '';

  async build(): Promise<void> {
    this.#folder = await mkdtemp(path.join(tmpdir(), 'gatewright-conformance-'));
    await Promise.all(
      APPLICATIONS.map(async (application) => {
        for (const frontDoors of BUILDS)
          for (const packaging of ['route', 'app'] as const) await this.#compile(application, frontDoors, packaging);
        this.#interpret(application);
      }),
    );
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }

  of(route: string, executor: Executor, frontDoor: FrontDoorName): Handler {
    const handler = this.#handlers.get(`${route} ${executor.replace('own', frontDoor)}`);
    if (handler === undefined) throw new Error(`no handler of ${route}: ${executor}`);
    return handler;
  }

  async #compile(
    { folder, application }: Application,
    frontDoors: readonly FrontDoorName[],
    packaging: 'route' | 'app',
  ): Promise<void> {
    const name = `${packaging === 'app' ? 'app-' : ''}${frontDoors.length > 1 ? 'all' : frontDoors[0]}`;
    const { manifest, functions } = await build({
      root: path.join(import.meta.dirname, folder),
      controllers: '*.controller.ts',
      ...(application && { application: application.module }),
      outDir: path.join(this.#folder, folder, name),
      frontDoors,
      packaging,
      sourceMap: false,
    });
    for (const route of manifest.routes) this.routes.set(route.id, route);
    for (const { routes, dir, entry } of functions) {
      const module = (await import(path.join(dir, entry))) as { readonly handler: Handler };
      for (const id of routes) this.#handlers.set(`${id} ${name}`, module.handler);
    }
  }

  #interpret({ controllers, application }: Application): void {
    const options = application && { application: application.class };
    const together = createHandler(controllers, options) as Handler;
    for (const controller of controllers as readonly Class<Record<string, unknown>>[])
      for (const { id, controllerMethod } of this.routes.values())
        if (id.startsWith(`${controller.name}.`)) {
          this.#handlers.set(`${id} reflective`, createHandler(controller, controllerMethod, options) as Handler);
          this.#handlers.set(`${id} app-reflective`, together);
        }
  }
}
