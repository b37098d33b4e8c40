/** Synthesises every example as its own `cdk.json` says, without an AWS account and offline. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkAssembly } from './cloud-assembly.mjs';
import { bin, inTemporaryFolder, offline, run } from './shell.mjs';
import { examples } from './workspace.mjs';

/** An app of which an example shows how it was before. */
const BEFORE = 'bin/before.ts';

for (const cwd of examples.filter((dir) => existsSync(join(dir, 'cdk.json')))) {
  await synth(basename(cwd), cwd, []);
  if (existsSync(join(cwd, BEFORE)))
    await synth(`${basename(cwd)}, before`, cwd, ['--app', `npx --no-install tsx ${BEFORE}`]);
}

function synth(name, cwd, options) {
  return inTemporaryFolder((output) => {
    run(bin('cdk'), ['synth', '--quiet', '--strict', '--output', output, ...options], { cwd, env: offline });
    const { functions, routes } = checkAssembly(output);
    if (routes === 0) throw new Error(`${name}: no route in the template`);
    console.log(`${name}: ${functions} functions, ${routes} routes: ok`);
  });
}
