/**
 * Writes each library's CommonJS build, `dist/cjs`, from what `tsc -b` wrote to `dist/esm`: module for module, so that a path
 * means the same in both. The declarations are the same text; the `package.json` beside them says how to read it.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { filesIn, packages, root } from './workspace.mjs';

const hasCjsBuild = ({ manifest }) => manifest.main?.startsWith('./dist/cjs/');

for (const { dir } of packages.filter(hasCjsBuild)) {
  const from = join(dir, 'dist', 'esm');
  const to = join(dir, 'dist', 'cjs');
  const stampFile = join(dir, 'dist', 'cjs.tsbuildinfo');
  if (!existsSync(from)) throw new Error(`${from} is missing: run "npm run build"`);
  const stamp = stampOf(from);
  if (existsSync(to) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue;
  rmSync(to, { recursive: true, force: true });
  await writeModules(from, to);
  for (const path of filesIn(from).filter((name) => /\.d\.ts(\.map)?$/.test(name)))
    cpSync(join(from, path), join(to, path));
  writeFileSync(join(to, 'package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(stampFile, stamp);
  console.log(`${basename(dir)}: dist/cjs written`);
}

/** Tells whether anything that `dist/cjs` is made from has changed, without reading it. */
function stampOf(from) {
  const inputs = [
    ...filesIn(from).map((path) => join(from, path)),
    join(root, 'scripts/build-cjs.mjs'),
    join(root, 'package-lock.json'),
  ];
  const hash = createHash('sha256');
  for (const path of inputs) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

async function writeModules(from, to) {
  const { rolldown } = await import('rolldown'); // here, because an unchanged build does not need it
  const modules = filesIn(from).filter((path) => path.endsWith('.js'));
  const bundle = await rolldown({
    input: Object.fromEntries(modules.map((path) => [path.slice(0, -'.js'.length), join(from, path)])),
    platform: 'node', // replaces import.meta.url, import.meta.dirname and import.meta.filename
    external: (id) => !id.startsWith('.') && !isAbsolute(id),
    treeshake: false,
    plugins: [{ name: 'gatewright-cjs', load: loadWithMap, renderChunk: trustDefaultExports }],
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  await bundle.write({
    dir: to,
    format: 'cjs',
    exports: 'named',
    preserveModules: true,
    preserveModulesRoot: from,
    entryFileNames: '[name].js',
    sourcemap: true,
  });
  await bundle.close();
}

function loadWithMap(id) {
  if (!existsSync(`${id}.map`)) return null;
  return { code: readFileSync(id, 'utf8'), map: readFileSync(`${id}.map`, 'utf8') };
}

/**
 * Rolldown gives an importer of "type": "module" what Node would: all of `module.exports` as the default export. That holds for a
 * CommonJS package; of an ES module that was required, the default export is meant. Mode 0 of its helper tells the two apart.
 */
function trustDefaultExports(code) {
  return { code: code.replaceAll(/__toESM\((\w+), 1\)/g, '__toESM($1, 0)'), map: null };
}
