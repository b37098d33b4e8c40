import { IsArray, IsBoolean, IsDate, IsEnum, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

export enum Order {
  Ascending = 'asc',
  Descending = 'desc',
}

export enum Level {
  Low = 1,
  High = 2,
}

export class PageQuery {
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 20;

  @IsOptional()
  @IsBoolean()
  done?: boolean;

  @IsOptional()
  @IsString()
  @Length(2, 5)
  search?: string;

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  tags?: string[];

  @IsOptional()
  @IsEnum(Order)
  order?: Order;

  @IsOptional()
  @IsEnum(Level)
  level?: Level;

  @IsOptional()
  @IsDate()
  since?: Date;
}

export class PersonPath {
  @IsInt()
  id!: number;

  @Length(2, 10)
  name!: string;
}
