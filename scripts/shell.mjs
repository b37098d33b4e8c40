import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packages, root } from './workspace.mjs';

/** Runs a command to its end and returns what it printed; throws, with its output, when it fails. */
export function run(command, args, { cwd = root, env = {}, input = '' } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status === 0) return result.stdout;
  const ending = result.error?.message ?? (result.signal ? `ended by ${result.signal}` : `exit code ${result.status}`);
  throw new Error(`${[command, ...args].join(' ')}: ${ending}\n${result.stdout ?? ''}${result.stderr ?? ''}`);
}

/** Path of a program that the repository's own dependencies provide. */
export const bin = (name) => join(root, 'node_modules', '.bin', name);

/** Calls `use` with a fresh folder outside the repository and removes it afterwards. */
export async function inTemporaryFolder(use) {
  const dir = mkdtempSync(join(tmpdir(), 'gatewright-'));
  try {
    return await use(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Packs every published package into `destination`; returns `{ dir, manifest, tarball, files }` for each. */
export function pack(destination) {
  return packages.map(({ dir, manifest }) => {
    const [{ filename, files }] = JSON.parse(
      run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', destination], { cwd: dir }),
    );
    return { dir, manifest, tarball: join(destination, filename), files: files.map(({ path }) => path) };
  });
}

/** `name@version` of what the repository itself has installed, so that checks elsewhere use the same. */
export const pinned = (name) =>
  `${name}@${JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version}`;

/** Installs packages (specifiers or tarballs) into a folder that has a package.json. */
export const install = (cwd, specifiers, env) =>
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', ...specifiers], {
    cwd,
    env,
  });

/** Environment in which nothing but loopback addresses can be reached through a proxy, and no AWS account is known. */
export const offline = {
  HTTP_PROXY: 'http://127.0.0.1:9',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  NO_PROXY: '127.0.0.1,localhost',
  npm_config_offline: 'true',
  AWS_EC2_METADATA_DISABLED: 'true',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
};
