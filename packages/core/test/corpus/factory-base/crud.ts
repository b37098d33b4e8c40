import { Body, Get, Param, Post } from '@gatewright/core';
type Constructor<T> = new () => T;
export function createCrud<T extends object>(Item: Constructor<T>, make: () => T[]) {
  abstract class Crud {
    protected readonly items = make();
    @Get('/:index') find(@Param('index') index: number) { return this.items[index]; }
    @Post() create(@Body(Item) item: T) { this.items.push(item); return [this.items.length, item instanceof Item, this.label()]; }
    protected label() { return Item.name; }
  }
  return Crud;
}
