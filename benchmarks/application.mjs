/** Writes an application of controllers with five routes each, every second one with a DTO, as large as asked. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const controller = (
  index,
) => `import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@gatewright/core';
import { CreateItem${index}, ListItems${index}, UpdateItem${index} } from './items-${index}.js';
import { ItemStore } from './item-store.js';

@Controller('/items-${index}')
export class Items${index}Controller {
  constructor(private readonly items: ItemStore) {}

  @Get()
  list(${index % 2 === 0 ? `@Query() page: ListItems${index}` : "@Query('limit') limit = 20"}) {
    return this.items.list(${index % 2 === 0 ? 'page.limit' : 'limit'});
  }

  @Get('/:id')
  get(@Param('id') id: string) {
    return this.items.get(id);
  }

  @Post()
  @HttpCode(201)
  create(@Body() input: CreateItem${index}) {
    return this.items.put(input.name, input);
  }

  @Patch('/:id')
  update(@Param('id') id: string, @Body() input: UpdateItem${index}) {
    return this.items.put(id, input);
  }

  @Delete('/:id')
  remove(@Param('id') id: string) {
    this.items.delete(id);
  }
}
`;

const dtos = (
  index,
) => `import { IsArray, IsEmail, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

export class CreateItem${index} {
  @Length(1, 50) name!: string;
  @IsEmail() email!: string;
  @IsInt() @Min(0) @Max(150) age!: number;
  @IsOptional() @IsArray() @IsString({ each: true }) tags?: string[];
}

export class UpdateItem${index} {
  @IsOptional() @Length(1, 50) name?: string;
  @IsOptional() @IsInt() @Min(0) @Max(150) age?: number;
}

export class ListItems${index} {
  @IsOptional() @IsInt() @Min(1) @Max(100) limit = 20;
}
`;

const store = `import { Injectable } from '@gatewright/core';

@Injectable()
export class ItemStore {
  readonly #items = new Map<string, object>();
  list(limit: number) { return [...this.#items.values()].slice(0, limit); }
  get(id: string) { return this.#items.get(id) ?? { id }; }
  put(id: string, item: object) { this.#items.set(id, item); return item; }
  delete(id: string) { this.#items.delete(id); }
}
`;

/** Writes the sources of an application with this many routes, a multiple of five, into a folder. */
export function writeApplication(folder, routes) {
  const src = path.join(folder, 'src');
  mkdirSync(src, { recursive: true });
  writeFileSync(
    path.join(folder, 'gatewright.config.ts'),
    `import { defineConfig } from '@gatewright/core';\nexport default defineConfig({ controllers: 'src/**/*.controller.ts' });\n`,
  );
  writeFileSync(path.join(src, 'item-store.ts'), store);
  for (let index = 0; index < routes / 5; index++) {
    writeFileSync(path.join(src, `items-${index}.controller.ts`), controller(index));
    writeFileSync(path.join(src, `items-${index}.ts`), dtos(index));
  }
}
