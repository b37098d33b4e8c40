import { type ExplainedPackage, explain } from '@gatewright/core/compiler';
import { loadProject } from '../project.js';
import { textTable } from '../text-table.js';
import { withCommas } from '../with-commas.js';

/** What `gatewright explain` may be told. */
export interface ExplainCommandOptions {
  /** The project's folder. */
  readonly root?: string;
  /** Print JSON. */
  readonly json?: boolean;
}

/** Files of the application that are listed; the others are counted. */
const LISTED_FILES = 10;

/** Packages that take less are told about where something is to be done. */
const LEAST_SHARE = 0.01;

/** Prints what a route's function holds, why, and what to do. */
export const runExplain = async (id: string, { root: folder, json = false }: ExplainCommandOptions): Promise<void> => {
  const { root, config } = await loadProject(folder);
  const { dev: _, outDir: _unwritten, ...options } = config;
  const explanation = await explain({ ...options, root }, id);
  if (json) {
    console.log(JSON.stringify(explanation, null, 2));
    return;
  }
  const { bytes, gzip, packages } = explanation;
  const size = `${withCommas(bytes)} bytes, ${withCommas(gzip)} after gzip`;
  const table = textTable(packages.flatMap(packageRows));
  const reasons = packages.flatMap(packageReasons);
  console.log(
    [`${explanation.id}: ${size}`, table, ...(reasons.length === 0 ? [] : [reasons.join('\n')])].join('\n\n'),
  );
};

const packageRows = ({ name, version, bytes, share, files }: ExplainedPackage): (string | number)[][] => {
  const row = (title: string, size: number, part: string) => [title, size, part];
  const title = name === '' ? 'own sources' : `${name}${version === undefined ? '' : ` ${version}`}`;
  const listed = name === '' ? files.slice(0, LISTED_FILES) : [];
  const others = files.slice(LISTED_FILES).reduce((sum, file) => sum + file.bytes, 0);
  return [
    row(title, bytes, `${(share * 100).toFixed(1)} %`),
    ...listed.map((file) => row(`  ${file.file}`, file.bytes, '')),
    ...(name === '' && others > 0 ? [row(`  ${files.length - LISTED_FILES} more`, others, '')] : []),
  ];
};

/** How a package came, where it matters. */
const packageReasons = ({ name, share, chain, advice }: ExplainedPackage): string[] => {
  const sentences = advice.map((sentence) => `  ${sentence}`);
  if (name === '') return advice.length === 0 ? [] : ['own sources:', ...sentences];
  if (chain.length < 2 || (share < LEAST_SHARE && advice.length === 0)) return [];
  return [`${name}: ${chain.join(' -> ')}`, ...sentences];
};
