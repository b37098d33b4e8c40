import { type } from 'arktype';
import * as v from 'valibot';
import { z } from 'zod';
import { Body, Headers, Query } from '../../src/decorators/parameter.js';
import type { Infer } from '../../src/http/schema.js';
import { readOwnRecords } from '../../src/metadata/record.js';

const Zod = z.object({ name: z.string() });
const Valibot = v.object({ name: v.pipe(v.string(), v.email()) });
const Arktype = type({ name: 'string' });

/** That a schema's output goes into its parameter is checked by the type checker: these have to compile, or not. */
class Target {
  zod(@Body(Zod) input: Infer<typeof Zod>): unknown {
    return input;
  }

  valibot(@Query(Valibot) input: { readonly name: string }): unknown {
    return input;
  }

  arktype(@Body(Arktype, { required: false }) input?: Infer<typeof Arktype>): unknown {
    return input;
  }

  second(@Query('q', { type: z.coerce.number() }) q: number, @Body(Zod) input: unknown): unknown {
    return [q, input];
  }

  // @ts-expect-error the schema gives a name that is text
  wrong(@Body(Zod) input: { readonly name: number }): unknown {
    return input;
  }

  // @ts-expect-error the schema gives no undefined, but this one does
  maybe(@Query('q', { type: z.string().optional() }) q: string): unknown {
    return q;
  }

  // @ts-expect-error each parameter is checked by its own position
  mixed(@Headers('x', { type: z.string() }) x: number, @Body(Zod) input: string | Infer<typeof Zod>): unknown {
    return [x, input];
  }
}

describe('a schema given to a parameter decorator', () => {
  it('is recorded like any argument', () => {
    expect(readOwnRecords(Target).find(({ member }) => member === 'zod')).toMatchObject({ arguments: [Zod] });
  });
});
