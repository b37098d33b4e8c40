import { Application, type HttpContext, Injectable, type Next, Use } from '@gatewright/core';
import { made } from './journal.js';
import { providers } from './providers.js';
import { Store } from './stores.js';

@Injectable()
export class Announce {
  constructor(readonly store: Store) {
    made('Announce');
  }

  async use(_context: HttpContext, next: Next) {
    const reply = await next();
    reply.headers['x-store'] = this.store.describe();
    return reply;
  }
}

@Application({ providers })
@Use(Announce)
export class Shop {}
