import { Type } from 'class-transformer';
import { Allow, IsBoolean, IsDate, IsIn, IsInt, IsOptional, IsString, Max, ValidateNested } from 'class-validator';
import {
  Body,
  Controller,
  Cookie,
  Ctx,
  createHandler,
  Get,
  Headers,
  type HttpRequest,
  Param,
  Post,
  Put,
  Query,
  Req,
} from '../../src/index.js';
import { type GatewayRequest, httpApiEvent, lambdaContext, restApiEvent } from '../../src/testing/index.js';

class PageQuery {
  @IsOptional()
  @IsInt()
  @Max(100)
  limit?: number;

  @IsOptional()
  @IsBoolean()
  all?: boolean;

  @IsOptional()
  @IsDate()
  since?: Date;

  @IsOptional()
  @Allow()
  after?: bigint;

  @IsOptional()
  @IsString({ each: true })
  tag?: string[];

  @IsOptional()
  @IsIn(['name', 'age'])
  sort?: string;
}

class Ids {
  @IsInt()
  user!: number;

  @IsString()
  post!: string;
}

class Agent {
  @IsString()
  accept!: string;
}

class Session {
  @IsString()
  session!: string;
}

class Address {
  @IsString()
  city!: string;
}

class User {
  @IsString()
  name!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => Address)
  address?: Address;
}

const show = (...values: unknown[]): unknown =>
  values.map((value) => {
    if (value === undefined) return 'undefined';
    if (typeof value === 'bigint') return `${value}n`;
    return value instanceof Date ? `Date ${value.toISOString()}` : value;
  });

/** The class of a value and what is in it. */
const showDto = (value: object): unknown => [
  value.constructor.name,
  Object.fromEntries(
    Object.entries(value).flatMap(([name, entry]) => (entry === undefined ? [] : [[name, show(entry)]])),
  ),
];

@Controller('/values')
class Values {
  @Get('/path/:text/:count/:flag/:big/:at')
  path(
    @Param('text') text: string,
    @Param('count') count: number,
    @Param('flag') flag: boolean,
    @Param('big') big: bigint,
    @Param('at') at: Date,
  ): unknown {
    return show(text, count, flag, big, at);
  }

  @Get('/all/:a/:b')
  all(@Param(Object) parameters: object, @Query(Object) query: object): unknown {
    return show(parameters, query);
  }

  @Get('/ids/:user/:post')
  ids(@Param() ids: Ids): unknown {
    return showDto(ids);
  }

  @Get('/query')
  query(
    @Query('a') a: string,
    @Query('b', { required: true }) b: number,
    @Query('c', { type: String }) c = 'initial',
  ): unknown {
    return show(a, b, c);
  }

  @Get('/lists')
  lists(
    @Query('tag', { type: [String] }) tags: string[],
    @Query('id', { type: [Number], required: true }) ids: number[],
    @Headers('x-flag', { type: [Boolean] }) flags: boolean[],
  ): unknown {
    return show(tags, ids, flags);
  }

  @Get('/page')
  page(@Query() page: PageQuery): unknown {
    return showDto(page);
  }

  @Get('/headers')
  headers(@Headers('If-None-Match') etag: string, @Headers('x-count') count: number, @Cookie('s') s: string): unknown {
    return show(etag, count, s);
  }

  @Get('/agent')
  agent(@Headers() agent: Agent, @Cookie() session: Session): unknown {
    return [showDto(agent), showDto(session)];
  }

  @Get('/request')
  request(@Req() request: HttpRequest, @Req('query') query: object, @Req('nothing') nothing: unknown): unknown {
    return show(request.method, request.path, query, nothing);
  }

  @Get('/context')
  context(@Ctx() context: unknown, @Ctx('awsRequestId') requestId: string): unknown {
    return show(typeof context, requestId);
  }

  @Post('/user')
  user(@Body() user: User): unknown {
    return showDto(user);
  }

  @Post('/optional')
  optional(@Body({ required: false }) user?: User): unknown {
    return show(user?.name);
  }

  @Post('/users')
  users(@Body([User]) users: User[]): unknown {
    return users.map(showDto);
  }

  @Post('/part')
  part(
    @Body('user') user: User,
    @Body('count') count: number,
    @Body('ids', { type: [BigInt] }) ids: bigint[],
    @Body('extra', { type: Object, required: false } as never) extra?: unknown,
  ): unknown {
    return [showDto(user), ...(show(count, ids.map(String), extra) as unknown[])];
  }

  @Post('/text')
  text(@Body() text: string): unknown {
    return show(text);
  }

  @Post('/any')
  any(@Body(Object) value: unknown): unknown {
    return show(value);
  }

  @Put('/mixed/:id')
  mixed(bare = 'default', @Body(Object) body?: unknown, @Param('id') id?: string): unknown {
    return show(bare, body, id);
  }
}

type Route = keyof Values & string;
const PATHS: Readonly<Record<Route, string>> = {
  path: 'GET /values/path/{text}/{count}/{flag}/{big}/{at}',
  all: 'GET /values/all/{a}/{b}',
  ids: 'GET /values/ids/{user}/{post}',
  query: 'GET /values/query',
  lists: 'GET /values/lists',
  page: 'GET /values/page',
  headers: 'GET /values/headers',
  agent: 'GET /values/agent',
  request: 'GET /values/request',
  context: 'GET /values/context',
  user: 'POST /values/user',
  optional: 'POST /values/optional',
  users: 'POST /values/users',
  part: 'POST /values/part',
  text: 'POST /values/text',
  any: 'POST /values/any',
  mixed: 'PUT /values/mixed/{id}',
};

type Sent = Partial<GatewayRequest>;

const JSON_TYPE = { 'content-type': 'application/json' };

describe.each([
  ['an HTTP API', httpApiEvent],
  ['a REST API', restApiEvent],
])('bindParameter, of %s', (_, eventOf) => {
  const send = async (name: Route, sent: Sent) => {
    const [method = '', path = ''] = PATHS[name].split(' ');
    const event = eventOf({ method, path, ...sent }, { route: { method, path } });
    const { statusCode, body } = await createHandler(Values, name)(event, lambdaContext({ awsRequestId: 'request-1' }));
    return { status: statusCode, value: JSON.parse(body ?? 'null') };
  };

  it.each<[string, Route, Sent, unknown]>([
    [
      'path parameters of each kind',
      'path',
      { path: '/values/path/a%20%2F/1.5/true/9007199254740993/2026-01-02' },
      ['a /', 1.5, true, '9007199254740993n', 'Date 2026-01-02T00:00:00.000Z'],
    ],
    [
      'all path parameters and all query values',
      'all',
      { path: '/values/all/1/2?x=1&x=2&y=' },
      [
        { a: '1', b: '2' },
        { x: ['1', '2'], y: '' },
      ],
    ],
    ['path parameters as a DTO', 'ids', { path: '/values/ids/7/abc' }, ['Ids', { user: [7], post: ['abc'] }]],
    ['query values', 'query', { query: 'a=x%20y&b=5&c=z' }, ['x y', 5, 'z']],
    ['missing query values, and the default of one', 'query', { query: 'b=0' }, ['undefined', 0, 'initial']],
    [
      'lists',
      'lists',
      { query: 'tag=a,b&tag=c&id=1&id=2', headers: { 'X-Flag': 'true' } },
      [['a,b', 'c'], [1, 2], [true]],
    ],
    ['lists of one, and missing ones', 'lists', { query: 'id=1' }, ['undefined', [1], 'undefined']],
    [
      'a query DTO, coerced',
      'page',
      { query: 'limit=5&all=false&since=2026-01-02&after=9007199254740993&tag=a&sort=name' },
      [
        'PageQuery',
        {
          limit: [5],
          all: [false],
          since: ['Date 2026-01-02T00:00:00.000Z'],
          after: ['9007199254740993n'],
          tag: [['a']],
          sort: ['name'],
        },
      ],
    ],
    [
      'a query DTO without what it does not know',
      'page',
      { query: 'tag=a&tag=b&admin=true&toString=x' },
      ['PageQuery', { tag: [['a', 'b']] }],
    ],
    ['an empty query DTO', 'page', {}, ['PageQuery', {}]],
    [
      'headers whatever their case, and a cookie',
      'headers',
      { headers: { 'IF-NONE-MATCH': '"x"', 'X-Count': '3' }, cookies: ['s=%20a', 't=b'] },
      ['"x"', 3, ' a'],
    ],
    ['missing headers and cookies', 'headers', {}, ['undefined', 'undefined', 'undefined']],
    [
      'headers and cookies as DTOs',
      'agent',
      { headers: { Accept: '*/*', 'X-More': 'x' }, cookies: ['session=abc', 'other=x'] },
      [
        ['Agent', { accept: ['*/*'] }],
        ['Session', { session: ['abc'] }],
      ],
    ],
    [
      'the request and its properties',
      'request',
      { query: 'a=1' },
      ['GET', '/values/request', { a: '1' }, 'undefined'],
    ],
    ['the context and its properties', 'context', {}, ['object', 'request-1']],
    [
      'a body DTO, nested and stripped',
      'user',
      { body: { name: 'Ann', role: 'admin', address: { city: 'Bern', zip: 1 } } },
      ['User', { name: ['Ann'], address: [{ city: 'Bern' }] }],
    ],
    ['a missing body that is not required', 'optional', {}, ['undefined']],
    [
      'an array of DTOs',
      'users',
      { body: [{ name: 'Ann', x: 1 }, { name: 'Bob' }] },
      [
        ['User', { name: ['Ann'] }],
        ['User', { name: ['Bob'] }],
      ],
    ],
    [
      'properties of the body',
      'part',
      { body: { user: { name: 'Ann' }, count: 2, ids: ['1', '2'], extra: { any: [1] } } },
      [['User', { name: ['Ann'] }], 2, ['1', '2'], { any: [1] }],
    ],
    [
      'properties of the body without one that is not required',
      'part',
      { body: { user: { name: 'Ann' }, count: 2, ids: [] } },
      [['User', { name: ['Ann'] }], 2, [], 'undefined'],
    ],
    ['a body as text', 'text', { body: '{not json' }, ['{not json']],
    [
      'a body of bytes as text',
      'text',
      { body: 'häl', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      ['häl'],
    ],
    ['any JSON', 'any', { body: [1, { a: null }] }, [[1, { a: null }]]],
    [
      'a default value before what is taken, in any order',
      'mixed',
      { path: '/values/mixed/7', body: { a: 1 } },
      ['default', { a: 1 }, '7'],
    ],
  ])('takes %s', async (_, name, sent, value) => {
    expect(await send(name, sent)).toEqual({ status: 200, value });
  });

  it.each<[string, Route, Sent, readonly string[]]>([
    [
      'path parameters of the wrong kind, all at once',
      'path',
      { path: '/values/path/a/12abc/1/1.5/2026-02-30' },
      [
        'path count: count must be a number [number]',
        'path flag: flag must be a boolean [boolean]',
        'path big: big must be a bigint [bigint]',
        'path at: at must be a date [date]',
      ],
    ],
    ['a path DTO', 'ids', { path: '/values/ids/x/y' }, ['path user: user must be an integer number [isInt]']],
    ['a missing query value that is required', 'query', {}, ['query b: b is required [required]']],
    ['an empty number, which is not 0', 'query', { query: 'b=' }, ['query b: b must be a number [number]']],
    [
      'repeated single values',
      'query',
      { query: 'a=1&a=2&b=1&b=2' },
      ['query a: a must be given once [single]', 'query b: b must be given once [single]'],
    ],
    [
      'elements of lists',
      'lists',
      { query: 'id=x&id=1&id=', headers: { 'x-flag': 'yes' } },
      [
        'query id.0: id.0 must be a number [number]',
        'query id.2: id.2 must be a number [number]',
        'header x-flag.0: x-flag.0 must be a boolean [boolean]',
      ],
    ],
    ['a list that is required', 'lists', {}, ['query id: id is required [required]']],
    [
      'a query DTO, values that cannot be coerced as they are',
      'page',
      { query: 'limit=12abc&all=1&since=today&sort=x' },
      [
        'query limit: limit must not be greater than 100 [max]',
        'query limit: limit must be an integer number [isInt]',
        'query all: all must be a boolean value [isBoolean]',
        'query since: since must be a Date instance [isDate]',
        'query sort: sort must be one of the following values: name, age [isIn]',
      ],
    ],
    [
      'a repeated value of a query DTO',
      'page',
      { query: 'limit=1&limit=2' },
      ['query limit: limit must not be greater than 100 [max]', 'query limit: limit must be an integer number [isInt]'],
    ],
    [
      'hostile names in a query DTO',
      'page',
      { query: '__proto__=x' },
      ['query : the query must not have the property "__proto__" [unsafeKey]'],
    ],
    [
      'other hostile names in a query DTO',
      'page',
      { query: 'constructor=x' },
      ['query : the query must not have the property "constructor" [unsafeKey]'],
    ],
    [
      'header and cookie DTOs',
      'agent',
      {},
      ['header accept: accept must be a string [isString]', 'cookie session: session must be a string [isString]'],
    ],
    ['a missing body', 'user', {}, ['body : the body is required [required]']],
    [
      'a body that is no object',
      'user',
      { body: '"x"', headers: JSON_TYPE },
      ['body : the body must be an object [object]'],
    ],
    [
      'a nested body',
      'user',
      { body: { name: 'Ann', address: { city: 5 } } },
      ['body address.city: city must be a string [isString]'],
    ],
    [
      'a hostile body',
      'user',
      { body: '{"name":"Ann","__proto__":{"admin":true}}', headers: JSON_TYPE },
      ['body : the body must not have the property "__proto__" [unsafeKey]'],
    ],
    ['a body that is no array', 'users', { body: { name: 'Ann' } }, ['body : the body must be an array [array]']],
    [
      'elements of a body',
      'users',
      { body: [{ name: 1 }, null] },
      ['body 0.name: name must be a string [isString]', 'body 1: 1 must be an object [object]'],
    ],
    [
      'properties of a body',
      'part',
      { body: { user: { name: 1 }, count: '2', ids: [1] } },
      [
        'body user.name: name must be a string [isString]',
        'body count: count must be a number [number]',
        'body ids.0: ids.0 must be a bigint [bigint]',
      ],
    ],
    [
      'missing properties of a body',
      'part',
      { body: [] },
      [
        'body user: user is required [required]',
        'body count: count is required [required]',
        'body ids: ids is required [required]',
      ],
    ],
    ['no text', 'text', {}, ['body : the body is required [required]']],
    ['no JSON', 'any', {}, ['body : the body is required [required]']],
  ])('refuses %s', async (_, name, sent, lines) => {
    const { status, value } = await send(name, sent);
    expect({ status, title: value.title, detail: value.detail }).toEqual({
      status: 400,
      title: 'Bad Request',
      detail: 'The request is not valid.',
    });
    type Line = Readonly<Record<'in' | 'path' | 'message' | 'constraint', string>>;
    expect(value.errors.map((line: Line) => `${line.in} ${line.path}: ${line.message} [${line.constraint}]`)).toEqual(
      lines,
    );
  });

  it('refuses a body that is not JSON', async () => {
    expect(await send('user', { body: '{', headers: JSON_TYPE })).toEqual({
      status: 400,
      value: { title: 'Bad Request', status: 400, detail: 'The request body is not valid JSON.' },
    });
  });

  it('does without a context', async () => {
    const handler = createHandler(Values, 'context');
    const event = eventOf({ method: 'GET', path: '/values/context' });
    expect(JSON.parse((await handler(event)).body ?? '')).toEqual(['undefined', 'undefined']);
  });
});
