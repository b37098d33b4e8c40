import { Inject, Injectable, Optional } from '@gatewright/core';
import { made } from './journal.js';
import { NOW, SETTINGS, type Settings, TABLE_NAME, TRACER } from './tokens.js';

export abstract class Store {
  abstract describe(): string;
}

@Injectable()
export class Client {
  constructor(@Inject(SETTINGS) readonly settings: Settings) {
    made('Client');
  }
}

/** Not marked: a provider names it. */
export class UnmarkedClock {
  now(): string {
    return 'noon';
  }
}

@Injectable()
export class DynamoStore extends Store {
  constructor(
    readonly client: Client,
    @Inject(TABLE_NAME) readonly table: string,
  ) {
    super();
    made('DynamoStore');
  }

  describe(): string {
    return `${this.table} in ${this.client.settings.region}`;
  }
}

@Injectable()
export class CachedStore extends Store {
  constructor(
    readonly inner: DynamoStore,
    readonly client: Client,
  ) {
    super();
    made('CachedStore');
  }

  describe(): string {
    return `cached ${this.inner.describe()}, one client: ${this.inner.client === this.client}`;
  }
}

export abstract class Reporter {
  @Inject(NOW) protected readonly now!: () => string;
  @Optional() @Inject(TRACER) protected readonly tracer = { trace: () => 'no tracer' };
}

@Injectable()
export class DailyReporter extends Reporter {
  @Inject() readonly store!: Store;

  constructor(@Optional() @Inject(TRACER) readonly given: { trace(): string } = { trace: () => 'default' }) {
    super();
    made('DailyReporter');
  }

  report(): string {
    return [this.now(), this.store.describe(), this.tracer.trace(), this.given.trace()].join('; ');
  }
}
