import {
  All,
  Authorizer,
  Body,
  Catch,
  Controller,
  ETag,
  Get,
  Header,
  Headers,
  HttpCode,
  type HttpContext,
  type HttpRequest,
  Inject,
  Injectable,
  type Middleware,
  type Next,
  Optional,
  Param,
  Post,
  provide,
  Query,
  Req,
  Sse,
  token,
  Use,
} from '@gatewright/core';
import { IsEmail, IsInt, IsOptional, Length, Max, Min } from 'class-validator';

export class CreateUser {
  @Length(1, 50) name!: string;
  @IsEmail() email!: string;
}

export class PageQuery {
  @IsInt() @Min(1) @Max(100) limit = 20;
  @IsOptional() @Length(1, 200) cursor?: string;
}

@Injectable()
export class Clock {}

@Injectable()
export class UserStore {
  constructor(readonly clock: Clock) {}
}

@Controller('/users')
export class UsersController {
  constructor(
    private readonly users: UserStore,
    private readonly clock: Clock,
  ) {}

  @Get('/hello/:name')
  hello(@Param() name: string) {
    return { hello: name };
  }

  @Get()
  list(@Query() page: PageQuery) {
    return page;
  }

  @Get('/search')
  @Header('cache-control', 'no-store')
  search(@Query('q', { required: true }) q: string, @Query('tag') tags?: string[], @Query('page') page = 1) {
    return { q, tags, page };
  }

  @Post()
  @HttpCode(201)
  create(@Body() input: CreateUser) {
    return input;
  }

  @Post('/import')
  importAll(@Body() input: CreateUser[]) {
    return { count: input.length };
  }
}

class UserMissing extends Error {}

const timing: Middleware = (_context, next) => next();

@Injectable()
class Guard {
  constructor(readonly users: UserStore) {}

  use(_context: HttpContext, next: Next) {
    return next();
  }
}

@Use(timing)
@Catch(UserMissing, 404)
@Controller('/guarded')
export class GuardedController {
  @Get('/:id')
  @Use(Guard)
  @ETag()
  get(@Param() id: string) {
    return { id };
  }

  @All('/any')
  any() {
    return 'any';
  }
}

@Controller('/feeds')
export class FeedsController {
  @Sse('/ticks')
  async *ticks() {
    yield { data: 1 };
  }

  @Get('/proxied')
  proxied(): Promise<Response> {
    return fetch('https://example.com');
  }

  @Get('/caught')
  @Catch('Gone', () => 'gone')
  caught() {
    return 'caught';
  }
}

const TABLE_NAME = token<string>('TABLE_NAME');
const CONFIG = token<{ readonly limit: number }>('CONFIG');

abstract class OrderStore {
  abstract count(): Promise<number>;
}

const loadConfig = async (table: string) => ({ limit: table.length });

@Injectable()
class DynamoOrderStore extends OrderStore {
  @Inject() readonly clock!: Clock;

  constructor(
    @Inject(TABLE_NAME) readonly table: string,
    @Inject(CONFIG) readonly config: object,
  ) {
    super();
  }

  count() {
    return Promise.resolve(this.table.length);
  }
}

@Controller('/orders', {
  providers: [
    provide(OrderStore, { useClass: DynamoOrderStore }),
    provide(TABLE_NAME, { useValue: process.env.TABLE_NAME ?? 'orders' }),
    provide(CONFIG, { useFactory: loadConfig, inject: [TABLE_NAME] }),
  ],
})
export class OrdersController {
  constructor(
    private readonly orders: OrderStore,
    @Inject(CONFIG) readonly config: object,
    @Optional() @Inject('tracer') readonly tracer?: object,
  ) {}

  @Get('/count')
  count() {
    return this.orders.count();
  }
}

@Controller('/gate')
export class GateController {
  constructor(private readonly store: UserStore) {}

  @Authorizer('users', { cacheFor: 300 })
  check(@Headers('authorization', { required: true }) token: string): object | undefined {
    return token === 'Bearer ada' ? { sub: 'ada', store: this.store.constructor.name } : undefined;
  }

  @Authorizer()
  requests(@Req() request: HttpRequest, @Query('limit') limit?: number): boolean {
    return request.path !== '' && limit !== 0;
  }
}
