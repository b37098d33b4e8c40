import { Body, Controller, Get, Patch, Post, Put, Query, Validation } from '@gatewright/core';
import { PartialType } from '@gatewright/core/mapped-types';
import { type } from 'arktype';
import { Exclude, Expose, Transform, Type } from 'class-transformer';
import {
  Allow,
  ArrayContains,
  ArrayMaxSize,
  ArrayMinSize,
  ArrayNotContains,
  ArrayNotEmpty,
  ArrayUnique,
  Contains,
  Equals,
  IsAlpha,
  IsAlphanumeric,
  IsArray,
  IsAscii,
  IsBase64,
  IsBoolean,
  IsBooleanString,
  IsCreditCard,
  IsDate,
  IsDateString,
  IsDefined,
  IsDivisibleBy,
  IsEmail,
  IsEmpty,
  IsEnum,
  IsFQDN,
  IsHexadecimal,
  IsHexColor,
  IsIn,
  IsInt,
  IsIP,
  IsLatitude,
  IsMongoId,
  IsNegative,
  IsNotEmpty,
  IsNotEmptyObject,
  IsNotIn,
  IsNumber,
  IsNumberString,
  IsObject,
  IsOptional,
  IsPositive,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  NotContains,
  NotEquals,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import * as v from 'valibot';
import { z } from 'zod';

export enum Size {
  Small = 'S',
  Large = 'L',
}

export class Address {
  @IsString() @Length(2, 10) city!: string;
  @IsOptional() @Matches(/^\d{5}$/) zip?: string | null;
}

export class Cat {
  @IsInt() lives!: number;
}

export class Dog {
  @IsString() breed!: string;
}

/** One property for each rule that a schema expresses. */
export class Everything {
  @IsString() string!: string;
  @Length(2, 4) length!: string;
  @MinLength(2) @MaxLength(3) minMax!: string;
  @Matches(/^[a-c]+$/) matches!: string;
  @IsEmail() email!: string;
  @IsUUID() uuid!: string;
  @IsUrl({ require_protocol: true }) url!: string;
  @IsIP() ip!: string;
  @IsIP('4') ip4!: string;
  @IsFQDN() host!: string;
  @IsAlpha() alpha!: string;
  @IsAlphanumeric() alphanumeric!: string;
  @IsAscii() ascii!: string;
  @IsHexadecimal() hexadecimal!: string;
  @IsHexColor() color!: string;
  @IsMongoId() mongo!: string;
  @IsNumberString() numeric!: string;
  @IsNumberString({ no_symbols: true }) digits!: string;
  @IsBooleanString() boolString!: string;
  @Contains('a.b') contains!: string;
  @NotContains('a.b') notContains!: string;
  @IsNumber() number!: number;
  @IsInt() @Min(3) @Max(9) int!: number;
  @IsPositive() positive!: number;
  @IsNegative() negative!: number;
  @IsDivisibleBy(3) divisible!: number;
  @IsLatitude() latitude!: number;
  @IsBoolean() boolean!: boolean;
  @IsEnum(Size) size!: Size;
  @IsIn(['a', 1, null]) in!: unknown;
  @IsNotIn(['a', 1]) notIn!: unknown;
  @Equals('x') equals!: string;
  @NotEquals('x') notEquals!: unknown;
  @IsEmpty() empty!: unknown;
  @IsNotEmpty() notEmpty!: unknown;
  @IsDefined() defined!: unknown;
  @IsObject() object!: object;
  @IsNotEmptyObject() notEmptyObject!: object;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(2) array!: unknown[];
  @ArrayNotEmpty() arrayNotEmpty!: unknown[];
  @ArrayContains(['a']) arrayContains!: unknown[];
  @ArrayNotContains(['a']) arrayNotContains!: unknown[];
  @IsArray() @IsInt({ each: true }) @Min(2, { each: true }) ints!: number[];
  @IsOptional() @IsInt() optional?: number;
  @Allow() allowed!: unknown;
  @IsInt() initial = 5;
}

/** Rules that a schema expresses in part, or not at all. */
export class InPart {
  @IsCreditCard() card!: string;
  @Matches(/a/i) flags!: string;
  @ValidateIf(({ flags }) => flags === 'a') @IsInt() conditional!: number;
  @Transform(({ value }) => Number(value)) @IsInt() transformed!: number;
  @Type(() => Number) @IsInt() @Min(3) typed!: number;
  @Type(() => Date) @IsDate() when!: Date;
  @ArrayUnique() unique!: unknown[];
  @IsBase64() base64!: string;
  @IsDateString() dateString!: string;
  @Expose({ name: 'given_name' }) @IsString() givenName!: string;
  @Exclude() @IsOptional() @IsString() excluded?: string;
  @ValidateNested() @Type(() => Address) address!: Address;
  @IsArray() @ValidateNested({ each: true }) @Type(() => Address) addresses!: Address[];
  @ValidateNested()
  @Type(() => Object, {
    discriminator: {
      property: 'kind',
      subTypes: [
        { name: 'cat', value: Cat },
        { name: 'dog', value: Dog },
      ],
    },
  })
  pet!: Cat | Dog;
  @IsOptional() @ValidateNested() @Type(() => InPart) self?: InPart;
}

export class Patched extends PartialType(Address) {}

export class Page {
  @IsOptional() @IsInt() @Max(100) limit = 10;
}

const Post_ = z.object({ title: z.string().min(1), tags: z.array(z.string()).optional() });
const Ark = type({ name: 'string', 'age?': 'number' });
const Val = v.object({ name: v.string() });

@Controller('/schemas')
export class SchemasController {
  @Post() everything(@Body() input: Everything): object {
    return input;
  }
  @Post('/in-part') inPart(@Body() input: InPart): object {
    return input;
  }
  @Post('/list') list(@Body([Address]) input: Address[]): object {
    return input;
  }
  @Patch() patch(@Body() input: Patched): object {
    return input;
  }
  @Put()
  @Validation({ forbidNonWhitelisted: true, skipMissingProperties: true })
  put(@Body() input: Address): object {
    return input;
  }
  @Get() query(@Query() page: Page): object {
    return page;
  }
  @Post('/zod') zod(@Body(Post_) input: unknown): unknown {
    return input;
  }
  @Post('/ark') ark(@Body(Ark) input: unknown): unknown {
    return input;
  }
  @Post('/valibot') valibot(@Body(Val) input: unknown): unknown {
    return input;
  }
}
