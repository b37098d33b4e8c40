/**
 * Checks README.md and docs: links between files lead somewhere, headings they name exist, and each complete TypeScript example (a
 * ```ts block that begins with an import) type-checks against the built packages, and is run where it is a test; each ```http block is
 * answered as it says, and each ```diff block that names two files shows them.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectOf } from '../jest.config.mjs';
import { checkDiffs } from './diffs.mjs';
import { exchangesOf, runExchanges } from './exchanges.mjs';
import { bin, run } from './shell.mjs';
import { examples, filesIn, packages, root } from './workspace.mjs';

const pages = [
  ...['README.md', 'CONTRIBUTING.md'].map((name) => join(root, name)),
  ...(existsSync(join(root, 'docs')) ? filesIn(join(root, 'docs')).map((path) => join(root, 'docs', path)) : []),
  ...packages.map(({ dir }) => join(dir, 'README.md')),
  ...examples.map((dir) => join(dir, 'README.md')),
].filter((path) => path.endsWith('.md') && existsSync(path));

const compilerOptions = {
  target: 'es2022',
  module: 'preserve',
  moduleResolution: 'bundler',
  strict: true,
  experimentalDecorators: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node', 'jest'],
};
const problems = pages.flatMap((page) => [
  ...checkLinks(page),
  ...checkDiffs(readFileSync(page, 'utf8')).map((problem) => `${relative(root, page)}: ${problem}`),
]);
// not in node_modules, nor in a folder with a dot, where nobody's controllers are looked for
const folder = join(root, 'docs-build');
const checked = checkExamples(folder);
const exchanged = await checkExchanges(folder);
const tested = checkTests(folder);
console.log(
  `${pages.length} pages, ${checked} complete examples, ${exchanged} exchanges on every front door, ${tested} tests`,
);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}

function checkLinks(page) {
  const text = withoutCode(readFileSync(page, 'utf8'));
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => !resolves(page, link))
    .map((link) => `${relative(root, page)}: the link "${link}" leads nowhere`);
}

function resolves(page, link) {
  const [path, anchor] = link.split('#');
  const target = path ? join(dirname(page), decodeURIComponent(path)) : page;
  if (!existsSync(target)) return false;
  return !anchor || !target.endsWith('.md') || anchorsOf(target).includes(anchor);
}

/** The ids that GitHub gives to a page's headings. */
function anchorsOf(page) {
  return [...withoutCode(readFileSync(page, 'utf8'), /```[\s\S]*?```/g).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}

function withoutCode(text, code = /```[\s\S]*?```|`[^`\n]*`/g) {
  return text.replaceAll(code, '');
}

/**
 * Compiles the examples as a user's strict project would, inside the workspace, where the packages resolve. Those of one page are
 * one project: a first line such as `// src/users.ts` names the file, so that a later example can import it.
 */
function checkExamples(dir) {
  rmSync(dir, { recursive: true, force: true });
  const sources = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/^```ts\n((?:\/\/ (\S+\.ts)\n+)?import [\s\S]*?)^```/gm)].map(
      ([, code, name], index) => ({
        path: join(dir, relative(root, page), name ?? `example-${index + 1}.ts`),
        code,
      }),
    ),
  );
  if (sources.length === 0) return 0;
  for (const { path, code } of sources) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
  writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }));
  try {
    run(bin('tsc'), ['-p', dir]);
  } catch (error) {
    problems.push(error.message);
  }
  return sources.length;
}

/** Runs the examples that are tests, as jest and swc do in a user's project; returns how many files they are. */
function checkTests(dir) {
  const tests = filesIn(dir).filter((path) => path.endsWith('.test.ts'));
  const config = { ...projectOf({ dir }), testMatch: ['<rootDir>/**/*.test.ts'] };
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', jest, '--silent', '--config'];
  try {
    run(process.execPath, [...flags, JSON.stringify(config)]);
  } catch (error) {
    problems.push(error.message);
  }
  return tests.length;
}

/** Sends the http blocks of each page to the handlers that its files compile to. */
async function checkExchanges(dir) {
  let count = 0;
  for (const page of pages) {
    const exchanges = exchangesOf(readFileSync(page, 'utf8'));
    if (exchanges.length === 0) continue;
    const name = relative(root, page);
    const found = await runExchanges(join(dir, name), exchanges).catch((error) => [error.message]);
    problems.push(...found.map((problem) => `${name}: ${problem}`));
    count += exchanges.length;
  }
  return count;
}
