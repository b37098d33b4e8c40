import { Body, Delete, Get, HttpCode, Param, Post, Put } from '@gatewright/core';

export interface Item {
  readonly id: string;
}

/** The five routes of every resource; each controller has items of its own. */
export abstract class Items {
  readonly #items = new Map<string, Item>();

  @Get() list(): Item[] {
    return [...this.#items.values()];
  }

  @Get('/:id') get(@Param('id') id: string): Item {
    return this.#items.get(id) ?? { id };
  }

  @Post() @HttpCode(201) create(@Body(Object) item: Item): Item {
    this.#items.set(item.id, item);
    return item;
  }

  @Put('/:id') update(@Param('id') id: string, @Body(Object) item: Item): Item {
    this.#items.set(id, item);
    return item;
  }

  @Delete('/:id') remove(@Param('id') id: string): void {
    this.#items.delete(id);
  }
}
