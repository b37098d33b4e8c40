/** Small controllers of one feature each, to see what it adds to the bundle of a route that uses it. */

const controller = (imports, code, more = '') =>
  `import { Controller, ${imports} } from '@gatewright/core';\n${more}@Controller('/feature')\nexport class FeatureController {\n${code}\n}\n`;

const hello = `hello() { return 'hello'; }`;

/** The route that all others are compared with. */
export const HELLO = controller('Get', `@Get() ${hello}`);

/** `[name, source]`; each has one route, `FeatureController.hello`. */
export const FEATURES = [
  ['path parameter, text', controller('Get, Param', `@Get('/:id') hello(@Param() id: string) { return id; }`)],
  ['path parameter, number', controller('Get, Param', `@Get('/:id') hello(@Param() id: number) { return { id }; }`)],
  ['query value', controller('Get, Query', `@Get() hello(@Query() q?: string) { return { q }; }`)],
  ['query array of numbers', controller('Get, Query', `@Get() hello(@Query() ids?: number[]) { return { ids }; }`)],
  [
    'query enum',
    controller(
      'Get, Query',
      `@Get() hello(@Query('sort', { enum: ['up', 'down'] }) sort?: string) { return { sort }; }`,
    ),
  ],
  ['header', controller('Get, Headers', `@Get() hello(@Headers('x-name') name?: string) { return { name }; }`)],
  ['cookie', controller('Cookie, Get', `@Get() hello(@Cookie() session?: string) { return { session }; }`)],
  ['authorizer claim', controller('Auth, Get', `@Get() hello(@Auth('sub') sub?: string) { return { sub }; }`)],
  [
    'whole request',
    controller('Get, type HttpRequest, Req', `@Get() hello(@Req() request: HttpRequest) { return request.path; }`),
  ],
  ['JSON body, any value', controller('Body, Post', `@Post() hello(@Body(Object) body: unknown) { return { body }; }`)],
  ['text body', controller('Body, Post', `@Post() hello(@Body() body: string) { return body; }`)],
  [
    'form body, any values',
    controller(
      'Body, Consumes, Post',
      `@Post() @Consumes('application/x-www-form-urlencoded') hello(@Body(Object) body: unknown) { return { body }; }`,
    ),
  ],
  [
    'file upload',
    controller('Post, UploadedFile', `@Post() hello(@UploadedFile('file') file: File) { return { name: file.name }; }`),
  ],
  [
    'DTO body (class-validator, class-transformer)',
    controller(
      'Body, Post',
      `@Post() hello(@Body() body: Input) { return body; }`,
      `import { IsString } from 'class-validator';\nclass Input { @IsString() name!: string; }\n`,
    ),
  ],
  ['HttpError', controller('Get, NotFound', `@Get() hello(): string { throw new NotFound('nothing'); }`)],
  [
    '`reply()` with a cookie',
    controller(
      'cookie, Get, reply',
      `@Get() hello() { return reply(200, 'hello', { 'set-cookie': cookie('a', 'b') }); }`,
    ),
  ],
  ['`redirect()`', controller('Get, redirect', `@Get() hello() { return redirect('/there'); }`)],
  [
    'web `Response` or a stream',
    controller('Get', `@Get() hello(): Promise<Response> { return fetch('http://127.0.0.1'); }`),
  ],
  ['server-sent events, buffered', controller('Sse', `@Sse() async *hello() { yield { data: 1 }; }`)],
  [
    '`@Returns`',
    controller(
      'Get, Returns',
      `@Get() @Returns(Output) hello() { return { name: 'a', secret: 1 }; }`,
      `import { Expose } from 'class-transformer';\nclass Output { @Expose() name!: string; }\n`,
    ),
  ],
  [
    '`@HttpCode`, `@Header`, `@CacheControl`',
    controller(
      'CacheControl, Get, Header, HttpCode',
      `@Get() @HttpCode(202) @Header('x-a', 'b') @CacheControl({ maxAge: 60 }) ${hello}`,
    ),
  ],
  ['`@Catch`', controller('Catch, Get', `@Get() @Catch(RangeError, 404) ${hello}`)],
  [
    '`@Use`, a function',
    controller(
      'Get, Use, type Middleware',
      `@Get() @Use(around) ${hello}`,
      'const around: Middleware = (_context, next) => next();\n',
    ),
  ],
  ['`@Use`, a middy object', controller('Get, Use', `@Get() @Use({ before() {} }) ${hello}`)],
  ['`@Cors`', controller('Cors, Get', `@Get() @Cors({ origin: '*' }) ${hello}`)],
  ['`@SecurityHeaders`', controller('Get, SecurityHeaders', `@Get() @SecurityHeaders() ${hello}`)],
  ['`@ETag`', controller('ETag, Get', `@Get() @ETag() ${hello}`)],
  ['`@Compress`', controller('Compress, Get', `@Get() @Compress() ${hello}`)],
  ['`@Produces`', controller('Get, Produces', `@Get() @Produces('text/plain') ${hello}`)],
  ['`@Deadline`', controller('Deadline, Get', `@Get() @Deadline() ${hello}`)],
  ['`@BodyLimit`', controller('BodyLimit, Get', `@Get() @BodyLimit(1000) ${hello}`)],
  ['`currentContext()`', controller('currentContext, Get', `@Get() hello() { return currentContext().route.id; }`)],
];
