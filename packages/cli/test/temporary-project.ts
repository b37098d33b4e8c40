import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** A project in a folder of its own that finds the packages it imports as if they were installed. */
export class TemporaryProject {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'gatewright-')));

  constructor(files: Readonly<Record<string, string>>) {
    for (const name of ['@gatewright/core', '@gatewright/cdk-construct', 'class-validator', 'class-transformer']) {
      const link = join(this.root, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(dirname(require.resolve(`${name}/package.json`)), link, 'dir');
    }
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string): void {
    mkdirSync(dirname(join(this.root, name)), { recursive: true });
    writeFileSync(join(this.root, name), content);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export const CONFIG = `
import { defineConfig } from '@gatewright/core';
export default defineConfig({
  controllers: 'src/**/*.controller.ts',
  dev: {
    environment: { GREETING: 'hello', TABLE: 'configured' },
    start: () => ({ environment: { TABLE: 'local' }, stop: () => console.log('services stopped') }),
  },
});
`;

export const TODOS = `
import { Body, Controller, Get, Param, Post } from '@gatewright/core';
import { IsString } from 'class-validator';

export class CreateTodo {
  @IsString() title!: string;
}

@Controller('/todos')
export class TodosController {
  @Get()
  list(): unknown {
    console.log('listing');
    return { greeting: process.env.GREETING, table: process.env.TABLE };
  }

  @Get('/:id')
  get(@Param() id: string): unknown {
    if (id === 'stack') return { stack: new Error('where').stack };
    return { id };
  }

  @Post()
  create(@Body() input: CreateTodo): CreateTodo {
    return input;
  }
}
`;
