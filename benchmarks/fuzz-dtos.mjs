/** Runs packages/core/test/fuzz/dtos.test.ts, which compares compiled DTOs with the libraries, with more inputs than the tests do. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/** Whether compiled DTOs do with random inputs what the libraries do; what differs is printed. */
export function fuzzDtos({ count, seed }) {
  console.log(`${count} random inputs of compiled DTOs, seed ${seed}`);
  const jest = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const test = ['--selectProjects', 'core', '--coverage=false', '--testPathPatterns', 'core/test/fuzz/dtos'];
  const { status } = spawnSync(process.execPath, [...jest, ...test], {
    cwd: root,
    env: { ...process.env, FUZZ_INPUTS: String(count), FUZZ_SEED: String(seed) },
    stdio: 'inherit',
  });
  return status === 0;
}
