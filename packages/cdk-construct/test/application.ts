import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const modules = join(import.meta.dirname, '../../../node_modules');

export const TODOS_CONTROLLER = `
import { Body, Controller, Get, HttpCode, Lambda, Param, Post } from '@gatewright/core';
import { IsString } from 'class-validator';

export class CreateTodo {
  @IsString()
  title!: string;
}

@Controller('/todos')
export class TodosController {
  @Get('/:id')
  get(@Param() id: string) {
    return { id };
  }

  @Post()
  @HttpCode(201)
  @Lambda({ memorySize: 512, environment: { MODE: 'write' } })
  create(@Body() input: CreateTodo) {
    return input;
  }
}
`;

/** Files of an application with one controller. */
export const todosApplication = { 'src/todos.controller.ts': TODOS_CONTROLLER };

/** Writes an application to a folder of its own, where it finds the packages of this workspace. */
export function writeApplication(files: Readonly<Record<string, string>> = todosApplication): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'gatewright-')));
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(modules)) {
    if (!name.startsWith('.')) symlinkSync(join(modules, name), join(root, 'node_modules', name));
  }
  for (const [path, contents] of Object.entries(files)) writeFile(root, path, contents);
  return root;
}

/** Writes one file of an application. */
export function writeFile(root: string, path: string, contents: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), contents);
}

export const removeApplication = (root: string): void => rmSync(root, { recursive: true, force: true });
