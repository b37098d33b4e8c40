/** The handlers of an application, reflective and compiled, side by side. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type Manifest } from '../../src/compiler/index.js';
import { createHandler } from '../../src/index.js';
import type { Class } from '../../src/metadata/record.js';
import { httpApiEvent } from '../../src/testing/index.js';

/** What an application is made of. */
export interface Application {
  /** Folder below this one. */
  readonly folder: string;
  readonly controllers: readonly Class[];
  readonly application?: { readonly module: string; readonly class: Class };
  readonly validateAnswers?: boolean;
  readonly packaging?: 'controller';
}

/** A request to a route. */
export interface Sent {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
}

/** What a route answers; the body parsed. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

type Handler = (event: unknown, context?: unknown) => Promise<unknown>;

/** All handlers of an application. */
export class Executors {
  manifest!: Manifest;
  readonly #handlers = new Map<string, readonly [reflective: Handler, compiled: Handler]>();
  readonly #files = new Map<string, string>();
  #folder = '';

  async build({ folder, controllers, application, validateAnswers = false, packaging }: Application): Promise<void> {
    this.#folder = await mkdtemp(path.join(tmpdir(), 'gatewright-validation-'));
    const { manifest, functions } = await build({
      root: path.join(import.meta.dirname, folder),
      controllers: '*.controller.ts',
      ...(application && { application: application.module }),
      outDir: path.join(this.#folder, 'out'),
      frontDoors: ['http-api'],
      sourceMap: false,
      validateAnswers,
      ...(packaging && { packaging }),
    });
    this.manifest = manifest;
    const places = functions.flatMap(({ routes, ...place }) => routes.map((id) => ({ ...place, id })));
    for (const { id, dir, entry } of places) {
      this.#files.set(id, path.join(dir, entry));
      const compiled = (await import(path.join(dir, entry))) as { readonly handler: Handler };
      const route = manifest.routes.find((entry) => entry.id === id)!;
      const target = controllers.find(({ name }) => name === route.controller) as Class<Record<string, unknown>>;
      const options = { validateAnswers, ...(application && { application: application.class }) };
      const reflective = createHandler(target, route.controllerMethod, options) as Handler;
      this.#handlers.set(id, [reflective, compiled.handler]);
    }
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }

  /** The code of every handler. */
  code(): Promise<{ readonly id: string; readonly code: string }[]> {
    return Promise.all([...this.#files].map(async ([id, file]) => ({ id, code: await readFile(file, 'utf8') })));
  }

  /** The event of a request to a route. */
  event(id: string, { body, query }: Sent): unknown {
    const { method, path: template } = this.manifest.routes.find((route) => route.id === id)!;
    return httpApiEvent({
      method,
      path: template,
      ...(body === undefined ? {} : { body: body as object }),
      ...(query && { query }),
    });
  }

  /** The compiled handler of a route. */
  compiled(id: string): Handler {
    return this.#handlers.get(id)![1];
  }

  /** What both executors answer, which must be the same to the byte. */
  async answer(id: string, sent: Sent): Promise<Answered> {
    const results: unknown[] = [];
    for (const handler of this.#handlers.get(id)!) results.push(await handler(this.event(id, sent)));
    const [reflective, compiled] = results as [{ statusCode: number; body?: string }, unknown];
    expect(compiled).toEqual(reflective);
    return { status: reflective.statusCode, body: reflective.body ? JSON.parse(reflective.body) : undefined };
  }
}
