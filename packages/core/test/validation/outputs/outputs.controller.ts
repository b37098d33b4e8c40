import { Body, Controller, Get, HttpCode, NotFound, Post, Returns, Sse } from '@gatewright/core';
import { OmitType } from '@gatewright/core/mapped-types';
import { Exclude, Expose, instanceToPlain, Transform, Type } from 'class-transformer';
import { IsOptional, IsString, ValidateNested } from 'class-validator';

class Address {
  @Expose() @IsString() city!: string;
  street = 'hidden';
}

class Entity {
  @Expose({ name: 'uid' }) id!: number;
  @Expose() @Type(() => Date) created!: Date;
}

export class User extends Entity {
  @Expose() @IsString() @Transform(({ value }) => value.toUpperCase(), { toPlainOnly: true }) name!: string;
  @Expose() @IsOptional() @ValidateNested() @Type(() => Address) address?: Address;
  @Expose({ groups: ['admin'] }) role?: string;
  @Expose({ since: 2, until: 3, groups: ['admin'] }) rank = 1;
  @Expose({ since: 3, groups: ['admin'] }) later = 1;
  @Exclude() password?: string;
  @Expose() get initial(): string {
    return this.name.slice(0, 1);
  }
}

export class Public extends OmitType(User, ['created']) {}

const RECORD = {
  id: 1,
  created: '2020-01-02',
  name: 'ada',
  address: { city: 'Bern', street: 's' },
  role: 'r',
  password: 'p',
  rank: 7,
  later: 8,
};

@Controller('/outputs')
export class OutputsController {
  @Get()
  @Returns([User])
  list(): object[] {
    return [RECORD, Object.assign(new User(), RECORD)];
  }

  @Get('/public')
  @Returns(Public)
  public(): object {
    return RECORD;
  }

  @Get('/missing')
  @Returns(User)
  missing(): object {
    throw new NotFound('no such user');
  }

  @Get('/admin')
  @Returns([User], { groups: ['admin'], version: 2 })
  admin(): object[] {
    return [RECORD];
  }

  @Get('/all')
  @Returns(User, { strategy: 'exposeAll', excludePrefixes: ['na'] })
  async all(): Promise<object> {
    return { ...RECORD, more: { a: 1 } };
  }

  @Get('/library')
  @Returns(User, { groups: ['admin'] })
  library(): object {
    return [RECORD, instanceToPlain({ role: null }).role];
  }

  @Get('/stream')
  @Sse()
  @Returns(User)
  async *stream(): AsyncGenerator<object> {
    yield RECORD;
  }

  @Post()
  @HttpCode(201)
  @Returns(User)
  create(@Body() input: User): object {
    return { ...RECORD, ...input };
  }
}
