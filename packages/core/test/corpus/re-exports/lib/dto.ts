import { IsInt, IsEmail } from 'class-validator';
export class Dto {
  @IsInt() n!: number;
}
export class Unused {
  @IsEmail() mail!: string;
}
