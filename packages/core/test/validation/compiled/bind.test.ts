import type { Place } from '../../../src/http/place.js';
import { type Failure, MOST_FAILURES } from '../../../src/http/validation-failed.js';
import {
  bindAuthored,
  bindAuthoredList,
  bindCompiled,
  bindCompiledList,
  type CompiledDto,
} from '../../../src/validation/compiled/bind.js';
import type { ErrorNode } from '../../../src/validation/failures.js';

class User {
  name?: unknown;
}

const error = (): ErrorNode => ({ property: 'name', constraints: { isString: 'name must be a string' }, children: [] });

/** As the compiler writes a DTO whose only rule is `@IsString() name`. */
const dto: CompiledDto = {
  toInstance: (plain) => Object.assign(new User(), plain),
  validate: (instance) => (typeof (instance as User).name === 'string' ? undefined : [error()]),
};

/** The same with a rule of the author's, which answers later. */
const authored: CompiledDto = {
  toInstance: dto.toInstance,
  validate(instance, pending = []) {
    const found: ErrorNode = { property: 'name', constraints: {}, children: [] };
    pending.push(
      Promise.resolve().then(() => {
        if (typeof (instance as User).name !== 'string') Object.assign(found, error());
      }),
    );
    return [found];
  },
};

const place: Place = { in: 'body', path: '', required: true };
const optional: Place = { ...place, required: false };
const failure = (path: string): Failure => ({
  in: 'body',
  path,
  message: 'name must be a string',
  constraint: 'isString',
});

describe.each([
  ['bindCompiled', bindCompiled, bindCompiledList, dto],
  ['bindAuthored', bindAuthored, bindAuthoredList, authored],
] as const)('%s', (_name, bind, bindList, compiled) => {
  const bound = async (value: unknown, from: Place = place) => {
    const failures: Failure[] = [];
    return { made: await bind(value, compiled, from, failures), failures };
  };
  const boundList = async (value: unknown, from: Place = place) => {
    const failures: Failure[] = [];
    return { made: await bindList(value, compiled, from, failures), failures };
  };

  it('makes an instance, and tells what is wrong with it', async () => {
    expect(await bound({ name: 'Ada' })).toEqual({ made: Object.assign(new User(), { name: 'Ada' }), failures: [] });
    expect((await bound({ name: 'Ada' })).made).toBeInstanceOf(User);
    expect((await bound({ name: 1 })).failures).toEqual([failure('name')]);
  });

  it('refuses what is missing where it is required, and what is no object', async () => {
    expect((await bound(undefined)).failures).toHaveLength(1);
    expect(await bound(undefined, optional)).toEqual({ made: undefined, failures: [] });
    expect((await bound('text')).failures).toHaveLength(1);
    expect((await bound('text')).made).toBeUndefined();
  });

  it('binds each element of an array, and tells their positions', async () => {
    const { made, failures } = await boundList([{ name: 'Ada' }, { name: 1 }, 5]);
    expect(made).toHaveLength(3);
    expect(failures[0]).toEqual(failure('1.name'));
    expect(failures).toHaveLength(2);
  });

  it('refuses what is missing or no array', async () => {
    expect((await boundList(undefined)).failures).toHaveLength(1);
    expect(await boundList(undefined, optional)).toEqual({ made: undefined, failures: [] });
    expect((await boundList({ name: 'Ada' })).failures).toEqual([
      { in: 'body', path: '', message: expect.stringContaining('must be an array'), constraint: 'array' },
    ]);
  });

  it('looks at no further elements once there are enough failures', async () => {
    const { made, failures } = await boundList(Array.from({ length: MOST_FAILURES + 50 }, () => ({ name: 1 })));
    expect(failures).toHaveLength(MOST_FAILURES);
    expect(made).toHaveLength(MOST_FAILURES);
  });
});
