import { Body, Controller, HttpCode, Post } from '@gatewright/core';
import { CreateUser } from './user-dto.js';

@Controller('/users')
export class UsersController {
  @Post() @HttpCode(201) create(@Body(CreateUser) input: CreateUser) {
    return input;
  }
}
