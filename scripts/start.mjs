/** Builds the packages and serves the sample app, in one process: whoever ends `npm start` ends the local gateway with it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './workspace.mjs';

const { status } = spawnSync('npm', ['run', 'build', '--silent'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) process.exit(status ?? 1);

process.chdir(join(root, 'examples', 'sample-app'));
process.argv.push('dev');
await import('../packages/cli/bin/gatewright.mjs');
