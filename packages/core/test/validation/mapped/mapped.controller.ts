import { Body, Controller, Patch, Post, Query, Validation } from '@gatewright/core';
import { IntersectionType, OmitType, PartialType, PickType } from '@gatewright/core/mapped-types';
import { Exclude, Expose, Transform, Type } from 'class-transformer';
import { IsEmail, IsInt, IsOptional, IsString, Max, MinLength, ValidateNested } from 'class-validator';

export class Address {
  @IsString() city!: string;
}

class Named {
  @IsString() @MinLength(2) @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value)) name!: string;
  @Exclude() @IsOptional() @IsString() secret?: string;
}

export class CreateUser extends Named {
  @IsEmail({}, { groups: ['create'] }) @IsEmail() email!: string;
  @IsInt() @Max(130) age = 20;
  @ValidateNested() @Type(() => Address) address!: Address;
  @ValidateNested({ each: true }) @IsOptional() @Type(() => Address) others?: Address[];
  @Expose({ name: 'nick_name' }) @IsOptional() @IsString() nickName?: string;
  @IsInt() @IsOptional() level?: number;
  @IsInt({ each: true }) @IsOptional() marks?: number[];

  greet(): string {
    return this.name;
  }
}

export class UpdateUser extends PartialType(CreateUser) {}
export class StrictUpdate extends PartialType(CreateUser, { skipNullProperties: false }) {}
export class Login extends PickType(CreateUser, ['name', 'nickName', 'age'] as const) {}
export class Addressless extends OmitType(CreateUser, ['address', 'age', 'greet' as never]) {
  @IsOptional() @IsString() more?: string;
}
export class Paged {
  @IsOptional() @IsInt() limit = 10;
}
export class Search extends IntersectionType(PartialType(PickType(CreateUser, ['name', 'marks'])), Paged) {}

@Controller('/mapped')
export class MappedController {
  @Post()
  create(@Body() input: CreateUser): object {
    return { input, is: input instanceof CreateUser };
  }

  @Patch()
  update(@Body() input: UpdateUser): object {
    return { input, is: input instanceof UpdateUser, nested: input.address instanceof Address };
  }

  @Patch('/strict')
  strict(@Body() input: StrictUpdate): object {
    return input;
  }

  @Patch('/groups')
  @Validation({ groups: ['create'] })
  groups(@Body() input: UpdateUser): object {
    return input;
  }

  @Post('/login')
  login(@Body() input: Login): object {
    return input;
  }

  @Post('/addressless')
  addressless(@Body() input: Addressless): object {
    return input;
  }

  @Patch('/implicit')
  @Validation({ transformOptions: { enableImplicitConversion: true } })
  implicit(@Body() input: UpdateUser): object {
    return input;
  }

  @Post('/search')
  search(@Query() input: Search): object {
    return input;
  }
}
