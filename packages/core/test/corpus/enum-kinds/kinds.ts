export enum Level {
  Low = 1,
  High = Low * 10,
}
export enum Level2 {
  A = 'a'.length,
  B = 1 << 3,
}
export namespace Level {
  export const max = () => Level.High;
}
export const enum Flag {
  None = 0,
  Read = 1 << 0,
  Write = 1 << 1,
  All = Read | Write,
}
export namespace Deep {
  export enum Kind {
    X = 'x',
  }
  export const text: Record<Kind, string> = { [Kind.X]: 'deep x' };
}
export enum Unused {
  Mark = 'MARK-unused',
}
