import type { TextEncoder } from 'node:util';
import { Controller, Get, Inject, Injectable, Optional, provide } from '@gatewright/core';
import { made } from './journal.js';
import { namedQueue } from './providers.js';
import { Client, DailyReporter, DynamoStore, Store } from './stores.js';
import { QUEUE, TABLE_NAME } from './tokens.js';

@Controller('/stores')
export class StoresController {
  constructor(
    readonly store: Store,
    readonly client: Client,
    @Inject('alias') readonly alias: Client,
  ) {
    made('StoresController');
  }

  @Get()
  describe() {
    return { store: this.store.describe(), isAlias: this.alias === this.client };
  }
}

@Controller('/reports')
export class ReportsController {
  @Inject(DailyReporter) readonly reporter!: DailyReporter;
  @Inject(TABLE_NAME) readonly 'the table'!: string;

  @Get()
  report() {
    return { report: this.reporter.report(), table: this['the table'] };
  }
}

@Controller('/kinds', { providers: [namedQueue('orders')] })
export class KindsController {
  constructor(
    @Inject(QUEUE) readonly queue: object,
    @Inject('shorthand') readonly shorthand: object,
    @Inject('optional') readonly optional: object,
    @Inject('unset') readonly unset: unknown,
    @Inject('encoder') readonly encoder: TextEncoder,
    @Optional() @Inject('missing') readonly missing: unknown = 'default',
  ) {}

  @Get()
  kinds() {
    const { queue, shorthand, optional, missing } = this;
    return {
      queue,
      shorthand,
      optional,
      missing,
      isUnset: this.unset === undefined,
      bytes: this.encoder.encode('é').length,
    };
  }
}

@Injectable()
class OwnStore extends Store {
  constructor(@Inject(TABLE_NAME) readonly table: string) {
    super();
    made('OwnStore');
  }

  describe() {
    return `own ${this.table}`;
  }
}

/** Its own providers win, also for what the application's middleware needs. */
@Controller({
  path: '/own',
  providers: [provide(Store, { useClass: OwnStore }), provide(TABLE_NAME, { useValue: ['own', 'table'].join('-') })],
})
export class OwnController {
  constructor(
    readonly store: Store,
    readonly dynamo: DynamoStore,
  ) {}

  @Get()
  own() {
    return { store: this.store.describe(), dynamo: this.dynamo.describe() };
  }
}
