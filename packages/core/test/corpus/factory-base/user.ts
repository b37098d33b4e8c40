import { IsInt } from 'class-validator';
export class User {
  @IsInt() age!: number;
}
