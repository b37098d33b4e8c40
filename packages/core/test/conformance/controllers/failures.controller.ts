import {
  Catch,
  Conflict,
  Controller,
  Get,
  type HttpContext,
  HttpError,
  NotFound,
  reply,
  Unauthorized,
} from '@gatewright/core';

export class ItemError extends Error {}
export class ItemMissing extends ItemError {}
export class ItemTaken extends ItemError {
  constructor(readonly owner: string) {
    super(`taken by ${owner}`);
  }
}

class NamedError extends Error {
  override readonly name = 'ConditionalCheckFailedException';
}

/** Errors of every form, and what they are mapped to. */
@Controller('/failures')
@Catch(ItemError, 422)
@Catch('ConditionalCheckFailedException', () => new Conflict('somebody else has changed it'))
export class FailuresController {
  @Get('/http-error')
  httpError() {
    throw new HttpError(429, 'slow down', { headers: { 'retry-after': '5' }, extensions: { limit: 3 } });
  }

  @Get('/rejected-later')
  async rejectedLater() {
    await new Promise((resolve) => setTimeout(resolve, 1));
    throw new NotFound('nothing here');
  }

  @Get('/rejected-promise')
  rejectedPromise() {
    return Promise.reject(new Error('secret'));
  }

  @Get('/unauthorized')
  unauthorized() {
    throw new Unauthorized(undefined, { headers: { 'www-authenticate': 'Bearer realm="a, b"' } });
  }

  @Get('/server-error')
  serverError() {
    throw new HttpError(503, 'down for maintenance', { cause: new Error('disk full') });
  }

  @Get('/error')
  error() {
    throw new Error('secret');
  }

  @Get('/number')
  number() {
    throw 7;
  }

  @Get('/object')
  object() {
    throw { statusCode: 200, body: 'not an answer' };
  }

  @Get('/null')
  null() {
    throw null;
  }

  @Get('/status-that-is-none')
  statusThatIsNone() {
    throw new HttpError(200, 'no error');
  }

  @Get('/cookie')
  cookie() {
    throw new HttpError(401, 'signed out', { headers: { 'set-cookie': 'session=; Max-Age=0' } });
  }

  @Get('/mapped')
  mapped() {
    throw new ItemError('wrong item');
  }

  @Get('/mapped-subclass')
  mappedSubclass() {
    throw new ItemMissing('no such item');
  }

  @Get('/mapped-by-name')
  mappedByName() {
    throw new NamedError('secret');
  }

  @Get('/most-specific')
  @Catch(Error, 500)
  @Catch(ItemError, 400)
  @Catch(ItemMissing, 404)
  mostSpecific() {
    throw new ItemMissing('no such item');
  }

  @Get('/most-specific-first')
  @Catch(ItemMissing, 404)
  @Catch(ItemError, 400)
  mostSpecificFirst() {
    throw new ItemMissing('no such item');
  }

  @Get('/method-before-controller')
  @Catch(ItemError, 409)
  methodBeforeController() {
    throw new ItemMissing('no such item');
  }

  @Get('/mapped-to-reply')
  @Catch(ItemTaken, (error: ItemTaken, { route }: HttpContext) => reply(409, { owner: error.owner, route: route.id }))
  mappedToReply() {
    throw new ItemTaken('ann');
  }

  @Get('/mapped-to-value')
  @Catch([ItemTaken, ItemMissing], () => 'nothing there')
  mappedToValue() {
    throw new ItemMissing();
  }

  @Get('/mapper-that-throws')
  @Catch(ItemError, () => {
    throw new NotFound('hidden');
  })
  mapperThatThrows() {
    throw new ItemMissing('no such item');
  }

  @Get('/mapper-that-fails')
  @Catch(ItemError, async () => {
    throw new Error('secret');
  })
  mapperThatFails() {
    throw new ItemMissing('no such item');
  }

  @Get('/mapper-that-declines')
  @Catch(ItemMissing, () => undefined)
  mapperThatDeclines() {
    throw new ItemMissing('no such item');
  }

  @Get('/mapped-to-server-error')
  @Catch(ItemMissing, 502)
  mappedToServerError() {
    throw new ItemMissing('secret');
  }

  @Get('/mapped-http-error')
  @Catch(NotFound, 410)
  mappedHttpError() {
    throw new NotFound('gone for good');
  }
}
