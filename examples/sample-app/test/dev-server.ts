import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..');

/** A running `gatewright dev`. */
export interface DevServer {
  readonly url: string;
  /** Ends it with a signal and waits until it has gone. */
  readonly stop: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

/** Runs `gatewright dev` on a free port, with its data in a folder, and waits until it says where it listens. */
export const startDevServer = async (dataDir: string): Promise<DevServer> => {
  const child = spawn(process.execPath, [commandFile(), 'dev'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return {
    url: await printedUrl(child),
    stop: async (signal) => {
      // kill() is false for a process that has ended by itself.
      const exited = once(child, 'exit');
      if (child.kill(signal)) {
        await exited;
      }
    },
  };
};

const commandFile = (): string => {
  const manifest = require.resolve('@gatewright/cli/package.json');
  return join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.gatewright);
};

const printedUrl = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), 45_000);
    const read = (chunk: Buffer) => {
      output += chunk;
      const [url] = /http:\/\/127\.0\.0\.1:\d+(?=\D)/.exec(output) ?? [];
      if (url) {
        clearTimeout(timer);
        resolve(url);
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`gatewright dev ended with ${code ?? signal}:\n${output}`));
    });
  });
