import { Body, Controller, HttpCode, Post, Put } from '@gatewright/core';
import { CreateUser } from './create-user.js';

/** Takes bodies of every form. */
@Controller('/bodies')
export class BodiesController {
  @Post()
  @HttpCode(201)
  create(@Body() input: CreateUser) {
    return {
      input,
      isCreateUser: input instanceof CreateUser,
      hasAddress: input.address?.constructor === undefined ? null : input.address.constructor !== Object,
    };
  }

  @Post('/list')
  createAll(@Body([CreateUser]) input: CreateUser[]) {
    return { count: input.length, areCreateUsers: input.every((entry) => entry instanceof CreateUser) };
  }

  @Put('/optional')
  optional(@Body({ required: false }) input?: CreateUser) {
    return { given: input !== undefined };
  }

  @Put('/any')
  any(@Body(Object) input: unknown) {
    return { input };
  }

  @Put('/any-list')
  anyList(@Body([Object]) input: unknown[]) {
    return { input };
  }

  @Put('/text')
  text(@Body() text: string) {
    return { text };
  }

  @Put('/parts')
  parts(
    @Body('name') name: string,
    @Body('age') age: number,
    @Body('ok') ok: boolean,
    @Body('born') born: Date,
    @Body('big') big: bigint,
    @Body('tags', { type: [String] }) tags: string[],
    @Body('note', { required: false }) note?: string,
  ) {
    return { name, age, ok, born: born.toISOString(), big: big.toString(), tags, note };
  }
}
