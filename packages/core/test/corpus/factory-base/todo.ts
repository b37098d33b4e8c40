import { Length } from 'class-validator';
export class Todo {
  @Length(2, 20) title!: string;
}
