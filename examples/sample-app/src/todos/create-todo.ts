import { IsString, Length } from 'class-validator';

/** The body of `POST /todos`. */
export class CreateTodo {
  @IsString()
  @Length(1, 200)
  title!: string;
}
