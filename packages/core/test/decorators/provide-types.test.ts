/** What the type checker says of providers and what injects them; a line that should not compile is marked. */
import { Inject, Optional, type Provider, provide, token } from '../../src/index.js';

class Client {
  readonly #secret = 1;
  get(id: string): string {
    return id + this.#secret;
  }
}

abstract class Store {
  abstract count(): number;
}

const NAME = token<string>('NAME');
const NOW = token<() => Date>('NOW');

const providers: readonly Provider[] = [
  provide(NAME, { useValue: 'todos' }),
  provide(NOW, { useValue: () => new Date() }),
  provide(Client, { useValue: { get: (id) => id } }),
  provide(Store, { useFactory: (name, now) => ({ count: () => name.length + now().getTime() }), inject: [NAME, NOW] }),
  provide(Store, { useFactory: async (client: Client) => ({ count: () => client.get('x').length }), inject: [Client] }),
  provide(NAME, { useFactory: (client) => client?.get('name') ?? '', inject: [{ token: Client, optional: true }] }),
  provide(NAME, { useExisting: token<string>('OTHER') }),
  provide('text', { useValue: 1 }),
  provide(Symbol('symbol'), { useFactory: (value: number) => value, inject: ['text'] }),
  // @ts-expect-error a number is no name
  provide(NAME, { useValue: 1 }),
  // @ts-expect-error a fake lacks a member
  provide(Client, { useValue: {} }),
  // @ts-expect-error a client is no store
  provide(Store, { useClass: Client }),
  // @ts-expect-error the factory takes a client, and a name is injected
  provide(Store, { useFactory: (client: Client) => ({ count: () => client.get('x').length }), inject: [NAME] }),
  // @ts-expect-error the factory makes a text
  provide(Store, { useFactory: () => 'no store' }),
  // @ts-expect-error a token of a number
  provide(NAME, { useExisting: token<number>('COUNT') }),
];

class Users {
  @Inject(NAME) readonly table!: string;
  @Optional() @Inject('tracer') readonly tracer?: object;
  @Inject() readonly store!: Store;

  constructor(
    @Inject(NAME) readonly name: string,
    @Inject(Client) readonly client: Pick<Client, 'get'>,
    @Optional() @Inject('text') readonly text: number,
    // @ts-expect-error a name is no number
    @Inject(NAME) readonly count: number,
    // @ts-expect-error a client is no store
    @Inject(Client) readonly other: Store,
  ) {}
}

describe('provide', () => {
  it('makes what no one can change', () => {
    expect(providers.every((provider) => Object.isFrozen(provider))).toBe(true);
    expect(Users).toBeDefined();
  });

  it('keeps two tokens of one name apart', () => {
    expect(token('NAME')).not.toBe(token('NAME'));
    expect(NAME.name).toBe('NAME');
  });
});
