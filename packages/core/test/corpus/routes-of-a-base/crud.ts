import { Delete, Get, HttpCode, Param } from '@gatewright/core';
import { heavy } from './heavy.js';
export abstract class Read<T> {
  protected abstract all(): T[];
  @Get() list() { return this.all(); }
  @Get('/:id') find(@Param('id') id: string) { return this.one(Number(id)); }
  protected one(id: number): T | undefined { return this.all()[id]; }
}
export abstract class Crud<T> extends Read<T> {
  @Delete('/:id') @HttpCode(202) remove(@Param('id') id: string) { return heavy() + id; }
  override list() { return [...super.list(), ...super.list()]; }
}
