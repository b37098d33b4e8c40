export enum Color {
  Red = 'red',
  Blue = 'blue',
}
export const enum Size {
  Small = 1,
  Large = Small << 2,
}
export namespace Geometry {
  export const unit = 2;
  export namespace Inner {
    export function area(n: number) {
      return n * unit;
    }
  }
}
