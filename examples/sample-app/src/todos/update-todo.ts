import { IsBoolean, IsString, Length, ValidateIf } from 'class-validator';

/** The body of `PATCH /todos/{id}`: what is absent stays as it is. */
export class UpdateTodo {
  // @IsOptional() would let null through as well, and a todo always has both.
  @ValidateIf((_, title) => title !== undefined)
  @IsString()
  @Length(1, 200)
  title?: string;

  @ValidateIf((_, done) => done !== undefined)
  @IsBoolean()
  done?: boolean;
}
