import { Length } from 'class-validator';
export class SameDto {
  @Length(2, 3, { message: '$target two $property' }) name!: string;
}
