import { Controller, Get, Inject } from '@gatewright/core';
import * as shared from 'shared';
import { Clock } from 'shared';
import { Again } from './clock.js';
import { Store } from './store.js';
interface Clocked { now(): string }
@Controller('/package-classes') export class PackageClassesController {
  constructor(readonly store: Store, @Inject(Clock) readonly token: Clocked, readonly member: shared.Clock, readonly again: Again) {}
  @Get() get() { return [this.store.clock.now(), new Set([this.store.clock, this.token, this.member, this.again]).size]; }
}
