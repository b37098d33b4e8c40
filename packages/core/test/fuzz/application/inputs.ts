import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';

export class Size {
  @IsInt()
  @Min(0)
  width!: number;
}

export class Item {
  @Length(1, 50)
  name!: string;

  @IsInt()
  @Max(1000)
  count!: number;

  @IsOptional()
  @IsString({ each: true })
  @ArrayMaxSize(5)
  tags?: string[];

  @IsOptional()
  @ValidateNested()
  @Type(() => Size)
  size?: Size;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => Size)
  sizes?: Size[];
}

export class Filter {
  @IsOptional()
  @IsInt()
  limit?: number;

  @IsOptional()
  @Allow()
  tags?: string[];
}

export class Form {
  @Length(1, 50)
  name!: string;

  @IsInt()
  count!: number;
}

export class Place {
  @Length(1, 20)
  zone!: string;

  @IsInt()
  number!: number;
}
