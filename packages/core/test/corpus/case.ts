import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { BundleOptions } from '../../src/compiler/index.js';
import { createProject, type Project } from '../compiler/project.js';

/** A request to a route of a case, and what is answered. */
export interface CaseRequest {
  /** `Controller.method`. */
  readonly route: string;
  readonly path: string;
  readonly query?: string;
  readonly body?: unknown;
  /** @default 200 */
  readonly status?: number;
  /** The JSON body, of an object those properties that matter; or the text. */
  readonly answer: unknown;
}

/** What `case.json` says of a small application of odd TypeScript; all other files of its folder are the application. */
export interface CorpusCase {
  readonly title: string;
  readonly requests: readonly CaseRequest[];
  /** Texts of each route's code, source maps and what `nodeModules` copies left out. */
  readonly present?: Readonly<Record<string, readonly string[]>>;
  /** Texts that a route's code must not have: what others use. */
  readonly absent?: Readonly<Record<string, readonly string[]>>;
  /** The application's root, below the project's. @default the project's */
  readonly root?: string;
  /** Symbolic links to make, by name: what they point to, from the project's root. */
  readonly links?: Readonly<Record<string, string>>;
  /** Names of packages that the run time provides, as Lambda does the AWS SDK. */
  readonly provided?: readonly string[];
  /** The `@Application` class, and the file that exports it. */
  readonly application?: { readonly class: string; readonly file: string };
  /** Settings of the build. */
  readonly build?: BundleOptions;
  /** Beginnings of the build's warnings. */
  readonly warnings?: readonly string[];
  /** The codes that a reflective handler refuses the routes with, because it cannot know what only the source tells. */
  readonly unreflective?: readonly string[];
  /** Lines of the build's refusal; then there are no requests. */
  readonly refused?: readonly string[];
}

/** A folder of the corpus. */
export interface CaseFolder extends CorpusCase {
  readonly name: string;
  /** Contents by file name; packages stand in `modules`, because folders called `node_modules` are not kept. */
  readonly files: Readonly<Record<string, string>>;
}

export const readCases = (): CaseFolder[] =>
  readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readCase(path.join(import.meta.dirname, name)));

function readCase(folder: string): CaseFolder {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const files = names
    .filter((name) => name !== 'case.json')
    .map((name) => [name.replace(/(^|\/)modules\//g, '$1node_modules/'), read(name)]);
  return {
    name: path.basename(folder),
    files: Object.fromEntries(files),
    ...(JSON.parse(read('case.json')) as CorpusCase),
  };
}

/** Writes a case as a project of its own. */
export async function writeCase({ files, links = {} }: CaseFolder): Promise<Project> {
  const project = await createProject(files);
  for (const [name, target] of Object.entries(links)) {
    const link = path.join(project.root, name);
    await mkdir(path.dirname(link), { recursive: true });
    await symlink(path.join(project.root, target), link);
  }
  return project;
}
