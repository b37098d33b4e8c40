import 'reflect-metadata';
import serverlessExpress from '@codegenie/serverless-express';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Module,
  Param,
  Post,
  Put,
  type Type,
  ValidationPipe,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { CreateUser } from './gatewright/user-dto.js';
import { RESOURCES } from './resources.mjs';

async function handlerOf(controllers: Type[]) {
  @Module({ controllers })
  class AppModule {}
  const app = await NestFactory.create(AppModule, new ExpressAdapter(), { logger: false });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }));
  await app.init();
  return serverlessExpress({ app: app.getHttpAdapter().getInstance() });
}

export function hello() {
  @Controller('/hello')
  class HelloController {
    @Get() hello() {
      return { hello: 'world' };
    }
  }
  return handlerOf([HelloController]);
}

export function createUser() {
  @Controller('/users')
  class UsersController {
    @Post() create(@Body() input: CreateUser) {
      return input;
    }
  }
  return handlerOf([UsersController]);
}

interface Item {
  readonly id: string;
}

export function crud() {
  return handlerOf(
    RESOURCES.map((resource: string) => {
      @Controller(`/${resource}`)
      class ItemsController {
        readonly #items = new Map<string, Item>();
        @Get() list() {
          return [...this.#items.values()];
        }
        @Get(':id') get(@Param('id') id: string) {
          return this.#items.get(id) ?? { id };
        }
        @Post() create(@Body() item: Item) {
          this.#items.set(item.id, item);
          return item;
        }
        @Put(':id') update(@Param('id') id: string, @Body() item: Item) {
          this.#items.set(id, item);
          return item;
        }
        @Delete(':id') @HttpCode(204) remove(@Param('id') id: string) {
          this.#items.delete(id);
        }
      }
      return ItemsController;
    }),
  );
}
