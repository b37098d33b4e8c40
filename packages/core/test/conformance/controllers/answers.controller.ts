import {
  All,
  CacheControl,
  Controller,
  clearCookie,
  cookie,
  Get,
  Header,
  HttpCode,
  type HttpRequest,
  Post,
  Redirect,
  Req,
  Returns,
  redirect,
  reply,
} from '@gatewright/core';
import { Account } from './account.js';

/** Answers by value: text, objects, nothing, bytes, and what says its own status. */
@Controller('/answers')
export class AnswersController {
  @Get('/unicode')
  unicode() {
    return 'é ☕ 😊 \u0000 \u2028';
  }

  @Get('/html')
  @Header('content-type', 'text/html; charset=utf-8')
  html() {
    return '<p>é</p>';
  }

  @Get('/json-text')
  @Header('content-type', 'application/json')
  jsonText() {
    return '{"already":"json"}';
  }

  @Get('/list')
  list() {
    return [1, 'a', null, [], {}];
  }

  @Get('/empty-list')
  emptyList() {
    return [];
  }

  @Get('/empty-object')
  emptyObject() {
    return {};
  }

  @Get('/zero')
  zero() {
    return 0;
  }

  @Get('/yes')
  yes() {
    return true;
  }

  @Get('/not-finite')
  notFinite() {
    return [Number.NaN, Number.POSITIVE_INFINITY, -0];
  }

  @Get('/date')
  date() {
    return { at: new Date(0), only: new Date(Date.UTC(2026, 0, 1)) };
  }

  @Get('/only-date')
  onlyDate() {
    return new Date(0);
  }

  @Get('/big')
  big() {
    return { id: 9007199254740993n, list: [1n] };
  }

  @Get('/only-big')
  onlyBig() {
    return 9007199254740993n;
  }

  @Get('/own-json')
  ownJson() {
    return { toJSON: () => ({ own: true }) };
  }

  @Get('/map')
  map() {
    return { map: new Map([['a', 1]]), set: new Set([1]) };
  }

  @Get('/half-character')
  halfCharacter() {
    return { half: '\ud83d' };
  }

  @Get('/circle')
  circle() {
    const value: { self?: unknown } = {};
    value.self = value;
    return value;
  }

  @Get('/function')
  function() {
    return () => 'not an answer';
  }

  @Get('/resolved')
  resolved() {
    return Promise.resolve(Promise.resolve('later'));
  }

  @Get('/buffer')
  buffer() {
    return Buffer.from('é');
  }

  @Get('/part-of-a-buffer')
  partOfABuffer() {
    return new Uint8Array(new Uint8Array([9, 0, 1, 2, 9]).buffer, 1, 3);
  }

  @Get('/empty-bytes')
  emptyBytes() {
    return new Uint8Array();
  }

  @Get('/image')
  @Header('content-type', 'image/png')
  image() {
    return new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
  }

  @Post('/created')
  @HttpCode(201)
  @Header('location', '/answers/7')
  created() {
    return { id: '7' };
  }

  @Get('/not-modified')
  @HttpCode(304)
  @Header('etag', '"v1"')
  notModified() {
    return { left: 'out' };
  }

  @Post('/reset')
  @HttpCode(205)
  reset() {
    return 'left out';
  }

  @Get('/header-values')
  @Header('link', '</a>; rel="next", </b>; rel="last"')
  @Header('content-disposition', 'attachment; filename="a, b.txt"')
  @Header('X-UPPER', 'a;b,c')
  headerValues() {
    return 'x';
  }

  @Get('/unicode-header')
  @Header('x-name', 'Jürgen')
  unicodeHeader() {
    return 'x';
  }

  @Get('/cached')
  @CacheControl({ public: true, maxAge: 300, sMaxAge: 600, staleWhileRevalidate: 30, immutable: true })
  cached() {
    return 'x';
  }

  @Get('/cached-text')
  @CacheControl('no-store')
  cachedText() {
    return 'x';
  }

  @Get('/moved')
  @Redirect('/answers/list', 308)
  moved(): void {}

  @Get('/found')
  @Redirect('https://example.com/?a=1&b=2')
  found(): void {}

  @Get('/redirected')
  redirected() {
    return redirect('/login?next=/a b&name=é', 303, { 'set-cookie': clearCookie('session') });
  }

  @Get('/redirected-to-url')
  redirectedToUrl() {
    return redirect(new URL('https://exämple.com/ä?b=ü'), 307);
  }

  @Get('/thrown-redirect')
  thrownRedirect() {
    throw redirect('/login');
  }

  @Get('/redirect-with-a-line-break')
  redirectWithALineBreak() {
    return redirect('/login\r\nset-cookie: a=1');
  }

  @Post('/replied')
  @HttpCode(200)
  @Header('x-route', 'route')
  @Header('x-both', 'route')
  replied() {
    return reply(201, { id: 7 }, { location: '/answers/7', 'X-Both': 'reply', 'x-number': 3, 'x-none': undefined });
  }

  @Get('/replied-with-nothing')
  repliedWithNothing() {
    return reply(404);
  }

  @Get('/replied-with-text')
  repliedWithText() {
    return reply(200, 'a,b', { 'content-type': 'text/csv' });
  }

  @Get('/replied-with-bytes')
  repliedWithBytes() {
    return reply(206, new Uint8Array([1]), { 'content-range': 'bytes 0-0/2' });
  }

  @Get('/replied-with-a-body-it-cannot-have')
  repliedWithABodyItCannotHave() {
    return reply(204, { left: 'out' });
  }

  @Get('/replied-with-a-list')
  repliedWithAList() {
    return reply(200, 'x', { vary: ['accept', 'origin'] });
  }

  @Get('/replied-with-a-line-break')
  repliedWithALineBreak() {
    return reply(200, 'x', { 'x-note': 'a\r\nset-cookie: b=1' });
  }

  @Get('/replied-with-no-status')
  repliedWithNoStatus() {
    return reply(99, 'x');
  }

  @Get('/thrown-reply')
  thrownReply() {
    throw reply(202, { queued: true });
  }

  @Get('/one-cookie')
  oneCookie() {
    return reply(200, 'x', { 'set-cookie': cookie('session', 'a b;c', { maxAge: 60 }) });
  }

  @Get('/cookie-with-a-date')
  cookieWithADate() {
    return reply(200, 'x', {
      'set-cookie': cookie('a', '1', { expires: new Date(0), httpOnly: false, secure: false, sameSite: 'strict' }),
    });
  }

  @Get('/several-cookies')
  severalCookies() {
    return reply(200, 'x', { 'set-cookie': [cookie('a', '1'), cookie('b', '2', { path: '/b' })] });
  }

  @Get('/account')
  @Returns(Account)
  account() {
    return { id: 7, name: 'Ann', password: 'secret', unknown: 1 };
  }

  @Get('/accounts')
  @Returns([Account])
  accounts() {
    return [
      { id: 7, name: 'Ann', password: 'secret' },
      { id: 8, name: 'Bob' },
    ];
  }

  @Get('/no-account')
  @Returns(Account)
  noAccount() {
    return undefined;
  }

  @Get('/replied-account')
  @Returns(Account)
  repliedAccount() {
    return reply(201, { id: 7, name: 'Ann', password: 'secret' });
  }

  /** GET and HEAD, where a front door does not route. */
  @Get('/got')
  @Header('x-kept', 'kept')
  got() {
    return 'a body';
  }

  @All('/method')
  method(@Req() request: HttpRequest) {
    return reply(200, request.method, { 'x-method': request.method });
  }

  @All('/head-with-cookies')
  headWithCookies() {
    return reply(200, 'x', { 'set-cookie': 'a=1' });
  }
}
