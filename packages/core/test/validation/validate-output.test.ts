import '../../src/metadata/reflect.js';
import { IsInt } from 'class-validator';
import { NotFound, reply } from '../../src/index.js';
import { validateOutput } from '../../src/validation/validate-output.js';

class Price {
  @IsInt() cents!: number;
}

const validated = (value: unknown): Promise<unknown> => validateOutput(value, { target: Price, route: 'A.a (GET /)' });

const elementsOf = async (value: unknown): Promise<unknown[]> => {
  const elements: unknown[] = [];
  for await (const element of value as AsyncIterable<unknown>) elements.push(element);
  return elements;
};

async function* stream(...values: readonly unknown[]): AsyncGenerator<unknown> {
  yield* values;
}

describe('validateOutput', () => {
  it.each([
    null,
    undefined,
    'text',
    { cents: 1 },
    Object.assign(new Price(), { cents: 1 }),
    [{ cents: 1 }, null, 'text'],
    new NotFound(),
    [new NotFound()],
    new Response('text'),
  ])('gives back %p', async (value) => {
    expect(await validated(value)).toBe(value);
  });

  it.each([
    [{}, 'cents: cents must be an integer number'],
    [[{ cents: 1 }, [{ cents: '1' }]], '1.0.cents: cents must be an integer number'],
    [reply(200, { cents: 0.5 }), 'cents: cents must be an integer number'],
  ])('throws what %p breaks', async (value, broken) => {
    await expect(validated(value)).rejects.toMatchObject({
      name: 'InvalidAnswer',
      message: `A.a (GET /): what it returned is no valid Price: ${broken}`,
    });
  });

  it('gives back a reply whose body is valid', async () => {
    expect(await validated(reply(201, { cents: 1 }))).toMatchObject({ body: { cents: 1 } });
  });

  it('validates the elements of a stream when they are asked for', async () => {
    expect(await elementsOf(await validated(stream({ cents: 1 }, null)))).toEqual([{ cents: 1 }, null]);
    const broken = await validated(stream({ cents: 1 }, { cents: 'x' }));
    await expect(elementsOf(broken)).rejects.toThrow('no valid Price: cents: cents must be an integer number');
  });
});
