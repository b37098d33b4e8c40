import { IsInt } from 'class-validator';
export interface Merged {
  readonly extra?: string;
}
export class Merged {
  @IsInt() n!: number;
}
export namespace Merged {
  export const one = (): Merged => Object.assign(new Merged(), { n: 1 });
}
