import { spawnSync } from 'node:child_process';
import { run } from './shell.mjs';

/** Rules that CDK itself breaks, in every app with a function: its `DependsOn` says what a reference says already. */
const OF_CDK = ['W3005'];

const isInstalled = spawnSync('cfn-lint', ['--version']).status === 0;

/** Throws when cfn-lint, where it is installed (`pip install cfn-lint`), finds anything in templates. */
export function lintTemplates(paths) {
  if (isInstalled) run('cfn-lint', ['--ignore-checks', ...OF_CDK, '--template', ...paths]);
  else console.log('cfn-lint is not installed, and was left out');
}
