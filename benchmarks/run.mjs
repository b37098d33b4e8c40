/**
 * Measures Gatewright side by side with what it replaces, in one run, and writes docs/benchmarks.md.
 *
 * `npm run bench` measures fully, `npm run bench -- --quick` in less than two minutes; names of sections (`peers`, `features`, `build`)
 * measure only those and leave the others on the page as they are.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildSection } from './build-section.mjs';
import { featuresSection } from './features-section.mjs';
import { peersSection } from './peers-section.mjs';

const SECTIONS = { peers: peersSection, features: featuresSection, build: buildSection };
const PAGE = path.join(import.meta.dirname, '..', 'docs', 'benchmarks.md');

const HEAD = `# Benchmarks

Written by \`npm run bench\`. Everything is measured side by side in one run; machines differ and are noisy, so only the ratios mean much.
`;

const USAGE = `npm run bench -- [--quick] [${Object.keys(SECTIONS).join('] [')}]`;

const { quick = false, help, asked } = readArguments();
if (help) {
  console.log(USAGE);
  process.exit();
}

/** What is asked for; a section that is not known is a mistake, not all of them. */
function readArguments() {
  try {
    const options = { quick: { type: 'boolean' }, help: { type: 'boolean' } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = positionals.filter((name) => !Object.hasOwn(SECTIONS, name));
    if (unknown.length > 0) throw new Error(`there is no section ${unknown.join(', ')}`);
    return { ...values, asked: positionals };
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    process.exit(1);
  }
}

const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
const marker = (name) => `<!-- ${name} -->`;
/** What the page says of a section now. */
const present = (name) => page.split(marker(name))[1]?.trim() ?? '';

const folder = mkdtempSync(path.join(tmpdir(), 'gatewright-bench-'));
try {
  const parts = [HEAD];
  for (const [name, measure] of Object.entries(SECTIONS)) {
    const isAsked = asked.length === 0 || asked.includes(name);
    const text = isAsked ? await measure({ quick, folder: path.join(folder, name) }) : present(name);
    if (isAsked) process.stdout.write(`${text}\n`);
    parts.push(`${marker(name)}\n${text}\n${marker(name)}\n`);
  }
  // a page without marks has sections that cannot be told apart, and would be lost
  if (asked.length === 0 || Object.keys(SECTIONS).every((name) => page.includes(marker(name))))
    writeFileSync(PAGE, parts.join('\n'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
// a peer's timers keep the process
process.exit();
