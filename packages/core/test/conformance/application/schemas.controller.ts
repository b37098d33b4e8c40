import {
  Body,
  Consumes,
  Controller,
  Cookie,
  Get,
  Headers,
  type Infer,
  Param,
  Post,
  Put,
  Query,
} from '@gatewright/core';
import { type } from 'arktype';
import * as v from 'valibot';
import { z } from 'zod';

const NewPost = z.object({ title: z.string().min(1), tags: z.array(z.string()).default([]) });
type NewPost = z.infer<typeof NewPost>;

const Page = v.object({
  limit: v.optional(v.pipe(v.string(), v.transform(Number), v.integer()), '20'),
  tag: v.optional(v.array(v.string())),
});

const Person = type({ name: 'string > 0', 'age?': 'number' });
type Person = typeof Person.infer;

const unique = z.string().refine(async (name) => name !== 'taken', 'is taken');

/** Validates by schemas of three libraries. */
@Controller('/schemas')
export class SchemasController {
  @Post('/zod')
  zod(@Body(NewPost) input: NewPost) {
    return { input };
  }

  @Get('/valibot')
  valibot(@Query(Page) page: Infer<typeof Page>) {
    return { page };
  }

  @Put('/arktype')
  arktype(@Body(Person) person: Person) {
    return { person };
  }

  @Put('/property')
  property(
    @Body('name', { type: unique }) name: string,
    @Query('limit', { type: z.coerce.number().int().max(100).default(20) }) limit: number,
  ) {
    return { name, limit };
  }

  @Put('/optional')
  optional(@Body(NewPost.optional(), { required: false }) input?: NewPost) {
    return { input };
  }

  @Get('/places/{id}')
  places(
    @Param(z.object({ id: z.coerce.number() })) path: { readonly id: number },
    @Headers(z.object({ 'x-tenant': z.string() })) headers: { readonly 'x-tenant': string },
    @Cookie(z.object({ session: z.string().optional() })) cookies: { readonly session?: string | undefined },
    @Headers('x-day', { type: z.iso.date().optional() }) day?: string,
  ) {
    return { path, headers, cookies, day };
  }

  @Put('/form')
  @Consumes('application/x-www-form-urlencoded')
  form(@Body(NewPost) input: NewPost, @Body('n', { type: z.coerce.number() }) n: number) {
    return { input, n };
  }
}
