import { IsInt, IsString, Length, Max, Min } from 'class-validator';

/** The body of `POST /books/{id}/reviews`. */
export class CreateReview {
  @IsInt()
  @Min(1)
  @Max(5)
  stars!: number;

  @IsString()
  @Length(1, 2000)
  text!: string;
}
