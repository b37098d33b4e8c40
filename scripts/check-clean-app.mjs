/**
 * What a newcomer does: `cdk init`, install the packages, one controller, each construct, `cdk synth`. Outside the repository, from the
 * tarballs, with the runner that `cdk init` chose, without an AWS account and offline; with the newest CDK and the oldest one supported.
 */
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkAssembly } from './cloud-assembly.mjs';
import { bin, install, inTemporaryFolder, offline, pack, pinned, run } from './shell.mjs';
import { packages, root } from './workspace.mjs';

const construct = packages.find(({ manifest }) => manifest.name === '@gatewright/cdk-construct').manifest;
const oldest = Object.entries(construct.peerDependencies)
  .filter(([name]) => !name.startsWith('@gatewright/'))
  .map(([name, range]) => `${name}@${range.replace('^', '')}`);

await inTemporaryFolder(async (dir) => {
  const app = join(dir, 'clean-app');
  mkdirSync(app);
  run(bin('cdk'), ['init', 'app', '--language', 'typescript', '--generate-only'], { cwd: app, env: offline });
  cpSync(join(root, 'scripts', 'clean-app'), app, { recursive: true });
  const tarballs = pack(dir)
    .filter(({ manifest }) => manifest.name !== 'create-gatewright')
    .map(({ tarball }) => tarball);
  for (const cdk of [['aws-cdk-lib', 'constructs'].map(pinned), oldest]) {
    for (const name of ['node_modules', 'package-lock.json']) rmSync(join(app, name), { recursive: true, force: true });
    install(app, [...tarballs, ...['class-transformer', 'class-validator'].map(pinned), ...cdk]);
    synth(app, cdk.join(', '));
  }
});

function synth(app, label) {
  const { app: runner } = JSON.parse(readFileSync(join(app, 'cdk.json'), 'utf8'));
  run(join(app, 'node_modules', '.bin', 'cdk'), ['synth', '--quiet', '--strict'], { cwd: app, env: offline });
  const { functions, routes } = checkAssembly(join(app, 'cdk.out'));
  if (functions !== 5 || routes !== 4)
    throw new Error(`expected 5 functions and 4 routes, got ${functions} and ${routes}`);
  console.log(`clean app, ${label}, "${runner}": ok`);
}
