import { Controller, Get, Inject, Injectable } from '@gatewright/core';
import * as shared from 'shared';
import { Clock } from 'shared';
@Injectable() class Store { constructor(readonly clock: Clock) {} now() { return this.clock.now(); } }
@Controller('/package-inject') export class PackageinjectController {
  constructor(@Inject(Clock) readonly clock: { now(): string }) {}
  @Get() get() { return this.clock.now(); }
}
