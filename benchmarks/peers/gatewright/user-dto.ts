import { Type } from 'class-transformer';
import { IsArray, IsEmail, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';

export class Address {
  @Length(1, 100) street!: string;
  @Length(1, 100) city!: string;
}

/** A user to create, for those whose users write class-validator. */
export class CreateUser {
  @Length(1, 50) name!: string;
  @IsEmail() email!: string;
  @IsInt() @Min(0) @Max(150) age!: number;
  @IsOptional() @IsArray() @IsString({ each: true }) tags?: string[];
  @ValidateNested() @Type(() => Address) address!: Address;
}
