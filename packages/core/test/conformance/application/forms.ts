import { Type } from 'class-transformer';
import {
  Equals,
  IsBoolean,
  IsDate,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

export class NewPost {
  @Length(1, 20)
  title!: string;

  @IsOptional()
  @IsInt()
  @Max(5)
  stars?: number;

  @IsOptional()
  @IsBoolean()
  draft?: boolean;

  @IsOptional()
  @IsInt({ each: true })
  ids?: number[];

  @IsOptional()
  @IsDate({ each: true })
  days?: Date[];

  @IsOptional()
  @IsString({ each: true })
  tags?: string[];
}

export class SignUp {
  @Length(1, 20)
  name!: string;

  @IsInt()
  @Min(18)
  age!: number;
}

abstract class Shape {
  abstract kind: string;
}

export class Circle extends Shape {
  @Equals('circle')
  kind = 'circle';

  @IsNumber()
  @Min(0)
  radius!: number;

  area() {
    return Math.round(Math.PI * this.radius ** 2);
  }
}

export class Square extends Shape {
  @Equals('square')
  kind = 'square';

  @IsNumber()
  side!: number;

  area() {
    return this.side ** 2;
  }
}

export class Drawing {
  @ValidateNested()
  @Type(() => Shape as never, {
    discriminator: {
      property: 'kind',
      subTypes: [
        { value: Circle, name: 'circle' },
        { value: Square, name: 'square' },
      ],
    },
    keepDiscriminatorProperty: true,
  })
  main!: Circle | Square;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => Square)
  squares?: Square[];
}

export class Wanted {
  @IsString({ each: true })
  accept!: string[];

  @IsOptional()
  @IsInt({ each: true })
  ids?: number[];
}
