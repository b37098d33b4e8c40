export const Loud = <T extends new (...values: any[]) => object>(Target: T) =>
  class LouderController extends Target {
    loud = 'LOUD';
  };
