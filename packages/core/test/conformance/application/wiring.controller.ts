import { Controller, Get, Inject, Injectable, Param, Query } from '@gatewright/core';

@Injectable()
class Clock {
  now() {
    return '2026-01-01';
  }
}

@Injectable()
class SpecialClock extends Clock {
  override now() {
    return '2027-01-01';
  }
}

@Injectable()
class Counter {
  #count = 0;
  constructor(readonly clock: Clock) {}
  next() {
    this.#count += 1;
    return this.#count;
  }
}

export abstract class ReadController {
  protected abstract readonly kind: string;

  @Get('/items/:id')
  item(@Param('id') id: string) {
    return { id, kind: this.kind, label: this.label(id) };
  }

  @Get('/items')
  items(@Query('limit') limit: number = 3) {
    return { limit, kind: this.kind };
  }

  protected label(id: string) {
    return `base ${id}`;
  }
}

/** Depends on classes, inherits routes, and shares what it depends on. */
@Controller('/wiring')
export class WiringController extends ReadController {
  protected readonly kind = 'wired';

  constructor(
    private readonly counter: Counter,
    private readonly clock: Clock,
    @Inject(SpecialClock) private readonly special: Clock,
  ) {
    super();
  }

  @Get('/shared')
  shared() {
    return { same: this.counter.clock === this.clock, now: this.clock.now(), special: this.special.now() };
  }

  @Get('/count')
  count() {
    const first = this.counter.next();
    return { difference: this.counter.next() - first };
  }

  override items(limit?: number) {
    return { ...super.items(limit), overridden: true };
  }

  protected override label(id: string) {
    return `${super.label(id)} of ${this.kind}`;
  }
}
