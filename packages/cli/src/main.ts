import { errorText } from './command-error.js';
import { createProgram } from './program.js';

try {
  await createProgram().parseAsync();
} catch (error) {
  console.error(errorText(error));
  process.exitCode = 1;
}
// Written out first, then ended: what a configuration's dev.start left open must not keep the process.
await new Promise((resolve) => process.stdout.write('', resolve));
process.exit();
