/** The shop with other providers in the place of some, as `override` puts them there in a test. */
import { Application, provide, Use } from '@gatewright/core';
import { made } from './journal.js';
import { providers } from './providers.js';
import { Announce } from './shop.js';
import { Store } from './stores.js';
import { SETTINGS } from './tokens.js';

class FakeStore extends Store {
  constructor() {
    super();
    made('FakeStore');
  }

  describe(): string {
    return 'fake';
  }
}

export const fakes = [
  provide(Store, { useClass: FakeStore }),
  provide(SETTINGS, {
    useFactory: async () => {
      made('fake settings');
      return { region: 'nowhere', limit: 1 };
    },
  }),
];

const isKept = (provider: object): boolean =>
  !('token' in provider) || (provider.token !== Store && provider.token !== SETTINGS);

@Application({ providers: [...providers.filter(isKept), ...fakes] })
@Use(Announce)
export class Fakes {}
