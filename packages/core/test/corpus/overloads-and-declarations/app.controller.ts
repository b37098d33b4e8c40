import { Controller, Get, Query } from '@gatewright/core';
declare const BUILD: string;
declare global { interface Array<T> { never?: T } }
abstract class Shape { abstract area(): number; abstract readonly sides: number; protected abstract get label(): string; declare kind: string; [key: string]: unknown; describe() { return `${this.label} ${this.area()} ${this.sides}`; } }
@Controller('/x') export class ShapeController extends Shape {
  readonly sides = 4;
  constructor() { super(); this.kind = typeof BUILD; }
  area(): number; area(scale: number): number; area(scale = 1) { return 4 * scale; }
  protected get label() { return 'square ' + this.kind; }
  other(): string; other(): unknown { return 'MARK-other'; }
  @Get() get(this: ShapeController, @Query('scale', { required: true }) scale: number) { return this.describe() + this.area(scale); }
}
