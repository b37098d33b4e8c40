/** The source of one controller of the CRUD application. */
export const itemsController = (
  resource,
  index,
) => `import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@gatewright/core';

interface Item {
  readonly id: string;
}

@Controller('/${resource}')
export class Items${index}Controller {
  readonly #items = new Map<string, Item>();

  @Get() list() {
    return [...this.#items.values()];
  }

  @Get('/:id') get(@Param('id') id: string) {
    return this.#items.get(id) ?? { id };
  }

  @Post() @HttpCode(201) create(@Body(Object) item: Item) {
    this.#items.set(item.id, item);
    return item;
  }

  @Put('/:id') update(@Param('id') id: string, @Body(Object) item: Item) {
    this.#items.set(id, item);
    return item;
  }

  @Delete('/:id') remove(@Param('id') id: string) {
    this.#items.delete(id);
  }
}
`;
