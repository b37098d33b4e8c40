import { CommandError } from '../command-error.js';
import { DevSession } from '../dev/dev-session.js';
import { stopSignal } from '../dev/stop-signal.js';
import { LocalGateway } from '../gateway/local-gateway.js';
import { streamLog } from '../gateway/log.js';
import { isPort } from '../port.js';
import { loadProject } from '../project.js';

/** What `gatewright dev` may be told. */
export interface DevCommandOptions {
  /** The project's folder. */
  readonly root?: string;
  readonly port?: number;
  readonly host?: string;
}

/** Serves the application on this machine, and again after each change, until a signal to stop. */
export const runDev = async (options: DevCommandOptions): Promise<void> => {
  const stopped = stopSignal();
  const project = await loadProject(options.root);
  const host = options.host ?? project.config.dev?.host ?? '127.0.0.1';
  const gateway = await listen(host, options.port ?? portOfEnvironment() ?? project.config.dev?.port ?? 3000);
  const session = new DevSession(project, gateway);
  try {
    await Promise.race([stopped, session.start()]);
    await stopped;
  } finally {
    await session.stop();
  }
};

const portOfEnvironment = (): number | undefined => {
  const { PORT } = process.env;
  if (PORT === undefined || PORT === '') return undefined;
  if (!isPort(PORT)) throw new CommandError(`PORT is '${PORT}'; a port is a whole number from 0 to 65535`);
  return Number(PORT);
};

const listen = async (host: string, port: number): Promise<LocalGateway> => {
  try {
    return await LocalGateway.start({ host, port, log: streamLog(process.stdout) });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE') throw new CommandError(`cannot listen on ${host}, port ${port}: ${message}`);
    throw new CommandError(`port ${port} of ${host} is in use; choose another one with --port`);
  }
};
