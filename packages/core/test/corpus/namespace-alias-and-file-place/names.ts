export namespace Names {
  export const text = 'alias';
}
