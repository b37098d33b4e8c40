import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';

/** The query string of `GET /todos`. */
export class ListTodos {
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  /** The `cursor` of the page before. */
  @IsOptional()
  @IsString()
  cursor?: string;
}
