import { Controller, Get } from '@gatewright/core';
@Controller('/x')
export class LiteralController {
  @Get('/then') then() {
    return {
      then(resolve: (value: string) => void) {
        resolve('waited for');
      },
    };
  }
  @Get('/quoted') quoted() {
    return { 'then': (resolve: (value: string) => void) => resolve('waited for') } as PromiseLike<string>;
  }
  @Get('/stream') stream() {
    return {
      async *[Symbol.asyncIterator]() {
        yield 'read ';
        yield 'piece by piece';
      },
    };
  }
}
