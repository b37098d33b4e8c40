import {
  All,
  Body,
  BodyLimit,
  Compress,
  Controller,
  Cors,
  Ctx,
  ETag,
  Get,
  Header,
  MediaType,
  Options,
  Post,
  Produces,
  reply,
  SecurityHeaders,
} from '@gatewright/core';

/** Built-in middleware: caching, compression, content negotiation, CORS, security headers, limits. */
@Controller('/negotiation')
export class NegotiationController {
  @Get('/tagged')
  @ETag()
  tagged() {
    return 'tagged';
  }

  @Get('/weak')
  @ETag({ weak: true })
  weak() {
    return { a: 1 };
  }

  @Get('/own-tag')
  @ETag()
  @Header('etag', '"v,1"')
  @Header('cache-control', 'max-age=60')
  @Header('content-language', 'en')
  ownTag() {
    return 'tagged';
  }

  @All('/tagged-any')
  @ETag()
  taggedAny() {
    return 'tagged';
  }

  @Get('/tagged-stream')
  @ETag()
  async *taggedStream() {
    yield 'a';
  }

  @Get('/compressed')
  @Compress({ threshold: 10, encodings: ['gzip'] })
  compressed() {
    return 'a'.repeat(100);
  }

  @Get('/short')
  @Compress()
  short() {
    return 'short';
  }

  @Get('/compressed-image')
  @Compress({ threshold: 1 })
  @Header('content-type', 'image/png')
  compressedImage() {
    return new Uint8Array([1, 2, 3]);
  }

  @Get('/not-transformed')
  @Compress({ threshold: 1 })
  @Header('cache-control', 'no-transform')
  notTransformed() {
    return 'a'.repeat(100);
  }

  @Get('/produced')
  @Produces('application/json', 'text/csv')
  produced(@Ctx(MediaType) type: string) {
    return type === 'text/csv' ? 'a,b' : { a: 'b' };
  }

  @Get('/open')
  @Cors()
  open() {
    return 'open';
  }

  @All('/shop')
  @Cors({
    origin: ['https://shop.example', /^https:\/\/[\w-]+\.shop\.example$/],
    credentials: true,
    methods: ['GET', 'PUT'],
    allowedHeaders: ['x-token'],
    exposedHeaders: ['x-total', 'etag'],
    maxAge: 600,
  })
  shop() {
    return reply(200, 'shop', { vary: 'accept' });
  }

  @Options('/preflight')
  @Cors({ origin: 'https://shop.example' })
  preflight() {
    return 'not reached by a preflight';
  }

  @Get('/shop-error')
  @Cors({ origin: 'https://shop.example' })
  shopError() {
    throw new Error('secret');
  }

  @Get('/secured')
  @SecurityHeaders({
    'content-security-policy': "default-src 'none'",
    'x-frame-options': 'DENY',
    'x-xss-protection': false,
  })
  @Header('referrer-policy', 'origin')
  secured() {
    return 'secured';
  }

  @Post('/limited')
  @BodyLimit(5)
  limited(@Body() text: string) {
    return { text };
  }
}
