/** Verifies compiled DTOs against the libraries, once for each that is new: verdicts are kept by what they are about. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { RunningApplication } from '../load-application.js';
import type { CompiledDtos } from './compile-dtos.js';
import type { Verdict, VerificationPlan } from './verify-dtos.js';

/** How many mixtures are tried on a DTO: the most, the fewest, and on all DTOs of a build where that is between. */
const MIXTURES = { most: 200, fewest: 20, together: 2000 };

const mixturesFor = (count: number): number =>
  Math.min(MIXTURES.most, Math.max(MIXTURES.fewest, Math.floor(MIXTURES.together / count)));

/** What is tried beside what a build tries. */
export type Trials = Partial<Pick<VerificationPlan, 'mixtures' | 'seed' | 'callsAuthored'>>;

/** What verdicts depend on beside the code. */
export interface VerificationContext extends Pick<RunningApplication, 'verify'> {
  readonly root: string;
  /** Hash of this package's modules: a linked or patched one has the same version. */
  readonly core: string;
  readonly trials?: Trials;
}

/** Verifies compiled DTOs; returns the verdict of each, undefined where nothing differs. */
export async function verifyCompiled(
  compiled: readonly CompiledDtos[],
  { root, core, verify, trials = {} }: VerificationContext,
): Promise<Verdict[]> {
  const versions = [core, ...LIBRARIES.map((name) => versionOf(root, name))];
  const folder = path.join(root, 'node_modules', '.cache', 'gatewright', 'validators');
  const files = compiled.map((dtos) => path.join(folder, `${hashOf([versions, process.version, trials, dtos])}.json`));
  const known = files.map(readVerdict);
  const fresh = compiled.flatMap((dtos, index) => (known[index] === undefined ? [{ dtos, index }] : []));
  if (fresh.length === 0) return known.map((verdict) => verdict?.verdict);
  const plan: VerificationPlan = {
    compiled: fresh.map(({ dtos }) => dtos),
    root,
    mixtures: mixturesFor(fresh.length),
    seed: 1,
    ...trials,
  };
  const verdicts = await verify(plan);
  mkdirSync(folder, { recursive: true });
  for (const [position, { index }] of fresh.entries()) {
    known[index] = { verdict: verdicts[position] ?? undefined };
    writeFileSync(files[index] as string, JSON.stringify(known[index]));
  }
  return known.map((verdict) => verdict?.verdict);
}

const LIBRARIES = ['class-validator', 'class-transformer', 'validator'];

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);

function readVerdict(file: string): { readonly verdict: Verdict } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // there is none
  }
}

/** The version of a package that a project has; its name where it has none. */
function versionOf(root: string, name: string): string {
  try {
    return createRequire(path.join(root, 'package.json'))(`${name}/package.json`).version;
  } catch {
    return name;
  }
}
