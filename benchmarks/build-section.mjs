/** How long the whole build takes. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { writeApplication } from './application.mjs';
import { median, table } from './measure.mjs';

const require = createRequire(import.meta.url);
const packageFolder = (name) => path.dirname(require.resolve(`${name}/package.json`));
const cli = path.join(packageFolder('@gatewright/cli'), 'bin', 'gatewright.mjs');

const PACKAGES = ['@gatewright/core', '@gatewright/cli', 'class-validator', 'class-transformer'];

/** The section's text. */
export function buildSection({ quick, folder }) {
  const rows = [10, 100].map((routes) => {
    const root = createApplication(folder, routes);
    const times = Array.from({ length: quick ? 3 : 7 }, () => timeBuild(root));
    return [String(routes), median(times).toFixed(2)];
  });
  return [
    '## Build',
    'The whole `gatewright build` command on an application of controllers with five routes each, half of the routes with a DTO (`benchmarks/application.mjs`).',
    table(['routes', 'seconds'], rows),
  ].join('\n\n');
}

/** An application with packages installed as links. */
function createApplication(folder, routes) {
  const root = path.join(folder, `app-${routes}`);
  mkdirSync(path.join(root, 'node_modules', '@gatewright'), { recursive: true });
  for (const name of PACKAGES) symlinkSync(packageFolder(name), path.join(root, 'node_modules', name));
  writeApplication(root, routes);
  return root;
}

/** Wall time in seconds of the whole command in a fresh process. */
function timeBuild(root) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [cli, 'build', '--out', 'out'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}
