import { Controller, Get, HttpError, type ServerSentEvent, Sse } from '@gatewright/core';

@Controller('/feed')
export class FeedController {
  @Sse('/ticks')
  async *ticks(): AsyncGenerator<ServerSentEvent> {
    yield { id: 1, data: 'one' };
    yield { id: 2, data: 'two' };
  }

  @Get('/items')
  async *items(): AsyncGenerator<{ id: number }> {
    yield { id: 1 };
    yield { id: 2 };
  }

  @Get('/missing')
  missing(): AsyncIterable<string> {
    throw new HttpError(404, 'no such feed');
  }

  @Get('/broken')
  async *broken(): AsyncGenerator<string> {
    yield 'one';
    throw new Error('the feed is gone');
  }
}
