import { type BuildResult, build, type DevServices } from '@gatewright/core/compiler';
import type { FSWatcher } from 'chokidar';
import { errorText } from '../command-error.js';
import type { LocalGateway } from '../gateway/local-gateway.js';
import { loadProject, type Project } from '../project.js';
import { printWarnings } from '../warnings.js';
import { BuildFolder } from './build-folder.js';
import { coalesce } from './coalesce.js';
import { readyText, routeTable } from './ready-text.js';
import { watchSources } from './source-watcher.js';

/** Milliseconds of quiet after a change before the next build. */
const QUIET_MILLISECONDS = 80;

/**
 * One run of `gatewright dev`, in order: the project's services start, sources are watched, a build is deployed to the
 * gateway; each change brings the next build, and while one fails, the last good one is served.
 */
export class DevSession {
  readonly #gateway: LocalGateway;
  readonly #folder: BuildFolder;
  #project: Project;
  #services: Promise<DevServices> = Promise.resolve({});
  #watching: Promise<FSWatcher> | undefined;
  #served: BuildResult | undefined;
  #isConfigChanged = false;
  #isStopped = false;

  constructor(project: Project, gateway: LocalGateway) {
    this.#project = project;
    this.#gateway = gateway;
    this.#folder = new BuildFolder(project.root);
  }

  /** Resolves when the first build is served or has failed. */
  async start(): Promise<void> {
    await this.#folder.clear();
    this.#services = Promise.resolve(this.#project.config.dev?.start?.()).then((services) => services ?? {});
    await this.#services;
    if (this.#isStopped) return;
    const rebuild = coalesce(() => this.#build(), QUIET_MILLISECONDS);
    this.#watching = watchSources(this.#project, (path) => {
      this.#isConfigChanged ||= path === this.#project.file;
      rebuild();
    });
    await this.#watching;
    await this.#build();
  }

  /** Ends everything that was started, also when starting failed half way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await (await this.#watching)?.close();
    await this.#gateway.close();
    await this.#folder.clear();
    const services = await this.#services.catch((): DevServices => ({}));
    await services.stop?.();
  }

  async #build(): Promise<void> {
    const started = performance.now();
    try {
      if (this.#isStopped) return;
      if (this.#isConfigChanged) this.#project = await loadProject(this.#project.root);
      this.#isConfigChanged = false;
      const { root, config } = this.#project;
      const { dev, ...options } = config;
      const result = await build({
        ...options,
        root,
        // functions that have not changed stay where they are
        outDir: this.#folder.path,
        isRepeated: true,
        frontDoors: ['http-api'],
        minify: false,
        sourceMap: true,
        ...(dev?.validateAnswers === undefined ? {} : { validateAnswers: dev.validateAnswers }),
      });
      if (!this.#isStopped) await this.#serve(result, Math.round(performance.now() - started));
    } catch (error) {
      if (this.#isStopped) return;
      this.#gateway.open();
      console.error(errorText(error));
      console.error(this.#served ? '\nThe last good build is still served.' : '\nWaiting for a change.');
    }
  }

  async #serve(result: BuildResult, milliseconds: number): Promise<void> {
    const before = this.#served;
    this.#served = result;
    const { environment } = await this.#services;
    // Not awaited: a slow request must not hold up the next build.
    void this.#gateway.deploy(result, { environment: { ...this.#project.config.dev?.environment, ...environment } });
    (await this.#watching)?.add([...result.inputs]);
    printWarnings(result.warnings);
    console.log(this.#newsOf(result, before, milliseconds));
  }

  #newsOf({ manifest: { routes } }: BuildResult, before: BuildResult | undefined, milliseconds: number): string {
    if (before === undefined) return readyText(this.#gateway.url, routes, this.#project.config.dev?.examples);
    const table = routeTable(routes);
    const isSame = table === routeTable(before.manifest.routes);
    return `Rebuilt in ${milliseconds} ms${isSame ? '' : `:\n\n${table}\n`}`;
  }
}
