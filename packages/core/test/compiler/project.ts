import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const require = createRequire(import.meta.url);
const repositoryModules = path.join(import.meta.dirname, '../../../../node_modules');

/** A project in a temporary folder, with the packages that an application has installed. */
export interface Project {
  readonly root: string;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Writes a project; file names are relative to its root.
 *
 * @param packages further packages that it has installed
 */
export async function createProject(
  files: Readonly<Record<string, string>>,
  packages: readonly string[] = [],
): Promise<Project> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'gatewright-test-')));
  const modules = path.join(root, 'node_modules');
  await mkdir(path.join(modules, '@gatewright'), { recursive: true });
  for (const name of ['@gatewright/core', 'class-validator', 'class-transformer'])
    await symlink(path.dirname(require.resolve(`${name}/package.json`)), path.join(modules, name));
  for (const name of packages) {
    await mkdir(path.dirname(path.join(modules, name)), { recursive: true });
    await symlink(path.join(repositoryModules, name), path.join(modules, name));
  }
  const project: Project = {
    root,
    async write(more) {
      for (const [name, content] of Object.entries(more)) {
        await mkdir(path.dirname(path.join(root, name)), { recursive: true });
        await writeFile(path.join(root, name), content);
      }
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
  await project.write(files);
  return project;
}

/** Everything a controller file imports in these tests. */
export const IMPORTS = `import { All, Body, Controller, Cookie, Ctx, Delete, Get, Header, Headers, HttpCode, Inject, Injectable, Lambda, Param, Patch, Post, Put, Query, Req } from '@gatewright/core';\n`;
