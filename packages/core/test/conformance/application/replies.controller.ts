import {
  All,
  BadRequest,
  Conflict,
  Controller,
  Delete,
  Get,
  Head,
  Header,
  HttpCode,
  HttpError,
  NotFound,
  Options,
  Patch,
} from '@gatewright/core';

/** Answers in every form. */
@Controller('/replies')
export class RepliesController {
  @Get('/object')
  object() {
    return { text: 'é', nested: [1, null, true], left: undefined };
  }

  @Get('/text')
  text() {
    return 'plain é';
  }

  @Get('/number')
  number() {
    return 7;
  }

  @Get('/false')
  no() {
    return false;
  }

  @Get('/empty-text')
  emptyText() {
    return '';
  }

  @Get('/bytes')
  bytes() {
    return new Uint8Array([0, 1, 254, 255]);
  }

  @Delete('/nothing')
  nothing(): void {}

  @Delete('/null')
  nil() {
    return null;
  }

  @Delete('/no-content')
  @HttpCode(204)
  noContent() {
    return { left: 'out' };
  }

  @Delete('/accepted')
  @HttpCode(202)
  accepted(): void {}

  @Get('/headers')
  @Header('Cache-Control', 'no-store')
  @Header('content-type', 'application/vnd.example+json')
  headers() {
    return { typed: true };
  }

  @Patch('/later')
  async later() {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return { later: true };
  }

  @Get('/called')
  called(): Record<string, unknown> {
    return this.object();
  }

  @Get('/called-later')
  calledLater(): Promise<{ readonly later: boolean }> {
    return this.later();
  }

  @Get('/called-back')
  @HttpCode(201)
  calledBack(): { readonly back: boolean } {
    const thenable = Object.fromEntries([['then', (resolve: (value: object) => void) => resolve({ back: true })]]);
    return thenable as never;
  }

  @Get('/no-promise')
  noPromise(): Record<string, string> {
    return Object.fromEntries([['then', 'text']]);
  }

  @Get('/called-in-vain')
  calledInVain(): Promise<void> {
    return this.bad();
  }

  @Head('/head')
  head(): void {}

  @Options('/options')
  @Header('allow', 'GET, OPTIONS')
  options(): void {}

  @All('/any')
  any() {
    return { any: true };
  }

  @Get('/not-found')
  notFound() {
    throw new NotFound('no such thing');
  }

  @Get('/conflict')
  conflict() {
    throw new Conflict('taken', {
      type: 'https://example.com/problems/taken',
      instance: '/things/7',
      extensions: { owner: 'ann' },
      headers: { 'retry-after': '5' },
      cause: new Error('kept'),
    });
  }

  @Get('/teapot')
  teapot() {
    throw new HttpError(418, 'short and stout', { title: "I'm a teapot" });
  }

  @Get('/bad')
  async bad() {
    throw new BadRequest();
  }

  @Get('/unexpected')
  unexpected() {
    throw new TypeError('secret');
  }

  @Get('/thrown-text')
  thrownText() {
    throw 'secret';
  }

  @Get('/thrown-nothing')
  thrownNothing() {
    throw undefined;
  }
}
