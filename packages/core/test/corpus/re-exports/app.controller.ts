import { Body, Controller, Get, Post } from '@gatewright/core';
import { dtos, Eins, One, Two } from './barrel.js';
@Controller('/x') export class BarrelController {
  constructor(private readonly two: Two) {}
  @Get() get() { return [new Eins() instanceof One, this.two.text]; }
  @Post() post(@Body(dtos.Dto) input: dtos.Dto) { return input.n; }
}
