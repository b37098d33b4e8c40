/**
 * Checks the packages as npm would publish them: publint, attw, no stray file, and each entry loaded from the tarball, as ES module
 * and as CommonJS, with the exported names that `scripts/exports.txt` records (`--update` rewrites it).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, install, inTemporaryFolder, pack, pinned, run } from './shell.mjs';
import { root } from './workspace.mjs';

const snapshot = join(root, 'scripts', 'exports.txt');
const peers = ['class-transformer', 'class-validator', 'aws-cdk-lib', 'constructs'];
const shipped = /^(dist\/(esm|cjs)\/|src\/|bin\/|template\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/;
const problems = [];

await inTemporaryFolder(async (dir) => {
  const packed = pack(dir);
  for (const each of packed) checkTarball(each);
  writeFileSync(join(dir, 'package.json'), '{ "name": "smoke", "private": true }\n');
  checkWithoutPeers(
    dir,
    packed.find(({ manifest }) => manifest.name === '@gatewright/core'),
  );
  install(dir, [...packed.map(({ tarball }) => tarball), ...peers.map(pinned)]);
  checkExports(
    dir,
    packed.flatMap(({ manifest }) => entriesOf(manifest)),
  );
  for (const { manifest } of packed) for (const name of Object.keys(manifest.bin ?? {})) checkProgram(dir, name);
});

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}

function attempt(what, check) {
  try {
    check();
    console.log(`${what}: ok`);
  } catch (error) {
    problems.push(`${what}: ${error.message}`);
  }
}

function checkTarball({ manifest, tarball, files }) {
  attempt(`${manifest.name}: files`, () => {
    const stray = files.filter((path) => !shipped.test(path));
    const missing = ['LICENSE', 'README.md'].filter((path) => !files.includes(path));
    if (stray.length + missing.length > 0)
      throw new Error(`stray: ${stray.join(', ') || '-'}; missing: ${missing.join(', ') || '-'}`);
  });
  attempt(`${manifest.name}: publint`, () => run(bin('publint'), ['run', tarball, '--strict']));
  if (entriesOf(manifest).length > 0) {
    attempt(`${manifest.name}: attw`, () =>
      run(bin('attw'), [tarball, '--profile', 'node16', '--no-color', '--no-emoji']),
    );
  }
}

/** class-validator and class-transformer are optional: only what validates DTOs may need them. */
function checkWithoutPeers(dir, { manifest, tarball }) {
  install(dir, [tarball]);
  const entries = entriesOf(manifest).filter((entry) => !/\/(?:validation|mapped-types)$/.test(entry));
  const code = `await Promise.all(${JSON.stringify(entries)}.map((entry) => import(entry)))`;
  attempt(`${manifest.name}: without its optional peers`, () =>
    run(process.execPath, ['--input-type=module', '--eval', code], { cwd: dir }),
  );
}

/** What a user may import: `@gatewright/core`, `@gatewright/core/runtime`, ... */
function entriesOf({ name, exports }) {
  return Object.entries(exports ?? {})
    .filter(([, target]) => target.import)
    .map(([path]) => name + path.slice(1))
    .sort();
}

function checkExports(dir, entries) {
  const list = `${entries.map((entry) => `[${JSON.stringify(entry)}, await import(${JSON.stringify(entry)})]`).join(', ')}`;
  const print = 'console.log(JSON.stringify(entries.map(([entry, exports]) => [entry, Object.keys(exports).sort()])))';
  writeFileSync(join(dir, 'smoke.mjs'), `const entries = [${list}];\n${print}`);
  writeFileSync(join(dir, 'smoke.cjs'), `const entries = [${list.replaceAll('await import(', 'require(')}];\n${print}`);
  const [esm, cjs] = ['smoke.mjs', 'smoke.cjs'].map((file) => describe(run(process.execPath, [file], { cwd: dir })));
  if (process.argv.includes('--update')) writeFileSync(snapshot, esm);
  const recorded = existsSync(snapshot) ? readFileSync(snapshot, 'utf8') : '';
  attempt('exports: ES modules', () => compare(esm, recorded, 'scripts/exports.txt'));
  attempt('exports: CommonJS', () => compare(cjs, esm, 'the ES modules'));
}

function describe(output) {
  return JSON.parse(output)
    .map(([entry, names]) => `${[entry, ...names.map((name) => `  ${name}`)].join('\n')}\n`)
    .join('');
}

function compare(actual, expected, source) {
  if (actual === expected) return;
  const [now, before] = [actual, expected].map((text) => qualify(text));
  const added = now.filter((name) => !before.includes(name));
  const gone = before.filter((name) => !now.includes(name));
  throw new Error(`differ from ${source}; added: ${added.join(', ') || '-'}; gone: ${gone.join(', ') || '-'}`);
}

/** Names as `entry#name`, so that a difference tells where. */
function qualify(text) {
  let entry = '';
  return text.split('\n').flatMap((line) => {
    if (!line.startsWith(' ')) entry = line;
    return line.startsWith(' ') ? [`${entry}#${line.trim()}`] : [];
  });
}

function checkProgram(dir, name) {
  attempt(`${name} --help`, () => {
    if (!run(join(dir, 'node_modules', '.bin', name), ['--help'], { cwd: dir }).trim())
      throw new Error('printed nothing');
  });
}
