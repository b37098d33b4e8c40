export interface Shape {
  readonly a: string;
}
export type Name = string;
export class Described {
  text = 'x';
}
