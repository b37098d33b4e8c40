import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEmail, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';

export class Address {
  @Length(1, 50)
  street!: string;

  @Length(1, 50)
  city!: string;
}

export class CreateUser {
  @Length(1, 50)
  name!: string;

  @IsEmail()
  email!: string;

  @IsInt()
  @Min(0)
  @Max(150)
  age!: number;

  @IsOptional()
  @IsString({ each: true })
  @ArrayMaxSize(3)
  tags?: string[];

  @IsOptional()
  @ValidateNested()
  @Type(() => Address)
  address?: Address;
}
