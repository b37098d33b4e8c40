/**
 * Runs inside `lerna version`, after it has set the new version and before it commits: lerna leaves peer dependencies as they are, so
 * that the construct would go on asking for the previous core.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, run } from './shell.mjs';
import { packages, root } from './workspace.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'lerna.json'), 'utf8'));
const own = packages.map(({ manifest }) => manifest.name);

for (const { dir, manifest } of packages) {
  const peers = Object.keys(manifest.peerDependencies ?? {}).filter((name) => own.includes(name));
  for (const name of peers) manifest.peerDependencies[name] = `^${version}`;
  if (peers.length > 0) writeFileSync(join(dir, 'package.json'), JSON.stringify(manifest, null, 2));
}
run('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund']);
run(bin('biome'), ['format', '--write', 'lerna.json', 'packages', 'examples']);
run('git', ['add', '--update']);
