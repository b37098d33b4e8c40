import { Length } from 'class-validator';
export class SameDto {
  @Length(2, 3, { message: '$target one $property' }) name!: string;
}
