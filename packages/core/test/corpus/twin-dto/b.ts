import { IsInt } from 'class-validator';
export class Twin {
  @IsInt() b!: number;
}
