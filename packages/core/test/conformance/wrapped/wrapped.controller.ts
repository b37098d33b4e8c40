import { Catch, Controller, Ctx, Get, Header, HttpError, Use } from '@gatewright/core';
import { OutOfStock } from './application.js';
import {
  breaksHeader,
  callsTwice,
  changes,
  first,
  forgets,
  Guard,
  keepsQuiet,
  middyEarly,
  middyOnError,
  middyStack,
  refuses,
  replaces,
  second,
  seesError,
  setsCookie,
  setsTenant,
  shortCircuit,
  Tenant,
  tenantNow,
  third,
} from './middleware.js';

/** Inside of an application's, a controller's and a method's middleware. */
@Controller('/wrapped')
@Use(first)
export class WrappedController {
  @Get('/plain')
  plain() {
    return 'x';
  }

  @Get('/order')
  @Use(second, third)
  order() {
    return 'x';
  }

  @Get('/two-decorators')
  @Use(second)
  @Use(third)
  twoDecorators() {
    return 'x';
  }

  @Get('/short-circuit')
  @Use(second, shortCircuit, third)
  shortCircuit() {
    throw new Error('not reached');
  }

  @Get('/refused')
  @Use(refuses)
  refused() {
    return 'not reached';
  }

  @Get('/changed')
  @Use(changes)
  @Header('x-kept', 'kept')
  changed() {
    return 'x';
  }

  @Get('/replaced')
  @Use(replaces)
  replaced() {
    return 'x';
  }

  @Get('/quiet')
  @Use(keepsQuiet)
  quiet() {
    return 'x';
  }

  @Get('/forgotten')
  @Use(forgets)
  forgotten() {
    return 'not reached';
  }

  @Get('/twice')
  @Use(callsTwice)
  twice() {
    return 'x';
  }

  @Get('/error-seen')
  @Use(seesError)
  errorSeen() {
    throw new HttpError(404, 'gone');
  }

  @Get('/no-error-seen')
  @Use(seesError)
  noErrorSeen() {
    return 'x';
  }

  @Get('/cookie')
  @Use(setsCookie)
  cookie() {
    return 'x';
  }

  @Get('/broken-header')
  @Use(breaksHeader)
  brokenHeader() {
    return 'x';
  }

  @Get('/tenant')
  @Use(setsTenant)
  tenant(@Ctx(Tenant) tenant: string) {
    return { tenant, now: tenantNow() };
  }

  @Get('/guarded')
  @Use(Guard)
  guarded() {
    return 'x';
  }

  @Get('/middy')
  @Use(middyStack)
  middy() {
    return { a: 1 };
  }

  @Get('/middy-early')
  @Use(middyEarly)
  middyEarly() {
    return 'not reached';
  }

  @Get('/middy-on-error')
  @Use(middyOnError)
  middyOnError() {
    throw new Error('caught by middy');
  }

  @Get('/application-mapping')
  applicationMapping() {
    throw new OutOfStock('sold out');
  }

  @Get('/inner-mapping')
  @Catch(Error, 503)
  innerMapping() {
    throw new OutOfStock('secret');
  }

  @Get('/streamed')
  @Use(second)
  async *streamed() {
    yield 'a';
    yield 'b';
  }
}
