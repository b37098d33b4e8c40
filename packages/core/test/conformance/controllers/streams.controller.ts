import { Readable } from 'node:stream';
import { All, Catch, Controller, Get, Header, HttpCode, reply, type ServerSentEvent, Sse } from '@gatewright/core';

/** Answers that come piece by piece, and web responses. */
@Controller('/streams')
export class StreamsController {
  @Get('/text')
  async *text() {
    yield 'é ';
    await new Promise((resolve) => setTimeout(resolve, 1));
    yield '☕';
  }

  @Get('/bytes')
  async *bytes() {
    yield new Uint8Array([0, 255]);
    yield new Uint8Array([1]);
  }

  @Get('/text-and-bytes')
  async *textAndBytes() {
    yield 'a';
    yield new Uint8Array([0x62]);
  }

  @Get('/objects')
  async *objects() {
    yield { id: 1n };
    yield null;
    yield undefined;
    yield [2];
  }

  @Get('/none')
  async *none(): AsyncGenerator<object> {}

  @Get('/typed')
  @Header('content-type', 'text/csv')
  @HttpCode(203)
  async *typed() {
    yield 'a,b\n';
    yield '1,2\n';
  }

  @Get('/node')
  node(): Readable {
    return Readable.from([Buffer.from('a'), Buffer.from('b')], { objectMode: false });
  }

  @Get('/node-text')
  nodeText(): Readable {
    return Readable.from(['a', 'b']);
  }

  @Get('/node-objects')
  nodeObjects(): Readable {
    return Readable.from([{ a: 1 }, { a: 2 }]);
  }

  @Get('/node-empty')
  nodeEmpty(): Readable {
    return Readable.from([], { objectMode: false });
  }

  @Get('/web')
  web(): ReadableStream<Uint8Array> {
    return new Blob(['a', 'é']).stream() as ReadableStream<Uint8Array>;
  }

  @Get('/web-empty')
  webEmpty(): ReadableStream<Uint8Array> {
    return new Blob([]).stream() as ReadableStream<Uint8Array>;
  }

  @Get('/replied')
  async replied() {
    return reply(202, Readable.from(['a']), { 'x-own': '1' });
  }

  @Get('/no-content')
  @HttpCode(204)
  async *noContent() {
    yield 'left out';
  }

  @All('/any')
  async *any() {
    yield 'a';
  }

  // biome-ignore lint/correctness/useYield: it never comes to that
  @Get('/fails-at-once')
  async *failsAtOnce(): AsyncGenerator<string> {
    throw new Error('secret');
  }

  @Get('/fails-later')
  async *failsLater() {
    yield 'a';
    throw new Error('secret');
  }

  // biome-ignore lint/correctness/useYield: it never comes to that
  @Get('/fails-at-once-mapped')
  @Catch(Error, 409)
  async *failsAtOnceMapped(): AsyncGenerator<string> {
    throw new Error('taken');
  }

  @Get('/fails-later-mapped')
  @Catch(Error, 409)
  async *failsLaterMapped() {
    yield 'a';
    throw new Error('secret');
  }

  // biome-ignore lint/correctness/useYield: it never comes to that
  @Get('/refuses-at-once')
  async *refusesAtOnce(): AsyncGenerator<string> {
    throw reply(409, 'taken');
  }

  @Get('/mixed')
  async *mixed() {
    yield 'a';
    yield { b: 1 };
  }

  @Sse('/events')
  async *events(): AsyncGenerator<ServerSentEvent | object | string> {
    yield { id: '1', event: 'tick', data: { a: 1 }, retry: 1000, comment: 'note' };
    yield 'two\nlines';
    yield { other: true };
  }

  @Sse('/no-events')
  async *noEvents(): AsyncGenerator<ServerSentEvent> {}

  @Get('/response')
  response(): Response {
    return new Response('é', { status: 201, headers: { 'X-Own': 'a, b', 'content-type': 'text/html' } });
  }

  @Get('/response-json')
  @Header('x-route', 'route')
  async responseJson(): Promise<Response> {
    return Response.json({ a: 1 });
  }

  @Get('/response-bytes')
  responseBytes(): Response {
    return new Response(new Uint8Array([0, 255]), { headers: { 'content-type': 'image/png' } });
  }

  @Get('/response-cookies')
  responseCookies(): Response {
    return new Response('x', {
      headers: [
        ['set-cookie', 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT'],
        ['set-cookie', 'b=2'],
      ],
    });
  }

  @Get('/response-empty')
  responseEmpty(): Response {
    return new Response(null, { status: 204 });
  }

  @Get('/response-redirect')
  responseRedirect(): Response {
    return Response.redirect('https://example.com/', 303);
  }

  @Get('/response-error')
  responseError(): Response {
    return Response.error();
  }
}
