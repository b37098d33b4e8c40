import { Controller, Get, Param } from '@gatewright/core';
abstract class Crud<T> {
  protected abstract load(id: string): T;
  @Get('/:id') find(@Param('id') id: string) { return { found: this.load(id), by: this.describe() }; }
  protected describe(): string { return 'base'; }
}
@Controller('/abstract') export class AbstractController extends Crud<number> {
  protected load(id: string) { return Number(id) + 1; }
  protected override describe() { return super.describe() + ' and own'; }
}
