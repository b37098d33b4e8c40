/** Synthesises every example as its own `cdk.json` says, without an AWS account and offline. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkAssembly } from './cloud-assembly.mjs';
import { bin, inTemporaryFolder, offline, run } from './shell.mjs';
import { examples } from './workspace.mjs';

for (const cwd of examples.filter((dir) => existsSync(join(dir, 'cdk.json')))) {
  await inTemporaryFolder((output) => {
    run(bin('cdk'), ['synth', '--quiet', '--strict', '--output', output], { cwd, env: offline });
    const { functions, routes } = checkAssembly(output);
    if (routes === 0) throw new Error(`${basename(cwd)}: no route in the template`);
    console.log(`${basename(cwd)}: ${functions} functions, ${routes} routes: ok`);
  });
}
